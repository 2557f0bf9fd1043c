#pragma once

#include "model/standard.hpp"
#include <string>
#include <string_view>

namespace motaudit {

// The word that a misspelt one must have been meant as: the one candidate that is near, with every other one far behind. Empty
// where there could be two minds about it.
std::string clear_word(std::string_view misspelt, const Standard& standard);

} // namespace motaudit
