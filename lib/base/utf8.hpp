#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace motaudit {

// One character read from UTF-8. Where the bytes are not UTF-8, `valid` is false, `value` is U+FFFD and `size` is the
// longest broken start of a character (Unicode 3.9, "maximal subpart"): one replacement character stands for it.
struct CodePoint {
    char32_t value = 0xfffd;
    std::uint32_t size = 1;
    bool valid = false;
};

// The character that begins at text[at]; `at` must lie inside the text.
inline CodePoint decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xc2 || lead > 0xf4) return {};
    const std::uint32_t size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    char32_t value = lead & (0x7fu >> size);
    for (std::uint32_t i = 1; i < size; ++i) {
        if (at + i >= text.size()) return {0xfffd, i, false};
        const unsigned char next = byte(at + i);
        // The second byte rules out long forms, surrogates and what lies beyond U+10FFFF.
        const unsigned char low = i > 1 ? 0x80 : lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const unsigned char high = i > 1 ? 0xbf : lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (next < low || next > high) return {0xfffd, i, false};
        value = (value << 6) | (next & 0x3fu);
    }
    return {value, size, true};
}

inline void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0 | (c >> 6));
        put(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        put(0xe0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3f));
        put(0x80 | (c & 0x3f));
    } else {
        put(0xf0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3f));
        put(0x80 | ((c >> 6) & 0x3f));
        put(0x80 | (c & 0x3f));
    }
}

// Controls that steer a terminal or reorder what is read on a screen: C0, DEL, C1, the line and paragraph separators and
// the bidirectional controls. Text from outside never brings them to an output as they are.
constexpr bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

// The eight bytes of a text from `at` on that are beyond ASCII, a bit each at the top of its byte. at + 8 must be in the text.
inline std::uint64_t high_bytes_of_eight(std::string_view text, std::size_t at) {
    std::uint64_t bytes = 0;
    __builtin_memcpy(&bytes, text.data() + at, 8);
    return bytes & 0x8080808080808080;
}

// Where the first byte beyond ASCII from `from` on stands; the text's size where there is none.
inline std::size_t next_high_byte(std::string_view text, std::size_t from) {
    while (from + 8 <= text.size() && high_bytes_of_eight(text, from) == 0) from += 8;
    while (from < text.size() && static_cast<unsigned char>(text[from]) < 0x80) ++from;
    return from;
}

inline std::size_t count_high_bytes(std::string_view text) {
    std::size_t count = 0, at = 0;
    for (; at + 8 <= text.size(); at += 8) count += static_cast<std::size_t>(__builtin_popcountll(high_bytes_of_eight(text, at)));
    for (; at < text.size(); ++at) count += static_cast<unsigned char>(text[at]) >= 0x80;
    return count;
}

} // namespace motaudit
