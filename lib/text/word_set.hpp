#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace motaudit {

// A frozen set of words: the minimal automaton of all of them, one array of arcs that is used where it lies. Words that share an
// ending share its arcs, so 400,000 forms take under a megabyte, and nothing is read, built or allocated before the first question.
//
// A word is kept once, in lower case, with the casings in which the dictionaries take it ("London": capital and all capitals, not
// lower case); words of mixed case ("McDonald") are kept as they are written.
class WordSet {
public:
    // The end of a word carries its value: casings and how common the word is.
    using Value = std::uint32_t;
    static constexpr Value lower = 1, capital = 2, capitals = 4, as_written = 8;
    static constexpr Value any_casing = lower | capital | capitals | as_written;
    static constexpr Value never_suggested = 16;
    static constexpr unsigned common_shift = 5; // how common in service talk: 0 to 7, for the commonest few hundred
    static constexpr unsigned known_shift = 8;  // how widely known: 0 for what only large dictionaries have, to 7 for what all know
    static constexpr unsigned commonness(Value value) { return value >> common_shift & 7; }
    static constexpr unsigned knownness(Value value) { return value >> known_shift & 7; }

    // One arc: label in the low 8 bits, "last of its state" in bit 8, the target state (or, where the label is 0, the word's value)
    // above.
    using Arc = std::uint32_t;
    static constexpr Arc last_arc = 0x100;
    static constexpr unsigned target_shift = 9;

    // The arcs of one state; `at` is the number of its first.
    struct State {
        std::uint32_t at = 0;
    };

    explicit constexpr WordSet(std::span<const Arc> arcs) : arcs_(arcs) {}

    // Value of a word as it is kept; 0 where it is not.
    Value find(std::string_view kept) const;

    // Is this right as it is written? Hyphens part words, unless the whole is a word; apostrophes are straight. UTF-8.
    bool knows(std::string_view word) const;

    // Calls visit(label, target) for each arc, and end(value) where a word ends in this state.
    template <class Visit, class End>
    void each(State state, const Visit& visit, const End& end) const {
        for (std::uint32_t i = state.at; i < arcs_.size(); ++i) {
            const Arc arc = arcs_[i];
            if ((arc & 0xff) == 0)
                end(arc >> target_shift);
            else
                visit(static_cast<unsigned char>(arc), State{arc >> target_shift});
            if (arc & last_arc) break;
        }
    }
    State root() const { return {0}; }
    std::span<const Arc> arcs() const { return arcs_; }

private:
    bool knows_whole(std::string_view word) const;

    std::span<const Arc> arcs_;
};

// The words of US, British and Australian English that are compiled into the library.
const WordSet& english_words();

} // namespace motaudit
