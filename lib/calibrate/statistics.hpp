#pragma once

#include "base/estimate.hpp"
#include "model/finding.hpp"
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

// The figures of a calibration (QM 6.2), from counts alone.

namespace motaudit {

// How often the reference's verdict met the other's. The last column: the other has no verdict where one was due.
struct Agreement {
    static constexpr std::size_t verdicts = 3, absent = 3;
    std::array<std::array<std::uint64_t, verdicts + 1>, verdicts> counts = {}; // [reference][given]

    void add(Verdict reference, std::optional<Verdict> given);
    void add(const Agreement& other);

    std::uint64_t all() const;
    std::uint64_t equal() const;
    std::uint64_t given(std::size_t column) const;
    std::uint64_t reference(Verdict verdict) const;
};

// Cohen's kappa with the large-sample interval of Fleiss, Cohen and Everitt (1969), cut to [-1, 1]. Where chance alone would
// agree always (both gave one and the same verdict throughout) it is 1, by convention. Nothing where nothing was compared.
std::optional<Estimate> kappa(const Agreement& agreement);

std::optional<Estimate> agreement_share(const Agreement& agreement);
// Of markdowns: how many of those given the reference holds as well, and how many of the reference's were given.
std::optional<Estimate> markdown_precision(const Agreement& agreement);
std::optional<Estimate> markdown_recall(const Agreement& agreement);

// The verdict that, given always, would agree most often, and how often: what lies above it is judgement.
struct Constant {
    Verdict verdict = Verdict::yes;
    std::uint64_t equal = 0;
};
Constant best_constant(const Agreement& agreement);

} // namespace motaudit
