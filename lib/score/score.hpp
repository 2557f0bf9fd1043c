#pragma once

#include "model/scorecard.hpp"
#include "model/standard.hpp"
#include <optional>
#include <string>
#include <vector>

namespace motaudit {

// Fills score, score_before_fatal, judged_share and fatal from the card's judgements (legend, "Scoring"; QM 4).
void score(ScoreCard& card);

// The bar that was asked for. Without any, the standard's pass mark and its fatal parameters are the bar.
struct Bar {
    std::optional<double> fail_under = {};
    bool on_fatal = false;
    bool on_markdown = false;
    std::vector<std::string> on_parameters = {};
    bool asked() const { return fail_under || on_fatal || on_markdown || !on_parameters.empty(); }
};

// Whether the card clears every part of the bar; what is waived there counts as not judged. A card without a score falls under no
// mark: nothing was judged that could.
bool passes(const ScoreCard& card, const Bar& bar);

} // namespace motaudit
