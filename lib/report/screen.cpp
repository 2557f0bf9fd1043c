#include "report/screen.hpp"

#include "base/utf8.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <array>

namespace motaudit {
namespace {

constexpr std::array<std::string_view, 6> codes = {"", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[32m", "\x1b[33m"};
constexpr std::string_view reset = "\x1b[0m";
constexpr std::string_view ellipsis = "\u2026";

// How many bytes of the text fill at most so many columns; marks that combine stay with their letter.
std::size_t bytes_within(std::string_view text, std::size_t columns) {
    if (text.size() <= columns && columns_of(text) <= columns) return text.size();
    std::size_t at = 0;
    for (std::size_t used = 0; at < text.size();) {
        const auto c = decode(text, at);
        used += columns_of(c.value);
        if (used > columns) break;
        at += c.size;
    }
    return at;
}

} // namespace

void paint(Ink ink, std::string_view text, const ReportStyle& style, std::string& out) {
    if (!style.colour || ink == Ink::plain || text.empty()) {
        out += text;
        return;
    }
    out += codes[static_cast<std::size_t>(ink)];
    out += text;
    out += reset;
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

unsigned width_of(const ReportStyle& style) { return std::clamp(style.width, 60u, 400u); }

std::string fit(std::string_view text, std::size_t columns) {
    const auto whole = bytes_within(text, columns);
    if (whole == text.size()) return std::string(text);
    if (columns == 0) return {};
    return std::string(text.substr(0, bytes_within(text, columns - 1))) + std::string(ellipsis);
}

void wrap(std::string_view text, Margins margins, std::string& out) {
    auto at = margins.at;
    const auto turn = [&] {
        out += '\n';
        out.append(margins.indent, ' ');
        at = margins.indent;
    };
    for (bool first = true; !text.empty(); first = false) {
        const auto space = std::min(text.find(' '), text.size());
        auto word = text.substr(0, space);
        text.remove_prefix(std::min(space + 1, text.size()));
        const auto columns = columns_of(word);
        if (!first && at + 1 + columns <= margins.end) {
            out += ' ';
            ++at;
        } else if (at > margins.indent && at + columns + (first ? 0 : 1) > margins.end) {
            turn();
        }
        // A word longer than a line is broken where the line ends.
        while (at + columns_of(word) > margins.end && margins.end > at + 1) {
            const auto size = bytes_within(word, margins.end - at);
            if (size == 0) break;
            out += word.substr(0, size);
            word.remove_prefix(size);
            if (word.empty()) break;
            turn();
        }
        out += word;
        at += columns_of(word);
    }
}

} // namespace motaudit
