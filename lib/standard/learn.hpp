#pragma once

#include "model/standard.hpp"

namespace motaudit {

// Teaches a standard's speller and list of names its own words, names and terms.
void learn_words(Standard& standard);

} // namespace motaudit
