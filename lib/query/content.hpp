#pragma once

#include "query/talk.hpp"
#include <cstdint>
#include <vector>

namespace motaudit {

// A word that carries meaning, by a key that related words share: "drops" and "dropping", "Wi-Fi" and "network" where the
// list `synonyms` joins them. Stop words carry none.
struct Content {
    std::uint64_t key = 0;
    std::uint32_t word = 0; // index into the turn's words
};

// The content words of words [first, last) of a turn, in order; links, annotations and fillers left out.
void contents_of(const Talk& talk, std::uint32_t turn, std::uint32_t first, std::uint32_t last, std::vector<Content>& out);

} // namespace motaudit
