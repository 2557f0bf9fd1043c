// kind = "closing_order": the offer of more help, then the survey, then the farewell (SOP 1.10).

#include "check/kinds.hpp"
#include "query/ending.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

void judge(const Talk& talk, const Parameter&, Finding& finding) {
    const auto& ending = ending_of(talk);
    const std::array wanted = {&ending.offer, &ending.survey, &ending.farewell}; // in that order
    std::vector<Match> parts;
    if (std::ranges::count_if(wanted, [](const auto* part) { return part->has_value(); }) >= 2)
        for (const auto* part : wanted)
            if (*part) parts.push_back(**part);
    if (parts.empty()) return finding.not_applicable("fewer than two of offer, survey and farewell");
    const bool in_order = std::ranges::is_sorted(parts, is_before);
    std::ranges::sort(parts, is_before);
    for (const auto& part : parts) finding.evidence.push_back(talk.evidence(part));
    return in_order ? finding.yes() : finding.no("offer of more help, survey and farewell stand in another order");
}

} // namespace

const CheckKind closing_order_kind = {
    .name = "closing_order", .summary = "the offer of more help comes first, then the survey, then the farewell", .judge = judge};

} // namespace motaudit::checks
