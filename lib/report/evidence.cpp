#include "report/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace motaudit {

const Turn* turn_of(const Evidence& evidence, const Conversation& talk) {
    return evidence.turn < talk.turns.size() ? &talk.turns[evidence.turn] : nullptr;
}

std::string_view words_of(const Evidence& evidence, const Conversation& talk) {
    const auto* const turn = turn_of(evidence, talk);
    if (turn == nullptr || evidence.span.begin >= evidence.span.end || evidence.span.end > turn->text.size()) return {};
    return turn->text.substr(evidence.span.begin, evidence.span.size());
}

Place PlaceFinder::of(const Evidence& evidence) {
    const auto* const turn = turn_of(evidence, talk_);
    if (turn == nullptr || turn->place.line == 0) return {};
    const auto target = std::min<std::size_t>(evidence.span.begin, turn->text.size());
    if (turn != turn_ || target < at_) {
        turn_ = turn;
        at_ = 0;
        here_ = turn->place;
    }
    const auto behind = std::ranges::upper_bound(turn->marks, target, {}, &PlaceMark::at);
    if (behind != turn->marks.begin() && std::prev(behind)->at >= at_) {
        at_ = std::prev(behind)->at;
        here_ = std::prev(behind)->place;
    }
    if (here_.line == 0) return {};
    for (; at_ < target; ++at_) {
        ++here_.column;
        if (turn->text[at_] == '\n') here_ = {here_.line + 1, 1};
    }
    return here_;
}

std::optional<double> duration_of(const Conversation& talk) {
    std::optional<double> last;
    for (const auto& turn : talk.turns)
        for (const auto& time : {turn.start, turn.end})
            if (time && std::isfinite(*time) && (!last || *time > *last)) last = *time;
    return last ? std::optional(std::max(*last, 0.0)) : std::nullopt;
}

} // namespace motaudit
