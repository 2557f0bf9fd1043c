#pragma once

#include <string_view>

namespace motaudit {

// Is a word with a capital one letter (more, less, other, or two swapped) away from a common word? "Unfortunatly" is; a name
// hardly ever. The shorter the word, the commoner the other must be. False for words not of ASCII letters, and for long ones.
bool is_near_word(std::string_view word);

} // namespace motaudit
