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

// The points of a card, or of what counts there.
struct Points {
    Billionths yes = 0, no = 0;
    bool fatal = false;
    std::optional<double> without_fatal(std::size_t terms) const {
        if (yes + no == 0) return {};
        return static_cast<double>(share(yes, yes + no, 1000, terms)) / 10;
    }
};

bool is_fatal(const Judgement& judgement) {
    return judgement.finding.verdict == Verdict::no &&
           (judgement.finding.fatal || judgement.parameter->severity == Severity::fatal);
}

bool is_waived(const Judgement& judgement) { return judgement.waived != Waived::no; }

// What counts against a bar: the card without what is waived, as if that had not been judged.
struct Counting {
    std::optional<double> score = {};
    bool fatal = false;
};

Counting counting(const ScoreCard& card) {
    if (std::ranges::none_of(card.all(), is_waived)) return {card.score, !card.fatal.empty()};
    Points points;
    for (const auto& judgement : card.all()) {
        if (is_waived(judgement)) continue;
        if (judgement.finding.verdict == Verdict::yes) points.yes += exact(judgement.weight);
        if (judgement.finding.verdict == Verdict::no) points.no += exact(judgement.weight);
        points.fatal = points.fatal || is_fatal(judgement);
    }
    return {points.fatal ? 0.0 : points.without_fatal(card.judged), points.fatal};
}

} // namespace

void score(ScoreCard& card) {
    Points points;
    Billionths all = 0;
    card.fatal.clear();
    for (const auto& judgement : card.all()) {
        const auto weight = exact(judgement.weight);
        all += weight;
        if (judgement.finding.verdict == Verdict::yes) points.yes += weight;
        if (judgement.finding.verdict == Verdict::no) points.no += weight;
        if (is_fatal(judgement)) card.fatal.push_back(judgement.parameter);
    }
    card.score_before_fatal = points.without_fatal(card.judged);
    // QM 4: one fatal markdown makes the score 0, whatever else was judged.
    card.score = card.fatal.empty() ? card.score_before_fatal : 0.0;
    card.judged_share = all > 0 ? static_cast<double>(share(points.yes + points.no, all, 10000, card.judged)) / 10000 : 0;
}

bool passes(const ScoreCard& card, const Bar& bar) {
    const auto [score, fatal] = counting(card);
    const auto is_under = [score = score](const std::optional<double>& mark) { return mark && score && *score < *mark; };
    if (!bar.asked()) return !fatal && !(card.standard != nullptr && is_under(card.standard->pass_mark));
    if (is_under(bar.fail_under)) return false;
    if (bar.on_fatal && fatal) return false;
    return std::ranges::none_of(card.all(), [&](const Judgement& judgement) {
        if (judgement.finding.verdict != Verdict::no || is_waived(judgement)) return false;
        return bar.on_markdown || std::ranges::find(bar.on_parameters, judgement.parameter->id) != bar.on_parameters.end();
    });
}

} // namespace motaudit
