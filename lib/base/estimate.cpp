#include "base/estimate.hpp"

#include <cmath>

namespace motaudit {
namespace {

constexpr double z = 1.959963984540054; // 97.5 % of the normal distribution

// The same of Student's t, by the series of Cornish and Fisher: within 0.5 % from 3 degrees of freedom on. Below that the exact
// forms, and in between 2 and 3 the wider of the two.
double t_of(double freedom) {
    if (freedom < 2) return 12.7062047;
    if (freedom < 3) return 4.30265273;
    const double z2 = z * z, n = freedom;
    const double first = z * (z2 + 1) / 4;
    const double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
    const double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    const double fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return z + first / n + second / (n * n) + third / (n * n * n) + fourth / (n * n * n * n);
}

} // namespace

std::optional<Estimate> proportion(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return {};
    const auto n = static_cast<double>(whole);
    const double p = static_cast<double>(part) / n;
    const double middle = p + z * z / (2 * n);
    const double reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double all = 1 + z * z / n;
    // At the ends the formula is exact but for rounding.
    return Estimate{p, part == 0 ? 0.0 : (middle - reach) / all, part == whole ? 1.0 : (middle + reach) / all};
}

std::optional<Estimate> proportion_change(std::uint64_t part, std::uint64_t whole, std::uint64_t other_part,
                                          std::uint64_t other_whole) {
    const auto a = proportion(part, whole), b = proportion(other_part, other_whole);
    if (!a || !b) return {};
    const double value = a->value - b->value;
    return Estimate{value, value - std::hypot(a->value - a->low, b->high - b->value),
                    value + std::hypot(a->high - a->value, b->value - b->low)};
}

std::optional<Estimate> mean_change(const Sample& now, const Sample& before) {
    if (now.count < 2 || before.count < 2) return {};
    const double value = now.mean - before.mean;
    const double a = now.variance / static_cast<double>(now.count), b = before.variance / static_cast<double>(before.count);
    if (a + b <= 0) return {}; // samples without any spread say nothing of it
    const double freedom =
        (a + b) * (a + b) / (a * a / static_cast<double>(now.count - 1) + b * b / static_cast<double>(before.count - 1));
    const double reach = t_of(freedom) * std::sqrt(a + b);
    return Estimate{value, value - reach, value + reach};
}

} // namespace motaudit
