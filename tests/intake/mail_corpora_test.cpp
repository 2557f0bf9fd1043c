#include "intake/html.hpp"
#include "support/intake.hpp"
#include "text/charset.hpp"
#include "text/mail_parts.hpp"

#include <doctest/doctest.h>
#include <simdjson.h>

#include <algorithm>
#include <fstream>
#include <span>

// What other projects' tests say of mail, measured: how a reply is told from what it quotes, and what a message says. A case that
// is not right stands in a list with the reason; one that has become right must leave the list.

using namespace motaudit;

namespace {

struct Exception {
    std::string_view id, why;
};

class Tally {
public:
    Tally(std::string_view what, std::span<const Exception> exceptions) : what_(what), exceptions_(exceptions) {}

    void count(bool right, std::string_view id, std::string_view got = {}) {
        right_ += right;
        ++all_;
        const auto listed = std::ranges::find(exceptions_, id, &Exception::id);
        if (right && listed != exceptions_.end()) wrong_ += "\n" + std::string(id) + " is listed, and right";
        if (!right && listed == exceptions_.end()) wrong_ += "\n" + std::string(id) + ": " + std::string(got);
    }
    int all() const { return all_; }
    double share() const { return double(right_) / std::max(all_, 1); }
    std::string figure() const {
        return std::string(what_) + ": " + std::to_string(right_) + " of " + std::to_string(all_) + " right" + wrong_;
    }
    bool as_listed() const { return wrong_.empty(); }

private:
    std::string_view what_;
    std::span<const Exception> exceptions_;
    int right_ = 0, all_ = 0;
    std::string wrong_ = {};
};

template <class Row>
void each_row(const std::string& name, Row&& row) {
    std::ifstream file(TESTS_FOLDER "/corpora/" + name);
    REQUIRE(file);
    simdjson::dom::parser parser;
    for (std::string line; std::getline(file, line);) row(simdjson::dom::element(parser.parse(line)));
}

// Runs of white space as one blank; no-break spaces and control characters are white.
std::string squeezed(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool wide = text.substr(at, 2) == "\xC2\xA0";
        if (wide || static_cast<unsigned char>(text[at]) <= ' ') {
            at += wide;
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            out += text[at];
        }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string bare(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (static_cast<unsigned char>(c) > ' ' && c != '_') out += c; // a rule stands for "<hr>"
    return out;
}

std::string of_parts(std::string_view text, std::initializer_list<MailPart> wanted) {
    std::vector<MailSpan> parts;
    split_mail(text, parts);
    std::string out;
    for (const auto& part : parts)
        if (std::ranges::find(wanted, part.part) != wanted.end()) out += text.substr(part.span.begin, part.span.size());
    return out;
}

// Projects differ in whether a sign-off and header fields above a text are seen; here they are spans of their own.
bool is_seen(std::string_view text, const std::string& expected, std::string (*plain)(std::string_view)) {
    using enum MailPart;
    for (const auto& parts : {std::initializer_list<MailPart>{reply, sign_off, head}, {reply, sign_off}, {reply}})
        if (plain(of_parts(text, parts)) == expected) return true;
    return false;
}

} // namespace

TEST_CASE("replies of four projects' test mails are told from what they quote") {
    // What those projects' own tests say, not what their programs happen to answer.
    static constexpr Exception exceptions[] = {
        {"discourse-embedded-embedded_email_10", "wants all earlier replies seen and only the oldest, forwarded mail cut"},
        {"discourse-embedded_email_16", "wants a quote seen that the reply stands below: it is an earlier message"},
        {"discourse-embedded_email_7", "wants the quote seen and its attribution not; \"C>\" is no mark of a quote"},
        {"talon-reply_separated_by_hr-078", "wants the name cut that stands above the rule"},
    };
    Tally tally("replies", exceptions);
    each_row("email-quote/cases.jsonl", [&](simdjson::dom::element row) {
        if (std::string_view(row["basis"]).find("output") != std::string_view::npos) return;
        const std::string_view kind = row["kind"], input = row["input"], id = row["id"];
        const auto expected = [&row](const char* key) {
            std::string_view text;
            return row["expected"][key].get(text) == simdjson::SUCCESS ? text : std::string_view();
        };
        if (kind == "html") {
            const auto text = html_to_text(input);
            const auto seen =
                expected("visible_text").empty() ? html_to_text(expected("visible_html")) : std::string(expected("visible_text"));
            return tally.count(is_seen(text, bare(seen), bare), id, text);
        }
        if (kind == "signature") {
            const auto below = of_parts(input, {MailPart::sign_off, MailPart::signature});
            const auto reply = expected("visible");
            return tally.count(squeezed(below) == squeezed(expected("signature")) &&
                                   (reply.empty() || squeezed(of_parts(input, {MailPart::reply})) == squeezed(reply)),
                               id, below);
        }
        if (kind == "forwarded") {
            std::vector<MailSpan> parts;
            split_mail(input, parts);
            const auto passed_on = std::ranges::find_if(
                parts, [](const MailSpan& part) { return part.part == MailPart::history || part.part == MailPart::head; });
            const auto before = input.substr(0, passed_on == parts.end() ? input.size() : passed_on->span.begin);
            return tally.count(squeezed(before) == squeezed(expected("before")), id, before);
        }
        tally.count(is_seen(input, squeezed(expected("visible")), squeezed), id);
    });
    CHECK(tally.all() == 99);
    CHECK_MESSAGE(tally.as_listed(), tally.figure());
    CHECK_MESSAGE(tally.share() >= 0.95, tally.figure());
}

TEST_CASE("every message of eight projects' tests is read as at least two parsers read it") {
    static constexpr Exception texts_apart[] = {
        {"mikel-attachment_emails-attachment_pdf_non_ascii.eml", "0x82 of iso-8859-1 is a control character to the others; it is "
                                                                 "read as windows-1252, as browsers do"},
    };
    static constexpr Exception senders_apart[] = {
        {"mikel-rfc2822-example10.eml", "the others keep the comments (RFC 5322, 3.2.2) within the address"},
    };
    static constexpr Exception attachments_apart[] = {
        {"stalwart-rfc-000.eml", "text/enriched is read as text here, and no file"},
        {"stalwart-rfc-003.eml", "text/enriched is read as text here, and no file"},
        {"stalwart-rfc-002.eml", "a message to be seen inline is text, as the others have it for two messages of mime4j"},
    };
    Tally subjects("subjects", {}), senders("senders", senders_apart), texts("texts", texts_apart),
        attachments("attachments", attachments_apart);
    each_row("mime/cases.jsonl", [&](simdjson::dom::element row) {
        const std::string_view id = row["id"];
        CAPTURE(id);
        const auto bytes = test::file_bytes("corpora/mime/" + std::string(std::string_view(row["file"])));
        ReadOptions options;
        options.from = "eml";
        const auto read = test::read_file_bytes(bytes, options, "mail.eml");
        REQUIRE(read.talks.size() + read.errors.size() == (bytes.empty() ? 0 : 1));
        for (const auto& error : read.errors) CHECK(error.size() > std::string_view("mail.eml:1: ").size());
        if (read.talks.empty()) return;
        const auto& mail = read.talks[0];
        for (const std::string* field : {&mail.texts[0], &mail.subject, &mail.names[0], &mail.id, &mail.customer})
            CHECK(first_not_utf8(*field) == std::string::npos);
        // Where the other parsers gave up on a letter there is nothing to agree with; where they found no plain text, an HTML
        // part is read.
        const auto wanted = [&row](const char* key) {
            std::string_view text;
            if (row["expected"][key].get(text) != simdjson::SUCCESS) return std::string();
            const bool given_up = text.find("\xEF\xBF\xBD") != std::string_view::npos || text.find("ï¿½") != std::string_view::npos;
            return given_up ? std::string() : squeezed(text);
        };
        if (const auto subject = wanted("subject"); !subject.empty())
            subjects.count(squeezed(mail.subject) == subject, id, mail.subject);
        if (const auto text = wanted("text"); !text.empty())
            texts.count(squeezed(mail.texts[0]).find(text) != std::string::npos, id, mail.texts[0]);
        if (const auto from = wanted("from"); !from.empty()) {
            options.agent_names = {from};
            const auto named = test::read_file_bytes(bytes, options, "mail.eml");
            senders.count(!named.talks.empty() && named.talks[0].turns[0].speaker == Speaker::agent, id);
        }
        std::int64_t count = 0;
        if (row["expected"]["attachments"].get(count) == simdjson::SUCCESS) {
            const auto meta = count == 0 ? std::string() : "\"attachments\":" + std::to_string(count);
            attachments.count(mail.meta == meta, id, std::to_string(count) + " but " + mail.meta);
        }
    });
    CHECK(subjects.all() == 193);
    CHECK(senders.all() == 201);
    CHECK(texts.all() == 153);
    CHECK(attachments.all() == 238);
    for (const Tally* one : {&subjects, &senders, &texts, &attachments}) CHECK_MESSAGE(one->as_listed(), one->figure());
}
