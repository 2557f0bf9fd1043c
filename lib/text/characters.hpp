#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace motaudit {

// A character of a text: its code point, negative for an invalid byte, and its size in bytes.
struct Character {
    std::int32_t point = 0;
    int size = 1;
};
Character character_at(std::string_view text, std::size_t at);

// What a character beyond ASCII means where words are parted.
enum class CharKind : std::uint8_t { other, letter, ideograph, space, ignorable, stop, quote_open, quote_close, apostrophe };
CharKind kind_of(std::int32_t point);

} // namespace motaudit
