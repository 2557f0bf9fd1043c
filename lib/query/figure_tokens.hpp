#pragma once

#include "query/talk.hpp"
#include <cstdint>
#include <string_view>
#include <unicode/umachine.h>
#include <vector>

namespace motaudit {

// What figures are made of: a run of digits, a sign, a word that the lists know as part of a date (a month, 年, pm), any other.
struct FigureToken {
    enum class Kind : std::uint8_t {
        number,
        sign,
        month,
        year_mark,
        month_mark,
        day_mark,
        hour_mark,
        half,
        morning,
        afternoon,
        word
    };
    Kind kind = Kind::word;
    Span span = {};
    int value = 0;           // of a number of up to four digits, of a month
    char sign = 0;           // as ASCII
    std::uint8_t digits = 0; // how many; 255 = more than that
    bool space_before = false;
    bool letters_before = false; // directly joined to letters: a code
};

// The character at a place, and how many bytes it takes; those of full width as plain ones.
struct PlainCharacter {
    UChar32 point = 0;
    std::uint32_t size = 1;
};
PlainCharacter plain_character(std::string_view text, std::size_t at);

inline bool is_latin(UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A turn's tokens, in order; spaces are left out.
std::vector<FigureToken> figure_tokens(const Talk& talk, std::uint32_t turn);

} // namespace motaudit
