#pragma once

#include "text/words.hpp"
#include <array>
#include <cstdint>

namespace motaudit {

// A set of words, each by one of 256 bits: whether it holds a word is told at once, and wrong only by saying yes.
struct WordBits {
    std::array<std::uint64_t, 4> bits = {};

    static unsigned bit_of(WordId word) { return word * 0x9E3779B1u >> 24; }
    void add(WordId word) { bits[bit_of(word) / 64] |= std::uint64_t{1} << bit_of(word) % 64; }
    void add(const WordBits& other) {
        for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
    }
    bool has_bit(unsigned bit) const { return (bits[bit / 64] >> bit % 64 & 1) != 0; }
};

} // namespace motaudit
