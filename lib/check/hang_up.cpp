// kind = "hang_up": the agent does not end the contact without a closing (SOP 2). Thanks, a wish, an offer of more help or the
// survey make a closing; a bare goodbye does not.

#include "check/kinds.hpp"
#include "query/ending.hpp"

namespace motaudit::checks {
namespace {

void judge(const Talk& talk, const Parameter&, Finding& finding) {
    const auto agents = talk.blocks_of(Speaker::agent);
    if (agents.empty()) return finding.not_visible("the agent says nothing");
    const auto& ending = ending_of(talk);
    // An offer that was made long before the end closes nothing.
    const auto late = talk.blocks()[agents[agents.size() - std::min<std::size_t>(agents.size(), 3)]].first;
    for (const auto& part : {ending.offer, ending.survey, ending.thanks})
        if (part && part->turn >= late) finding.evidence.push_back(talk.evidence(*part));
    if (!finding.evidence.empty()) return finding.yes();
    const auto& last = talk.blocks().back();
    const bool by_agent = ending.by == EndedBy::agent || (ending.by == EndedBy::unknown && last.speaker == Speaker::agent);
    if (ending.customer_left || !by_agent) return finding.not_applicable("the customer ended it before any closing");
    finding.evidence.push_back({.turn = talk.blocks()[agents.back()].last});
    if (talk.detailed()) finding.missing.emplace_back("thanks, a wish, an offer of more help or the survey before the end");
    finding.no("ended by the agent without thanks, wish, offer or survey");
}

} // namespace

const CheckKind hang_up_kind = {
    .name = "hang_up", .summary = "the agent does not end the contact without a closing", .judge = judge};

} // namespace motaudit::checks
