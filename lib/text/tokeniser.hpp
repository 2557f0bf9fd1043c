#pragma once

#include "base/arena.hpp"
#include "text/words.hpp"
#include <functional>
#include <map>
#include <set>
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
    bool spoken = false;    // a call's transcript: what stands in [brackets] is the transcriber's
    bool template_ = false; // placeholders are expected
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
    // What is known of a word's bytes.
    struct Entry {
        std::uint64_t key = 0;
        std::string_view bytes = {};
        std::uint16_t flags = 0;
        std::uint8_t count = 0; // words it stands for: 1, or more for a contraction
        std::uint64_t hash[3] = {};
        WordId id[3] = {};
    };
    const Entry& look_up(std::string_view bytes, bool in_latin_text);
    Entry make(std::string_view bytes, std::uint64_t key, bool in_latin_text);
    void find_disguised(Entry& entry, bool in_latin_text);

    const WordRules& rules_;
    const Lexicon* lexicon_;
    FlagsOf flags_of_;
    std::vector<Entry> memo_ = {};
    std::size_t known_ = 0;
    Arena bytes_ = {};
    std::string folded_ = {}, plain_ = {};
};

} // namespace motaudit
