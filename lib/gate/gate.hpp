#pragma once

#include "gate/baseline.hpp"
#include "gate/suppressions.hpp"
#include "model/summary.hpp"
#include <functional>
#include <optional>
#include <string>

namespace motaudit {

// What is let pass the bar: parameters left out there, suppressed markdowns, known ones. Asked from all threads at once; each mark
// is the same whatever their order.
struct Gate {
    std::optional<ParameterIds> counted = {}; // nothing = all count
    std::optional<Suppressions> suppressions = {};
    std::optional<Baseline> baseline = {};
    bool writes_baseline = false;
    std::string today = {};

    bool waives() const { return counted || suppressions || baseline; }
    bool needs_words() const { return baseline || writes_baseline; } // the evidence, also where it is not shown

    // Marks what is waived on the card. Lines of a new baseline, where one is written, go to `lines`.
    void mark(ScoreCard& card, std::string& lines) const;

    // When all are judged: fills the summary, and tells of known markdowns that are gone and of suppressions that nobody needs.
    void conclude(Summary& summary, const std::function<void(const Error&)>& tell) const;
};

} // namespace motaudit
