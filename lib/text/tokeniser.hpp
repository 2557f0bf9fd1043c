#pragma once

#include "base/arena.hpp"
#include "text/segmenter.hpp"
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

// How a text is written.
struct TextKind {
    bool spoken = false; // a call's transcript: what stands in [brackets] is the transcriber's
};

// Breaks text into words. ASCII goes by a table; one look-up of a word's bytes in a memo answers everything that is known of
// it. One per thread. The memo is bounded: random new words cost time, not memory.
class Tokeniser {
public:
    // `flags_of` says which of Word::spelled and Word::name a word has; asked once for a distinct word. May be empty.
    using FlagsOf = std::function<std::uint16_t(std::string_view word)>;
    explicit Tokeniser(const WordRules& rules, const Lexicon* lexicon = nullptr, FlagsOf flags_of = {});

    // Appends the words of a text.
    void split(std::string_view text, TextKind kind, std::vector<Word>& out);

private:
    // What is known of a word. A contraction stands for several words, one behind the other.
    struct Known {
        std::uint64_t hash = 0;
        WordId id = 0;
        std::uint16_t flags = 0;
        std::uint8_t count = 1; // words from here on
    };
    // Small, and apart from what is known: nearly every word of a text is looked up here, and the table should stay in the
    // processor's cache. Of words up to eight bytes the hash loses nothing, so that their bytes need not be compared.
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t known = 0; // its place + 1; 0 = free
        std::uint8_t size = 0;   // of the bytes, as far as it goes
        bool in_latin_text = false;
    };
    std::span<const Known> look_up(std::string_view bytes, bool in_latin_text);
    void make(std::string_view bytes, bool in_latin_text);
    template <class Take>
    bool find_masked(const Take& take);
    void find_disguised(Known& word, bool in_latin_text);

    const WordRules& rules_;
    const Lexicon* lexicon_;
    FlagsOf flags_of_;
    Segmenter segmenter_ = {};
    std::vector<Slot> memo_ = {};
    std::vector<Known> known_ = {};
    std::vector<std::string_view> bytes_of_ = {}; // of each in known_, in bytes_
    Arena bytes_ = {};
    std::string folded_ = {}, plain_ = {};
};

} // namespace motaudit
