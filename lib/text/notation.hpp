#pragma once

#include "base/result.hpp"
#include "text/lexicon.hpp"
#include "text/tokeniser.hpp"
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// One step of a phrase: a word (by the hash of its folded form), a slot, any one word, or a gap of up to `size` words.
struct Step {
    enum class Kind : std::uint8_t { word, slot, any, gap };
    Kind kind = Kind::word;
    Slot slot = Slot::brand;
    std::uint8_t size = 0;
    std::uint64_t word = 0;
    friend bool operator==(const Step&, const Step&) = default;
};
using Steps = std::vector<Step>;

using WordClasses = std::map<std::string, std::vector<std::string>, std::less<>>;

inline constexpr std::size_t most_readings = 4096; // a phrase that stands for more is refused

// Every way of saying that a phrase in the notation of motaudit-standard(5) stands for.
Result<std::vector<Steps>> readings_of(std::string_view phrase, const WordClasses& classes, Tokeniser& tokeniser);

} // namespace motaudit
