#pragma once

#include "base/span.hpp"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

enum class WordKind : std::uint8_t {
    word,        // letters, with apostrophes inside
    number,      // digits, also 1,300 or 4.5 or 10:30
    code,        // letters and digits mixed: A78, 5G, 22nd, RP-20933817, *#06#
    link,        // https://…, www.…, oppo.com/au
    address,     // name@example.com
    handle,      // @name, #topic
    file,        // photo.jpg
    placeholder, // {{name}}, <First Name>, [AGENT NAME]: one opaque token
    annotation   // [noise], [laughs]: what a transcriber wrote
};

// The number of a word in a Lexicon's vocabulary; 0 for every word no phrase has.
using WordId = std::uint32_t;

// One word of a turn. `span` is where it stands in the turn's text; what is folded away (case, look-alikes, invisible
// characters) shows only in `id` and `hash`. A contraction gives two words of one span: "I'd" is [i][would].
struct Word {
    Span span = {};
    WordId id = 0;
    std::uint32_t sentence = 0; // of the turn, from 0
    std::uint64_t hash = 0;     // of the folded word: equal words have equal hashes
    WordKind kind = WordKind::word;
    std::uint8_t part = 0; // Part of a mail, see query/; 0 = the writer's own words
    std::uint16_t flags = 0;

    enum Flag : std::uint16_t {
        capital = 1,     // begins with a capital
        all_caps = 2,    // two letters or more, all capitals
        second_half = 4, // the second word of a contraction: "would" of "I'd"
        quoted = 8,      // inside quotation marks: reported, not used
        filler = 16,     // "um": phrases match across it
        spelled = 32,    // a word of the dictionaries or of the standard's word lists as it is written
        disguised = 64,  // invisible characters or look-alike letters were folded away
        sentence_start = 128,
        hyphen_before = 256, // "-" or "’" joins it to the word before: the "Fi" of "Wi-Fi"
        hyphen_after = 512,
        not_ascii = 1024,
        name = 2048, // listed as a given or family name
        line_start = 4096,
        also_word = 8192, // a name that is an ordinary word as well: "Will", "Grace"
        joined = 32768,   // an ideograph inside a word: the "务" of "服务"
        slip = 16384      // not spelled, with a capital, and one letter away from a common word: hardly a name
    };
    bool is(Flag flag) const { return (flags & flag) != 0; }
};

// Hash of a folded word, the same on every machine.
std::uint64_t hash_of(std::string_view folded);

// The word without case, invisible characters, width and diacritic-preserving compatibility forms (NFKC case folding);
// curly apostrophes are straight. `plain` also drops diacritics ("siobhán" and "siobhan" are then equal).
std::string folded(std::string_view word, bool plain = false);

} // namespace motaudit
