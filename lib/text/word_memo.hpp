#pragma once

#include "base/arena.hpp"
#include "text/words.hpp"
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

class Lexicon;

// What a language does with words before phrases see them. Keys and values are folded.
struct WordRules {
    std::map<std::string, std::vector<std::string>, std::less<>> contractions = {}; // "i'd" → {"i", "would"}
    std::set<std::string, std::less<>> fillers = {};                                // "um"
};

// `flags_of` says which of Word::spelled, Word::name, … a word has; asked once for a distinct word. May be empty.
using FlagsOf = std::function<std::uint16_t(std::string_view word)>;

// What is known of a word as it is written: worked out once, since texts say the same few thousand words over and over. One
// per thread. Bounded: random new words cost time, not memory.
class WordMemo {
public:
    WordMemo(const WordRules& rules, const Lexicon* lexicon, FlagsOf flags_of);

    struct Known {
        std::uint64_t hash = 0;
        WordId id = 0;
        std::uint16_t flags = 0;
        std::uint8_t count = 1;   // words from here on: a contraction stands for several
        std::uint8_t written = 0; // for the memo's use
    };
    // `text_end`: up to where bytes behind the word may be read.
    std::span<const Known> look_up(std::string_view bytes, const char* text_end, bool in_latin_text);

private:
    // The bytes of a word up to sixteen tell it; of a longer one they are kept apart. All of it in half a line of the
    // processor's cache: nearly every word of a text is looked up here.
    struct Key {
        std::uint64_t first = 0, last = 0;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Slot {
        Key key = {};
        Known known = {.count = 0}; // 0 = free; more than one, or a long word: `id` is the place in parts_
    };
    static Key key_of(std::string_view bytes, const char* text_end);
    std::span<const Known> found(const Slot& slot) const;
    std::span<const Known> note(Slot& slot, const Key& key, std::string_view bytes, std::uint8_t written, bool in_latin_text);
    void work_out(std::string_view bytes, bool in_latin_text);
    std::size_t place_of(const Key& key, std::uint8_t written) const;
    void make_room();

    const WordRules& rules_;
    const Lexicon* lexicon_;
    FlagsOf flags_of_;
    std::vector<Slot> slots_ = {};
    std::size_t count_ = 0;
    std::vector<Known> parts_ = {};
    std::vector<std::string_view> bytes_of_ = {}; // of each in parts_, in bytes_
    Arena bytes_ = {};
    std::vector<Known> worked_out_ = {};
    std::string folded_ = {};
};

} // namespace motaudit
