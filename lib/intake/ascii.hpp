#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

// Small things readers do to text before anyone has broken it into words. Bytes outside ASCII are letters of some script.

namespace motaudit::ascii {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
inline char lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }
inline std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
    return out;
}
inline bool same(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

// Bytes of the blank at the front, 0 for none: space, tab, carriage return, no-break and narrow spaces, and the invisible marks
// of direction that phones put around times and names.
inline std::size_t blank_size(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == ' ' || text[0] == '\t' || text[0] == '\r') return 1;
    if (static_cast<unsigned char>(text[0]) < 0x80) return 0;
    if (text.starts_with("\xC2\xA0")) return 2;
    for (const std::string_view wide :
         {"\xE2\x80\xAF", "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAC", "\xEF\xBB\xBF"}) {
        if (text.starts_with(wide)) return wide.size();
    }
    return 0;
}
inline std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const std::size_t size = blank_size(text.substr(at, 3));
        if (size == 0) break;
        at += size;
    }
    return at;
}
inline std::string_view trim(std::string_view text) {
    text.remove_prefix(skip_blanks(text, 0));
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n'))
        text.remove_suffix(1);
    return text;
}

} // namespace motaudit::ascii
