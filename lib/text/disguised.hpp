#pragma once

#include "text/words.hpp"
#include <optional>
#include <string>

namespace motaudit {

class Lexicon;

// A word of the lexicon that was written so as not to be found.
struct Undisguised {
    std::uint64_t hash = 0;
    WordId id = 0;
    bool marked = false; // false for letters held down, which disguise nothing
};

// A word that no phrase has: is it one in disguise? Letters of other scripts that look alike, digits for letters (0key), marks
// for letters or between them (st*pid, s.t.u.p.i.d), letters held down (hiiii). Only a form that a phrase has is taken, and
// never for a word of the dictionaries.
std::optional<Undisguised> find_disguised(const std::string& folded, const Lexicon& lexicon, bool spelled, bool in_latin_text);

} // namespace motaudit
