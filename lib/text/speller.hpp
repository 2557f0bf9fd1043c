#pragma once

#include "base/hash_table.hpp"
#include "text/word_set.hpp"

#include <cstddef>
#include <string>
#include <string_view>
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

private:
    friend struct ImageFields;
    // A piece of bytes_.
    struct Piece {
        std::uint32_t begin = 0, size = 0;
    };
    // One of the standard's own words: its lower-case (or mixed) form, and how it was added.
    struct Own {
        Piece kept = {}, form = {};
        WordSet::Value casings = 0;
    };

    bool knows_plain(std::string_view word) const;
    bool knows_own(std::string_view word) const;
    const Own* find_own(std::string_view kept) const;
    Own& own(std::string_view kept, std::string_view form);
    Piece keep(std::string_view bytes);
    std::string_view text(Piece piece) const { return {bytes_.view().data() + piece.begin, piece.size}; }

    const WordSet& english_ = english_words();
    HashTable<std::uint32_t> places_ = {}; // in own_, + 1
    Flat<Own> own_ = {};
    Flat<char> bytes_ = {};
};

} // namespace motaudit
