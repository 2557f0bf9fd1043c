#include "intake/mail_limits.hpp"
#include "support/intake.hpp"
#include "text/charset.hpp"
#include "text/mail_parts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace motaudit;

namespace {

struct Mail {
    std::string id, subject, started_at, agent, customer, email, name, text, meta;
    Speaker speaker = Speaker::unknown;
    Channel channel = Channel::chat;
    Reply reply = Reply::unknown;
    Place place = {};
};

class Keeper : public Sink {
public:
    std::vector<Mail> mails = {};
    std::vector<std::string> errors = {};
    void conversation(Conversation& talk) override {
        REQUIRE(talk.turns.size() == 1);
        const Turn& turn = talk.turns[0];
        mails.push_back({std::string(talk.id), std::string(talk.subject), std::string(talk.started_at), std::string(talk.agent),
                         std::string(talk.customer), std::string(talk.known.email), std::string(turn.name), std::string(turn.text),
                         std::string(talk.meta), turn.speaker, talk.channel, talk.reply, turn.place});
    }
    void unreadable(Error error) override { errors.push_back(error.text()); }
    void hint(Error) override {}
};

Keeper read_as(std::string_view reader, std::string_view bytes, const ReadOptions& options = {}) {
    Keeper keeper;
    Arena arena;
    const Reader* const row = readers::find(reader);
    REQUIRE(row);
    std::uint64_t number = 1, line = 1;
    while (!bytes.empty()) {
        std::size_t size = row->cut ? row->cut(bytes) : 0;
        if (size == 0) size = bytes.size();
        const auto record = bytes.substr(0, size);
        row->read({record, "inbox/reply.eml", number++, line}, options, arena, keeper);
        line += static_cast<std::uint64_t>(std::ranges::count(record, '\n'));
        bytes.remove_prefix(size);
    }
    return keeper;
}

Mail read_one(std::string_view bytes, const ReadOptions& options = {}) {
    auto keeper = read_as("eml", bytes, options);
    REQUIRE(keeper.errors.empty());
    REQUIRE(keeper.mails.size() == 1);
    return keeper.mails[0];
}

std::string slurp(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

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

const std::string header = "From: Lee C <support@oppo.com>\nTo: Ana Diaz <ana@example.com>\nSubject: Re: hot phone\n";

} // namespace

TEST_CASE("a message becomes a conversation of one turn") {
    const Mail mail = read_one("Message-ID: <1.2@oppo.com>\nDate: Mon, 16 Nov 2026 10:31:00 +1100\n" + header +
                               "\nDear Ana,\n\nThank you.\n\nKind regards,\nLee\n\nOn Sun, Ana <ana@example.com> wrote:\n> hot\n");
    CHECK(mail.id == "1.2@oppo.com");
    CHECK(mail.channel == Channel::email);
    CHECK(mail.subject == "Re: hot phone");
    CHECK(mail.started_at == "2026-11-16T10:31:00+11:00");
    CHECK(mail.agent == "Lee C");
    CHECK(mail.customer == "Ana Diaz");
    CHECK(mail.email == "ana@example.com");
    CHECK(mail.speaker == Speaker::agent);
    CHECK(mail.reply == Reply::unknown);
    CHECK(mail.text.starts_with("Dear Ana,\n\nThank you."));
    CHECK(mail.text.ends_with("> hot\n"));
    CHECK(mail.place.line == 7);
    CHECK(mail.place.column == 1);
}

TEST_CASE("who writes is known by name or address, and by nothing else") {
    const std::string mail = header + "\nHello";
    ReadOptions options;
    CHECK(read_one(mail).speaker == Speaker::agent);
    options.agent_names = {"lee c"};
    CHECK(read_one(mail, options).speaker == Speaker::agent);
    options.agent_names = {"Support@OPPO.com"};
    CHECK(read_one(mail, options).speaker == Speaker::agent);
    options.agent_names = {"Dario"};
    CHECK(read_one(mail, options).speaker == Speaker::unknown);
    options.agent_names = {"ana@example.com"};
    CHECK(read_one(mail, options).speaker == Speaker::customer);
    options = {};
    options.speaker_map = {{"support@oppo.com", Speaker::bot}};
    CHECK(read_one(mail, options).speaker == Speaker::bot);
}

TEST_CASE("first reply or follow-up is said only where the mail shows it") {
    const auto reply = [](const std::string& more, const std::string& body) { return read_one(more + header + "\n" + body).reply; };
    CHECK(reply("", "Dear Ana,") == Reply::unknown);
    CHECK(reply("In-Reply-To: <1@example.com>\n", "Dear Ana,") == Reply::unknown);
    CHECK(reply("References: <1@example.com>\n", "Dear Ana,") == Reply::first);
    CHECK(reply("References: <1@oppo.com>\n", "Dear Ana,") == Reply::unknown);
    CHECK(reply("References: <1@example.com> <2@oppo.com> <3@example.com>\n", "Dear Ana,") == Reply::unknown);
    CHECK(reply("", "Dear Ana,\n\nOn Mon 3/3/2026 10:00 Ana <ana@example.com> wrote:\n> ok\n> On Sun, OPPO <help@oppo.com> "
                    "wrote:\n>> Hi\n") == Reply::followup);
    // "To:" of the customer's mail is no reply of ours.
    CHECK(reply("", "Dear Ana,\n\nFrom: Ana <ana@example.com>\nSent: Monday\nTo: support@oppo.com\nSubject: hot\n\nhelp") ==
          Reply::unknown);
}

TEST_CASE("bytes that are not what they are declared to be keep every letter") {
    const std::string body = "It\xE2\x80\x99s fine \xE2\x80\x93 caf\xC3\xA9";
    CHECK(read_one(header + "Content-Type: text/plain; charset=us-ascii\n\n" + body).text == body);
    CHECK(read_one(header + "Content-Type: text/plain; charset=utf-8\n\n" + body).text == body);
    CHECK(read_one(header + "\n" + body).text == body);
    CHECK(read_one(header + "Content-Type: text/plain; charset=utf-8\n\ncaf\xE9 \x80").text == "caf\xC3\xA9 \xE2\x82\xAC");
    CHECK(read_one(header + "Content-Type: text/plain; charset=iso-2022-jp\n\n\x1B$B$3\x1B(B").text == "こ");
    CHECK(read_one(header + "Content-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: base64\n\nxOO6ww==\n").text ==
          "你好");
    CHECK(read_one(header + "Content-Type: text/plain; charset=nonsense\n\n" + body).text == body);
    CHECK(read_one(
              "From: =?utf-8?Q?Zo=C3=AB?= <z@oppo.com>\nTo: =?iso-8859-1?Q?Andr=E9?= <a@b.c>\nSubject: =?utf-8?B?Y2Fmw6k=?=\n\nHi")
              .subject == "café");
}

TEST_CASE("of a field that stands twice the first counts") {
    CHECK(read_one(header + "Subject: another\n\nHi").subject == "Re: hot phone");
    CHECK(read_one(header + "Content-Type: text/plain\nContent-Type: multipart/mixed; boundary=b\n\nHi\n--b\n\nno part\n").text ==
          "Hi\n--b\n\nno part\n");
}

TEST_CASE("files that come along are counted") {
    const std::string mixed = header + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nDear Ana\n--b\nContent-Type: "
                                       "text/plain\nContent-Disposition: attachment\n\nx\n--b\nContent-Type: image/png\n\ny\n";
    CHECK(read_one(mixed + "--b--\n").meta == "\"attachments\":2");
    CHECK(read_one(header + "\nHi").meta == "");
}

TEST_CASE("text that says it is base64 and is not stays text") {
    CHECK(read_one(header + "Content-Transfer-Encoding: base64\n\nDear Ana, this was never encoded. Kind regards, Lee.\n").text ==
          "Dear Ana, this was never encoded. Kind regards, Lee.\n");
}

TEST_CASE("flowed lines are joined within their quote depth") {
    const std::string flowed = header + "Content-Type: text/plain; format=flowed\n\n";
    CHECK(read_one(flowed + "Dear Ana, \nthank you.\n From here\n> quoted \n> text\n>> deeper \nreply\n-- \nLee\n").text ==
          "Dear Ana, thank you.\nFrom here\n> quoted text\n>> deeper \nreply\n-- \nLee\n");
    CHECK(read_one(header + "Content-Type: text/plain; format=flowed; delsp=yes\n\nsplit \nword\n").text == "splitword\n");
    CHECK(read_one(flowed + "a").place.line == 0);
}

TEST_CASE("of alternatives the plain text is read, unless it says nothing") {
    const auto alternative = [](const std::string& plain, const std::string& html) {
        return read_one(header + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + plain +
                        "\n--b\nContent-Type: text/html\n\n" + html + "\n--b--\n")
            .text;
    };
    CHECK(alternative("plain", "<p>rich</p>") == "plain");
    CHECK(alternative(" \n", "<p>rich</p>") == "rich");
    CHECK(alternative("Your mail client cannot view HTML.", "<p>rich</p>") == "rich");
    CHECK(alternative("plain", "") == "plain");
}

TEST_CASE("attachments are left out and forwarded messages are history") {
    const std::string mixed =
        header + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nDear Ana\n--b\nContent-Type: text/plain\n"
                 "Content-Disposition: attachment; filename=a.txt\n\nnot read\n--b\nContent-Type: image/png\n\nnot read\n"
                 "--b\nContent-Type: message/rfc822\n\nFrom: Ana <ana@example.com>\nSubject: hot\n\nit is hot\n--b--\n";
    const std::string text = read_one(mixed).text;
    CHECK(text.find("not read") == std::string::npos);
    CHECK(text.find("it is hot") != std::string::npos);
    std::vector<MailSpan> parts;
    split_mail(text, parts);
    REQUIRE(parts.size() == 2);
    CHECK(squeezed(text.substr(0, parts[0].span.end)) == "Dear Ana");
    CHECK(parts[1].part == MailPart::history);
}

TEST_CASE("a multipart without a boundary and a mail without a header are read as they stand") {
    CHECK(read_one(header + "Content-Type: multipart/mixed\n\nDear Ana\n").text == "Dear Ana\n");
    const Mail mail = read_one("Dear Ana,\nthank you.\n");
    CHECK(mail.text == "Dear Ana,\nthank you.\n");
    CHECK(mail.id == "reply");
    CHECK(mail.place.line == 1);
}

TEST_CASE("a mailbox is read message by message") {
    const std::string message = header + "\nHello\n>From here\n>>From there\nFrom now on\n\n";
    const std::string box =
        "From lee@oppo.com Thu Nov 12 16:02:33 2026\n" + message + "From - Thu Nov 12 16:02:33 2026\n" + message;
    CHECK(readers::find("mbox")->recognises(box, "inbox") == 2);
    CHECK(readers::find("eml")->recognises(box, "inbox") == 0);
    CHECK(readers::find("eml")->recognises(message, "inbox") == 2);
    CHECK(readers::find("eml")->recognises("From: Berlin\n\nTo: Rome\n", "talk.txt") == 0);
    CHECK(readers::find("eml")->recognises("Agent: Hello\nCustomer: Hi\nSubject: x\n", "talk.txt") == 0);
    const auto keeper = read_as("mbox", box);
    REQUIRE(keeper.mails.size() == 2);
    CHECK(keeper.mails[0].text == "Hello\nFrom here\n>From there\nFrom now on\n\n");
    CHECK(keeper.mails[0].id == "reply");
    CHECK(keeper.mails[1].id == "reply-2");
    const auto plain = read_as("mbox", "From a Thu Nov 12 16:02:33 2026\n" + header + "\nx\n\nFrom a Thu Nov 12 16:02:33 2026\n" +
                                           header + "\ny\n");
    REQUIRE(plain.mails.size() == 2);
    CHECK(plain.mails[1].place.line == 13);
}

TEST_CASE("what nests or repeats beyond all measure is refused in words") {
    std::string deep = header;
    for (int i = 0; i < 5000; ++i)
        deep += "Content-Type: multipart/mixed; boundary=\"b" + std::to_string(i) + "\"\n\n--b" + std::to_string(i) + "\n";
    CHECK(read_as("eml", deep).errors == std::vector<std::string>{"inbox/reply.eml:1: the message nests deeper than 100 levels"});
    std::string forwards = header;
    for (int i = 0; i < 5000; ++i) forwards += "Content-Type: message/rfc822\n\n";
    CHECK(read_as("eml", forwards).errors.size() == 1);
    std::string wide = header + "Content-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 10'001; ++i) wide += "--b\n\nx\n";
    CHECK(read_as("eml", wide).errors == std::vector<std::string>{"inbox/reply.eml:1: the message has more than 10000 parts"});
    std::string fields = header;
    for (int i = 0; i < 100'001; ++i) fields += "X: y\n";
    CHECK(read_as("eml", fields + "\nHi").errors.size() == 1);
    // Many closed siblings are no nesting.
    std::string siblings = header + "Content-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 200; ++i) siblings += "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nx\n--c--\n";
    CHECK(beyond_mail_limits(siblings + "--b--\n").empty());
}

TEST_CASE("a message cut short anywhere is read or refused, never worse") {
    for (const char* name :
         {"mikel-mime_emails-raw_email7.eml", "enmime-mail-other-multi-related.raw.eml", "cpython-msg_05.txt.eml"}) {
        const std::string whole = slurp(std::string(TESTS_FOLDER "/corpora/mime/") + name).substr(0, 6000);
        REQUIRE(!whole.empty());
        for (std::size_t size = 1; size < whole.size(); ++size) {
            const auto keeper = read_as("eml", std::string_view(whole).substr(0, size));
            REQUIRE(keeper.mails.size() + keeper.errors.size() <= 1);
            if (!keeper.mails.empty()) REQUIRE(first_not_utf8(keeper.mails[0].text) == std::string::npos);
        }
    }
}
