#pragma once

#include "text/segmenter.hpp"
#include "text/word_memo.hpp"
#include "text/words.hpp"
#include <string_view>
#include <vector>

namespace motaudit {

// How a text is written.
struct TextKind {
    bool spoken = false; // a call's transcript: what stands in [brackets] is the transcriber's
};

// Breaks text into words. ASCII goes by a table; one look-up of a word's bytes in a memo answers everything that is known of
// it. One per thread.
class Tokeniser {
public:
    explicit Tokeniser(const WordRules& rules, const Lexicon* lexicon = nullptr, FlagsOf flags_of = {})
        : memo_(rules, lexicon, std::move(flags_of)) {}

    // Appends the words of a text.
    void split(std::string_view text, TextKind kind, std::vector<Word>& out);

private:
    WordMemo memo_;
    Segmenter segmenter_ = {};
};

} // namespace motaudit
