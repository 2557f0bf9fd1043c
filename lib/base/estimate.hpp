#pragma once

#include <cstdint>
#include <optional>

namespace motaudit {

// A figure and its 95 % interval.
struct Estimate {
    double value = 0;
    double low = 0, high = 0;

    bool excludes_zero() const { return low > 0 || high < 0; }
};

// part / whole with Wilson's score interval; nothing where whole is 0.
std::optional<Estimate> proportion(std::uint64_t part, std::uint64_t whole);

// part / whole less other_part / other_whole, with Newcombe's hybrid score interval (1998, method 10). Nothing where a whole is 0.
std::optional<Estimate> proportion_change(std::uint64_t part, std::uint64_t whole, std::uint64_t other_part,
                                          std::uint64_t other_whole);

// What is known of numbers that were added up.
struct Sample {
    std::uint64_t count = 0;
    double mean = 0, variance = 0; // of the sample: divided by count - 1
};

// One mean less the other, with Welch's interval; nothing where one of the two has fewer than two numbers, or none differ.
std::optional<Estimate> mean_change(const Sample& now, const Sample& before);

} // namespace motaudit
