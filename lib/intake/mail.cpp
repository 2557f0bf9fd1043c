#include "intake/mail.hpp"

#include "intake/mail_body.hpp"
#include "intake/mail_limits.hpp"
#include "intake/readers.hpp"
#include "text/charset.hpp"
#include "text/mail_marks.hpp"
#include "text/mail_parts.hpp"

#include <fmt/core.h>
#include <gmime/gmime.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <memory>

// One message is one conversation of one turn, whose text is the whole body: who wrote which part of it is told apart when it
// is judged. A mail says who wrote it but not who works for whom: without --agent-name or --speaker-map the message is taken
// for the agent's, since replies are what is audited.

namespace motaudit {
namespace {

using std::string_view;

template <class T>
struct Unref {
    void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref<T>>;

string_view view(const char* text) { return text ? string_view(text) : string_view(); }

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool same(string_view a, string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

bool holds(string_view text, string_view word) {
    return !word.empty() && std::search(text.begin(), text.end(), word.begin(), word.end(),
                                        [](char x, char y) { return lower(x) == lower(y); }) != text.end();
}

GMimeParserOptions* parser_options() {
    static GMimeParserOptions* const options = [] {
        g_mime_init();
        GMimeParserOptions* made = g_mime_parser_options_new();
        // Not the charset of whoever runs the program.
        const char* charsets[] = {"utf-8", "windows-1252", nullptr};
        g_mime_parser_options_set_fallback_charsets(made, charsets);
        return made;
    }();
    return options;
}

struct Person {
    string_view name = {}, address = {};
    bool is(string_view label) const { return (!name.empty() && same(name, label)) || (!address.empty() && same(address, label)); }
};

Person first_of(InternetAddressList* list, Arena& arena, int depth = 0) {
    for (int i = 0; list && i < internet_address_list_length(list); ++i) {
        InternetAddress* const address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(address)) {
            const Person member =
                depth < 3 ? first_of(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), arena, depth + 1)
                          : Person();
            if (!member.address.empty()) return member;
            continue;
        }
        string_view name = to_utf8_somehow(arena.keep(view(internet_address_get_name(address))), "", arena);
        name = mail_marks::trimmed(name);
        if (name.find('@') != string_view::npos) name = {}; // an address in the place of a name names nobody
        return {name,
                to_utf8_somehow(arena.keep(view(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)))), "", arena)};
    }
    return {};
}

// ISO 8601 with the offset of the sender's own clock.
string_view iso_date(string_view header, Arena& arena) {
    if (header.empty()) return {};
    const std::unique_ptr<GDateTime, void (*)(GDateTime*)> date(g_mime_utils_header_decode_date(header.data()), g_date_time_unref);
    if (!date) return {};
    const auto minutes = g_date_time_get_utc_offset(date.get()) / G_TIME_SPAN_MINUTE;
    return arena.keep(fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", g_date_time_get_year(date.get()), g_date_time_get_month(date.get()),
        g_date_time_get_day_of_month(date.get()), g_date_time_get_hour(date.get()), g_date_time_get_minute(date.get()),
        g_date_time_get_second(date.get()), minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60));
}

std::optional<Speaker> mapped(const Person& person, const ReadOptions& options) {
    for (const auto& name : options.agent_names)
        if (person.is(name)) return Speaker::agent;
    for (const auto& [label, speaker] : options.speaker_map)
        if (person.is(label)) return speaker;
    return {};
}

Speaker speaker_of(const Person& from, const Person& to, const ReadOptions& options) {
    if (const auto speaker = mapped(from, options)) return *speaker;
    if (options.agent_names.empty() && options.speaker_map.empty()) return Speaker::agent;
    return mapped(to, options) == Speaker::agent ? Speaker::customer : Speaker::unknown;
}

string_view domain_of(string_view address) {
    const auto at = address.rfind('@');
    return at == string_view::npos ? string_view() : address.substr(at);
}

// Does what the mail quotes hold an earlier mail of the same sender or house? Only lines that say who wrote are asked.
bool quotes_earlier_reply(string_view text, const Person& from) {
    string_view house = domain_of(from.address);
    for (string_view everybody : {"@gmail.com", "@googlemail.com", "@outlook.com", "@hotmail.com", "@yahoo.com", "@icloud.com",
                                  "@gmx.de", "@web.de", "@qq.com", "@163.com"})
        if (same(house, everybody)) house = from.address;
    std::vector<MailSpan> parts;
    split_mail(text, parts);
    for (const auto& part : parts) {
        if (part.part != MailPart::history) continue;
        for (std::size_t at = part.span.begin; at < part.span.end; at = mail_marks::next_line(text, at)) {
            string_view line = mail_marks::line_at(text, at);
            line.remove_prefix(std::min(line.find_first_not_of("> "), line.size()));
            if (line.size() > 400 || (mail_marks::field_of(line) != mail_marks::Field::from &&
                                      mail_marks::closing_of(line) == mail_marks::Closing::none))
                continue;
            if (holds(line, house) || holds(line, from.name)) return true;
        }
    }
    return false;
}

// "Re:" alone says nothing: an agent's first answer has it too. References hold one id for each earlier mail of the thread
// (RFC 5322, 3.6.4), so that one that is not the house's own means that the customer's first mail is answered.
Reply reply_of(GMimeMessage* message, string_view text, const Person& from) {
    if (quotes_earlier_reply(text, from)) return Reply::followup;
    const string_view references = view(g_mime_object_get_header(GMIME_OBJECT(message), "References"));
    const string_view house = domain_of(from.address);
    const bool own = holds(references, house);
    if (std::ranges::count(references, '<') == 1 && !own && !house.empty()) return Reply::first;
    return Reply::unknown;
}

// Where the body begins as it stands in the file.
Place place_of_body(string_view message, std::size_t skipped, const Record& record) {
    std::size_t line = record.line + skipped;
    for (std::size_t at = 0; at < message.size(); ++line) {
        const string_view text = mail_marks::line_at(message, at);
        at = mail_marks::next_line(message, at);
        if (text.empty() || text == "\r") return {static_cast<std::uint32_t>(line + 1), 1};
    }
    return {};
}

bool begins_with_field(string_view message) {
    const string_view line = mail_marks::line_at(message, 0);
    const string_view name = mail_marks::trimmed(line.substr(0, line.find(':')));
    return name.size() < line.size() && !name.empty() && name.find_first_of(" \t") == string_view::npos;
}

// A field that may stand once and stands twice: the first counts, as for most readers, so that the later ones are made unknown
// fields. Nothing moves.
string_view with_first_fields(string_view message, Arena& arena) {
    static constexpr string_view names[] = {"content-type:", "content-transfer-encoding:", "subject:"};
    unsigned seen = 0;
    char* copy = nullptr;
    for (std::size_t at = 0; at < message.size(); at = mail_marks::next_line(message, at)) {
        const string_view line = mail_marks::line_at(message, at);
        if (line.empty() || line == "\r") break;
        for (std::size_t i = 0; i < std::size(names); ++i) {
            if (lower(line[0]) != names[i][0] || !same(line.substr(0, names[i].size()), names[i])) continue;
            if ((seen >> i & 1) != 0) {
                if (copy == nullptr) {
                    copy = arena.take(message.size());
                    message.copy(copy, message.size());
                }
                copy[at] = 'X';
            }
            seen |= 1u << i;
        }
    }
    return copy == nullptr ? message : string_view(copy, message.size());
}

void fill(GMimeMessage* message, string_view source, Conversation& talk, Turn& turn, bool& verbatim, const ReadOptions& options,
          Arena& arena) {
    const Person from = first_of(g_mime_message_get_from(message), arena);
    const Person to = first_of(g_mime_message_get_to(message), arena);
    const MailBody body = mail_body(message, source, arena);
    verbatim = verbatim && body.is_verbatim;
    turn.text = body.text;
    if (body.attachments > 0) talk.meta = arena.keep(fmt::format("\"attachments\":{}", body.attachments));
    turn.speaker = speaker_of(from, to, options);
    turn.name = from.name;
    const string_view id = view(g_mime_message_get_message_id(message));
    if (!id.empty()) talk.id = to_utf8_somehow(arena.keep(id), "", arena);
    talk.subject = mail_marks::trimmed(to_utf8_somehow(arena.keep(view(g_mime_message_get_subject(message))), "", arena));
    talk.started_at = iso_date(view(g_mime_object_get_header(GMIME_OBJECT(message), "Date")), arena);
    if (turn.speaker == Speaker::agent) {
        talk.agent = from.name;
        talk.customer = to.name;
        talk.known.email = to.address;
        talk.reply = reply_of(message, turn.text, from);
    } else if (turn.speaker == Speaker::customer) {
        talk.customer = from.name;
        talk.known.email = from.address;
    }
}

} // namespace

void read_message(string_view message, std::size_t skipped, bool verbatim, const Record& record, const ReadOptions& options,
                  Arena& arena, Sink& sink) {
    const auto wrong = [&](std::string text) { return Error{std::string(record.path), record.line, 0, std::move(text)}; };
    if (message.size() > options.longest_record)
        return sink.unreadable(wrong(fmt::format("the message is longer than {} bytes", options.longest_record)));
    if (auto fault = beyond_mail_limits(message); !fault.empty()) return sink.unreadable(wrong(std::move(fault)));

    Conversation talk;
    Turn turn;
    talk.channel = Channel::email; // a message says its channel by what it is
    talk.path = record.path;
    talk.record = record.number;
    talk.id = record.number == 1 ? stem_of(record.path) : arena.keep(fmt::format("{}-{}", stem_of(record.path), record.number));
    turn.speaker = options.agent_names.empty() && options.speaker_map.empty() ? Speaker::agent : Speaker::unknown;

    if (begins_with_field(message)) {
        message = with_first_fields(message, arena);
        GMimeParserOptions* const parsing = parser_options();
        const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(message.data(), message.size()));
        const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
        const Held<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), parsing));
        if (!parsed) return sink.unreadable(wrong("not a message"));
        fill(parsed.get(), message, talk, turn, verbatim, options, arena);
        if (verbatim) turn.place = place_of_body(message, skipped, record);
    } else {
        sink.hint(wrong("no header: read as a mail's text"));
        turn.text = to_utf8_somehow(message, options.encoding, arena);
        if (verbatim) turn.place = {static_cast<std::uint32_t>(record.line + skipped), 1};
    }
    talk.turns.push_back(turn);
    sink.conversation(talk);
}

int count_mail_fields(string_view head) {
    static constexpr string_view names[] = {"from:", "to:", "subject:", "date:", "message-id:", "received:", "mime-version:"};
    unsigned seen = 0;
    for (std::size_t at = 0; at < head.size(); at = mail_marks::next_line(head, at)) {
        const string_view line = mail_marks::line_at(head, at);
        if (line.empty() || line == "\r") break;
        for (std::size_t i = 0; i < std::size(names); ++i)
            if (same(line.substr(0, names[i].size()), names[i])) seen |= 1u << i;
    }
    return std::popcount(seen);
}

namespace readers {

// A chat in which somebody is called "From" and another "To" is no mail: its first line must be a field of the standard.
int recognises_eml(string_view head, string_view path) {
    if (head.starts_with("From ") || !begins_with_field(head)) return 0;
    const int fields = count_mail_fields(head);
    return fields >= 2 ? 2 : fields == 1 && (has_extension(path, ".eml") || has_extension(path, ".email")) ? 2 : 0;
}

void read_eml(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    string_view message = record.bytes;
    std::size_t skipped = 0;
    if (message.starts_with("\xEF\xBB\xBF")) message.remove_prefix(3);
    // Blank lines that a copy left, and the line that a mailbox puts above a message.
    while (!message.empty()) {
        const string_view line = mail_marks::line_at(message, 0);
        if (!mail_marks::trimmed(line).empty() && !line.starts_with("From ") && !line.starts_with(">From ")) break;
        message.remove_prefix(mail_marks::next_line(message, 0));
        ++skipped;
    }
    if (message.starts_with(' ')) message.remove_prefix(std::min(message.find_first_not_of(' '), message.size()));
    read_message(message, skipped, true, record, options, arena, sink);
}

} // namespace readers
} // namespace motaudit
