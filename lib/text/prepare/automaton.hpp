#pragma once

#include "text/word_set.hpp"

#include <string>
#include <utility>
#include <vector>

namespace motaudit {

// The minimal automaton of the words, as WordSet reads it. Words are sorted by bytes and all different; values are not 0.
std::vector<WordSet::Arc> automaton_of(const std::vector<std::pair<std::string, WordSet::Value>>& words);

} // namespace motaudit
