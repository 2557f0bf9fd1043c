#pragma once

#include <cstddef>
#include <string_view>

namespace motaudit {

// A character that a reader does not see, or takes for another: zero-width and soft-hyphen characters, unusual spaces and line
// ends, letters and digits of full width. Marks that shape other scripts' letters and emoji are none where they do so.
struct OddCharacter {
    std::size_t at = 0;   // in the text; its size where there is none
    std::size_t size = 0; // bytes
    char plain = 0;       // what stands for it; 0 = nothing does
};

// The first odd character from a place on.
OddCharacter next_odd_character(std::string_view text, std::size_t from);

} // namespace motaudit
