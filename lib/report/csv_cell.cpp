#include "report/csv_cell.hpp"

#include "base/utf8.hpp"
#include "report/visible.hpp"

#include <algorithm>
#include <array>

namespace motaudit {
namespace {

// OWASP's = + - @ TAB CR, a line feed, and the full-width forms and the minus sign that spreadsheets read alike.
constexpr std::u32string_view formula_starts = U"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20\u2212";

// White space and characters that do not show: a spreadsheet may pass over them on its way to a formula.
bool is_passed_over(char32_t c) {
    return c == ' ' || c == 0xa0 || c == 0xad || c == 0x1680 || c == 0x180e || (c >= 0x2000 && c <= 0x200d) || c == 0x202f ||
           (c >= 0x205f && c <= 0x2064) || c == 0x3000 || c == 0xfeff;
}

bool looks_like_formula(std::string_view cell) {
    for (std::size_t at = 0; at < cell.size();) {
        const auto c = decode(cell, at);
        if (formula_starts.find(c.value) != std::u32string_view::npos) return true;
        if (!is_passed_over(c.value)) return false;
        at += c.size;
    }
    return false;
}

// Bytes that need neither quotes nor a second look, wherever in a cell they stand.
constexpr auto bare = [] {
    std::array<bool, 256> table = {};
    for (std::size_t c = '0'; c <= 'z'; ++c) table[c] = (c <= '9') || (c >= 'A' && c <= 'Z') || c >= 'a' || c == ':' || c == '_';
    for (const char c : {' ', '.', '/'}) table[static_cast<std::size_t>(c)] = true;
    return table;
}();

// A cell's bytes inside its quotes. Tab and line ends may stand in a cell; other controls are shown, never sent.
void append_inside(std::string_view text, std::string& out) {
    for (std::size_t at = 0; at < text.size();) {
        if (bare[static_cast<unsigned char>(text[at])]) {
            out += text[at++];
            continue;
        }
        const auto c = decode(text, at);
        if (c.value == '"')
            out += "\"\"";
        else if (c.value == '\t' || c.value == '\n' || c.value == '\r')
            out += text[at];
        else
            append_visible(c, text.substr(at, c.size), out);
        at += c.size;
    }
}

} // namespace

void append_csv_cell(std::string_view text, std::string& out) {
    if (std::ranges::all_of(text, [](char c) { return bare[static_cast<unsigned char>(c)]; })) {
        out += text;
        return;
    }
    out += looks_like_formula(text) ? "\"'" : "\"";
    append_inside(text, out);
    out += '"';
}

} // namespace motaudit
