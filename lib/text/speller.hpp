#pragma once

#include "text/word_set.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace motaudit {

// Says whether a word is spelled right in US, British or Australian English, or is one of a standard's own words. Built once, then
// asked from any thread. Asks about words of letters, apostrophes and hyphens; digits and other scripts are not its business.
class Speller {
public:
    enum class Accept { as_cased, any_casing };

    // Adds a word of a standard: "eSIM", "Nguyen", "Find X" (each of its words). A word in lower case is right with a capital and
    // in capitals too, a name not in lower case; with any_casing every casing is right (its form is another check's business). An "
    // *" at the end (a name that is also an ordinary word) is passed over.
    void add(std::string_view words, Accept accept = Accept::as_cased);

    // Curly apostrophes are straight, invisible characters and width do not count. "x's" and "xs'" go with the standard's own
    // words.
    bool knows(std::string_view word) const;

    // What was most likely meant, best first, in the word's own casing. Takes about a millisecond: ask once for each word.
    std::vector<std::string> suggest(std::string_view word, std::size_t at_most = 3) const;

    // One of the standard's own words, under its lower-case (or mixed) form.
    struct Own {
        WordSet::Value casings = 0;
        std::string form = {}; // as it was added
    };

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using OwnWords = std::unordered_map<std::string, Own, Hash, std::equal_to<>>;

    bool knows_plain(std::string_view word) const;
    bool knows_own(std::string_view word) const;

    const WordSet& english_ = english_words();
    OwnWords own_ = {};
};

} // namespace motaudit
