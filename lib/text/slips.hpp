#pragma once

#include "text/word_set.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// A word that may have been meant by a misspelt one. The cost is low where the slip is a likely one and the word is common.
struct Slip {
    std::string word = {}; // as it is kept in its set: in lower case, mixed case as written
    int cost = 0;
    WordSet::Value casings = 0;
    bool own = false; // one of the standard's words; `word` is then its form
};

// The words of a set within about two slips of `typed` (lower case), and pairs of common words that were run together. In no order.
std::vector<Slip> slips_of(std::string_view typed, const WordSet& set);

// The cost of one word outside the set; negative where it is too far.
int slip_cost(std::string_view typed, std::string_view word);

} // namespace motaudit
