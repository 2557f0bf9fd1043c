#include "score/score.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

// Sums run over whole billionths of a point, so that the order of additions, the compiler and the machine make no difference.
// Weights were scaled to 100 and rounded before they came here; a quotient that would be a tie but for that error counts as
// a tie, and ties go up.

namespace motaudit {
namespace {

using Billionths = std::int64_t;

Billionths exact(double weight) { return weight > 0 && weight < 1e6 ? std::llround(weight * 1e9) : 0; }

// part / whole in units of 1/parts, rounded half up; `terms` is how many rounded weights may be off by one.
std::int64_t share(Billionths part, Billionths whole, std::int64_t parts, std::size_t terms) {
    const auto slack = static_cast<__int128>(terms) * parts * 2;
    const auto rounded = (static_cast<__int128>(part) * parts * 2 + whole + slack) / (static_cast<__int128>(whole) * 2);
    return std::min<std::int64_t>(static_cast<std::int64_t>(rounded), parts);
}

bool is_under(const ScoreCard& card, const std::optional<double>& mark) { return mark && card.score && *card.score < *mark; }

} // namespace

void score(ScoreCard& card) {
    Billionths yes = 0;
    Billionths no = 0;
    Billionths all = 0;
    card.fatal.clear();
    for (const auto& judgement : card.all()) {
        const auto weight = exact(judgement.weight);
        all += weight;
        if (judgement.finding.verdict == Verdict::yes) yes += weight;
        if (judgement.finding.verdict != Verdict::no) continue;
        no += weight;
        if (judgement.finding.fatal || judgement.parameter->severity == Severity::fatal) card.fatal.push_back(judgement.parameter);
    }
    card.score_before_fatal.reset();
    if (yes + no > 0) card.score_before_fatal = static_cast<double>(share(yes, yes + no, 1000, card.judged)) / 10;
    // QM 4: one fatal markdown makes the score 0, whatever else was judged.
    card.score = card.fatal.empty() ? card.score_before_fatal : 0.0;
    card.judged_share = all > 0 ? static_cast<double>(share(yes + no, all, 10000, card.judged)) / 10000 : 0;
}

bool passes(const ScoreCard& card, const Bar& bar) {
    if (!bar.asked()) return card.fatal.empty() && !(card.standard != nullptr && is_under(card, card.standard->pass_mark));
    if (is_under(card, bar.fail_under)) return false;
    if (bar.on_fatal && !card.fatal.empty()) return false;
    return std::ranges::none_of(card.all(), [&](const Judgement& judgement) {
        if (judgement.finding.verdict != Verdict::no) return false;
        return bar.on_markdown || std::ranges::find(bar.on_parameters, judgement.parameter->id) != bar.on_parameters.end();
    });
}

} // namespace motaudit
