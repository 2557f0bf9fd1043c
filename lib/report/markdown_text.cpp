#include "report/markdown_text.hpp"

#include "report/visible.hpp"

#include <algorithm>
#include <array>

namespace motaudit {
namespace {

constexpr std::string_view markup = "\\`*_[]<>&|~$!";

bool is_alnum(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

// GFM links "http://…", "www.…", "a@b.c"; GitHub also "@name", "#12", "GH-12".
bool is_linked(std::string_view word) {
    const auto holds = [&](std::string_view part) {
        const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a | 0x20) : a) == b; };
        return !std::ranges::search(word, part, same).empty();
    };
    for (const std::string_view part : {"@", "://", "www.", "mailto:", "xmpp:", "gh-"})
        if (holds(part)) return true;
    const auto number = word.find('#');
    return number != std::string_view::npos && number + 1 < word.size() && is_alnum(word[number + 1]);
}

// The text is visible() already.
void append_code(std::string_view shown, std::string& out, bool in_cell) {
    std::size_t longest = 0, run = 0;
    for (const char c : shown) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
    out.append(longest + 1, '`');
    const bool padded = shown.starts_with('`') || shown.ends_with('`');
    if (padded) out += ' ';
    for (const char c : shown) {
        if (in_cell && c == '|') out += '\\';
        out += c;
    }
    if (padded) out += ' ';
    out.append(longest + 1, '`');
}

} // namespace

void append_markdown_code(std::string_view text, std::string& out, bool in_cell) {
    const auto shown = visible(text);
    if (!shown.empty()) append_code(shown, out, in_cell);
}

void append_markdown(std::string_view text, std::string& out) {
    const auto shown = visible(text);
    for (std::size_t at = 0; at < shown.size();) {
        const auto end = std::min(shown.find(' ', at), shown.size());
        const auto word = std::string_view(shown).substr(at, end - at);
        if (is_linked(word)) {
            append_code(word, out, false);
        } else {
            for (const char c : word) {
                if (markup.find(c) != std::string_view::npos) out += '\\';
                out += c;
            }
        }
        if (end < shown.size()) out += ' ';
        at = end + 1;
    }
}

} // namespace motaudit
