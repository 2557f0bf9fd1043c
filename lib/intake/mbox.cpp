#include "intake/mail.hpp"
#include "intake/readers.hpp"
#include "text/mail_marks.hpp"

#include <string>

// A mailbox: messages one after another, each under a line "From address date", with ">" before every line of a body that
// would look like one (the "mboxrd" way). Length fields are not believed.

namespace motaudit {
namespace {

using std::string_view;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "From joy@example.com Thu Nov 12 16:02:33 2026": an address or name without spaces, and a time of day.
bool is_from_line(string_view line) {
    if (!line.starts_with("From ") || line.size() > 400) return false;
    line.remove_prefix(5);
    const auto blank = line.find(' ');
    if (blank == string_view::npos || blank == 0) return false;
    static constexpr string_view days = "Mon Tue Wed Thu Fri Sat Sun";
    const auto day = line.find_first_not_of(' ', blank);
    if (day == string_view::npos || line.size() < day + 16) return false;
    if (days.find(line.substr(day, 3)) == string_view::npos) return false;
    const auto colon = line.find(':', day);
    return colon != string_view::npos && colon + 2 < line.size() && is_digit(line[colon - 1]) && is_digit(line[colon + 1]);
}

// Takes one ">" from lines ">From ", ">>From " and so on. Borrows where there is none.
string_view unescaped(string_view message, Arena& arena) {
    const auto is_escaped = [&](std::size_t at) {
        while (at < message.size() && message[at] == '>') ++at;
        return message.substr(at, 5) == "From ";
    };
    std::string text;
    std::size_t kept = 0;
    for (auto at = message.find("\n>"); at != string_view::npos; at = message.find("\n>", at + 1)) {
        if (!is_escaped(at + 1)) continue;
        text += message.substr(kept, at + 1 - kept);
        kept = at + 2;
    }
    if (kept == 0) return message;
    text += message.substr(kept);
    return arena.keep(text);
}

} // namespace

namespace readers {

int recognises_mbox(string_view head, string_view path) {
    if (is_from_line(mail_marks::line_at(head, 0)))
        return count_mail_fields(head.substr(mail_marks::next_line(head, 0))) >= 1 ? 2 : 1;
    return head.starts_with("From ") && has_extension(path, ".mbox") ? 2 : 0;
}

std::size_t cut_mbox(string_view bytes) {
    for (auto at = bytes.find("\nFrom "); at != string_view::npos; at = bytes.find("\nFrom ", at + 1)) {
        if (bytes.find('\n', at + 1) == string_view::npos) return 0; // the line goes on beyond what is there
        if (is_from_line(mail_marks::line_at(bytes, at + 1))) return at + 1;
    }
    return 0;
}

void read_mbox(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    string_view message = record.bytes;
    std::size_t skipped = 0;
    if (message.starts_with("From ")) {
        message.remove_prefix(mail_marks::next_line(message, 0));
        skipped = 1;
    }
    if (message.find_first_not_of(" \t\r\n") == string_view::npos) return;
    const string_view text = unescaped(message, arena);
    read_message(text, skipped, text.data() == message.data(), record, options, arena, sink);
}

} // namespace readers
} // namespace motaudit
