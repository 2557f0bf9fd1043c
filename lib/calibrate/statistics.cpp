#include "calibrate/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace motaudit {
namespace {

constexpr double z = 1.959963984540054; // 97.5 % of the normal distribution

std::size_t index_of(Verdict verdict) { return static_cast<std::size_t>(verdict); }

} // namespace

void Agreement::add(Verdict reference, std::optional<Verdict> given) {
    ++counts[index_of(reference)][given ? index_of(*given) : absent];
}

void Agreement::add(const Agreement& other) {
    for (std::size_t i = 0; i < counts.size(); ++i)
        for (std::size_t k = 0; k < counts[i].size(); ++k) counts[i][k] += other.counts[i][k];
}

std::uint64_t Agreement::all() const {
    std::uint64_t sum = 0;
    for (const auto& row : counts) sum = std::accumulate(row.begin(), row.end(), sum);
    return sum;
}

std::uint64_t Agreement::equal() const {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < verdicts; ++i) sum += counts[i][i];
    return sum;
}

std::uint64_t Agreement::given(std::size_t column) const {
    std::uint64_t sum = 0;
    for (const auto& row : counts) sum += row[column];
    return sum;
}

std::uint64_t Agreement::reference(Verdict verdict) const {
    const auto& row = counts[index_of(verdict)];
    return std::accumulate(row.begin(), row.end(), std::uint64_t{0});
}

std::optional<Estimate> kappa(const Agreement& agreement) {
    constexpr auto kinds = Agreement::verdicts + 1;
    const auto n = static_cast<double>(agreement.all());
    if (n == 0) return {};
    std::array<double, kinds> row = {}, column = {};
    for (std::size_t i = 0; i < Agreement::verdicts; ++i)
        row[i] = static_cast<double>(agreement.reference(static_cast<Verdict>(i))) / n;
    for (std::size_t k = 0; k < kinds; ++k) column[k] = static_cast<double>(agreement.given(k)) / n;
    double chance = 0;
    for (std::size_t i = 0; i < kinds; ++i) chance += row[i] * column[i];
    const auto equal = agreement.equal();
    const bool constant = equal == agreement.all() && std::ranges::any_of(row, [](double share) { return share == 1; });
    if (constant) return Estimate{1, 1, 1};
    const double value = (static_cast<double>(equal) / n - chance) / (1 - chance);
    double spread = 0;
    for (std::size_t i = 0; i < Agreement::verdicts; ++i) {
        for (std::size_t k = 0; k < kinds; ++k) {
            const double share = static_cast<double>(agreement.counts[i][k]) / n;
            const double term = i == k ? 1 - (row[i] + column[i]) * (1 - value) : (column[i] + row[k]) * (1 - value);
            spread += share * term * term;
        }
    }
    const double shift = value - chance * (1 - value);
    // A spread of nothing comes out a rounding away from 0.
    const double left = spread - shift * shift;
    const double error = std::sqrt((left > 1e-12 ? left : 0) / n) / (1 - chance);
    // Plus zero: no figure is "-0".
    return Estimate{value + 0.0, std::max(-1.0, value - z * error) + 0.0, std::min(1.0, value + z * error)};
}

std::optional<Estimate> agreement_share(const Agreement& agreement) { return proportion(agreement.equal(), agreement.all()); }

std::optional<Estimate> markdown_precision(const Agreement& agreement) {
    constexpr auto no = static_cast<std::size_t>(Verdict::no);
    return proportion(agreement.counts[no][no], agreement.given(no));
}

std::optional<Estimate> markdown_recall(const Agreement& agreement) {
    constexpr auto no = static_cast<std::size_t>(Verdict::no);
    return proportion(agreement.counts[no][no], agreement.reference(Verdict::no));
}

Constant best_constant(const Agreement& agreement) {
    Constant best;
    for (const auto verdict : {Verdict::yes, Verdict::no, Verdict::na})
        if (const auto count = agreement.reference(verdict); count > best.equal) best = {verdict, count};
    return best;
}

} // namespace motaudit
