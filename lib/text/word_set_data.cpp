#include "text/word_set.hpp"

// The set lies in the program as the build prepared it and is paged in where it is used.
asm(".section .rodata\n"
    ".balign 64\n"
    ".globl motaudit_english_words\n"
    ".hidden motaudit_english_words\n"
    ".globl motaudit_english_words_end\n"
    ".hidden motaudit_english_words_end\n"
    "motaudit_english_words:\n"
    ".incbin \"" MOTAUDIT_WORD_SET "\"\n"
    "motaudit_english_words_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const motaudit::WordSet::Arc motaudit_english_words[];
extern const motaudit::WordSet::Arc motaudit_english_words_end[];
}

namespace motaudit {

const WordSet& english_words() {
    static const WordSet words({motaudit_english_words, motaudit_english_words_end});
    return words;
}

} // namespace motaudit
