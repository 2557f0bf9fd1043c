#pragma once

#include <array>
#include <cstdint>

namespace motaudit {

// What a byte of a text can be. High bytes begin characters that ICU classifies.
namespace byte_class {
enum : std::uint8_t { letter = 1, digit = 2, space = 4, line = 8, stop = 16, special = 32, high = 64 };

inline constexpr auto table = [] {
    std::array<std::uint8_t, 256> classes = {};
    for (int c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 32] = letter;
    for (int c = '0'; c <= '9'; ++c) classes[c] = digit;
    for (const char c : {' ', '\t', '\r', '\v', '\f', '\0'}) classes[static_cast<unsigned char>(c)] = space;
    classes['\n'] = line;
    for (const char c : {'.', '!', '?'}) classes[static_cast<unsigned char>(c)] = stop;
    for (const char c : {'@', '#', '/', '_', '\\', '<', '{', '[', '%', '$', '*'}) classes[static_cast<unsigned char>(c)] = special;
    for (int c = 0x80; c < 0x100; ++c) classes[static_cast<std::size_t>(c)] = high;
    return classes;
}();
} // namespace byte_class

inline std::uint8_t class_of(char c) { return byte_class::table[static_cast<unsigned char>(c)]; }

} // namespace motaudit
