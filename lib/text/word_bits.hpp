#pragma once

#include "text/words.hpp"
#include <array>
#include <cstdint>

namespace motaudit {

// A set of words, each by one of 256 bits: whether two sets share a word is told at once, and wrong only by saying yes.
struct WordBits {
    std::array<std::uint64_t, 4> bits = {};

    static unsigned bit_of(WordId word) { return word * 0x9E3779B1u >> 24; }
    void add(WordId word) { bits[bit_of(word) / 64] |= std::uint64_t{1} << bit_of(word) % 64; }
    void add(const WordBits& other) {
        for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
    }
    bool has(WordId word) const { return (bits[bit_of(word) / 64] >> bit_of(word) % 64 & 1) != 0; }
    bool shares(const WordBits& other) const {
        std::uint64_t both = 0;
        for (std::size_t i = 0; i < bits.size(); ++i) both |= bits[i] & other.bits[i];
        return both != 0;
    }
};

} // namespace motaudit
