#include "intake/mail_limits.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/core.h>
#include <unordered_map>

namespace motaudit {
namespace {

using std::string_view;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::size_t find(string_view text, string_view word, std::size_t from) {
    if (from >= text.size()) return string_view::npos;
    const void* at = ::memmem(text.data() + from, text.size() - from, word.data(), word.size());
    return at ? static_cast<std::size_t>(static_cast<const char*>(at) - text.data()) : string_view::npos;
}

// The value of the parameter "boundary=" that begins at `at`.
string_view boundary_at(string_view text, std::size_t at) {
    text = text.substr(at, 200);
    if (text.starts_with('"')) return text.substr(1, text.find('"', 1) - 1);
    return text.substr(0, text.find_first_of("; \t\r\n"));
}

bool begins_field(string_view line) {
    const auto colon = line.substr(0, 80).find_first_of(": \t");
    return colon != string_view::npos && colon > 0 && line[colon] == ':';
}

bool holds_word(string_view line, string_view word) {
    return std::search(line.begin(), line.end(), word.begin(), word.end(), [](char c, char w) { return lower(c) == w; }) !=
           line.end();
}

} // namespace

std::string beyond_mail_limits(string_view message) {
    std::unordered_map<string_view, int> levels; // of each boundary that a header has declared: how deep its parts lie
    int depth = 0, parts = 0, fields = 0;
    bool in_header = true, forwards = false;
    for (std::size_t at = 0; at < message.size();) {
        // In a body only lines that begin with "--" matter.
        if (!in_header && message.substr(at, 2) != "--") {
            const auto next = levels.empty() ? string_view::npos : find(message, "\n--", at);
            if (next == string_view::npos) break;
            at = next + 1;
        }
        const auto end = std::min(message.find('\n', at), message.size());
        string_view line = message.substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with("--") && !levels.empty()) {
            const string_view name = line.substr(2, line.find_last_not_of(" \t") - 1);
            const auto part = levels.find(name);
            const auto last = name.ends_with("--") ? levels.find(name.substr(0, name.size() - 2)) : levels.end();
            if (part != levels.end()) {
                depth = part->second;
                in_header = true;
                forwards = false;
                if (++parts > most_mail_parts) return fmt::format("the message has more than {} parts", most_mail_parts);
                continue;
            }
            if (last != levels.end()) {
                depth = last->second - 1;
                in_header = false;
                continue;
            }
        }
        if (!in_header) continue;
        if (line.empty()) { // a forwarded message begins with a header of its own
            in_header = forwards;
            depth += forwards;
            forwards = false;
        } else {
            fields += begins_field(line);
            if (fields > most_mail_fields) return fmt::format("the message has more than {} header fields", most_mail_fields);
            line = line.substr(0, 1000);
            if (const auto value = line.find("oundary="); value != string_view::npos || holds_word(line, "boundary="))
                levels[boundary_at(line, value != string_view::npos ? value + 8 : line.find('=') + 1)] = ++depth;
            forwards = forwards || holds_word(line, "message/rfc822");
        }
        if (depth > deepest_mail) return fmt::format("the message nests deeper than {} levels", deepest_mail);
    }
    return {};
}

} // namespace motaudit
