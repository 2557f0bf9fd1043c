#pragma once

#include "query/talk.hpp"
#include <cstdint>
#include <string>

namespace motaudit {

// A number that is written or spoken digit by digit: "0412 555 019", "+61 4 …", "oh four one two double five".
struct Digits {
    std::uint32_t turn = 0;
    std::uint32_t first = 0, last = 0; // words, both included
    std::string digits = {};           // empty where there is none
    bool is_date = false;              // 12-11-2026
};

// The number that begins at a word of a turn. Runs of digits with small signs between are one.
Digits digits_at(const Talk& talk, std::uint32_t turn, std::uint32_t word);

} // namespace motaudit
