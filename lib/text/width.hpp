#pragma once

#include <cstddef>
#include <string_view>

namespace motaudit {

// Columns that a character takes on a terminal: 0 for marks that combine and for what does not show, 2 for wide East Asian
// characters and pictures, else 1. Controls count 1: whoever shows them shows something in their place.
unsigned columns_of(char32_t character);

// Columns of a whole text; a byte that is not UTF-8 counts as one replacement character.
std::size_t columns_of(std::string_view text);

} // namespace motaudit
