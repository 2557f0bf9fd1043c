// kind = "offers_more": more help is offered after the solution and before the farewell (SOP 1.10). A letter is one piece: there
// the offer counts wherever it stands.

#include "check/kinds.hpp"
#include "query/ending.hpp"

namespace motaudit::checks {
namespace {

void judge(const Talk& talk, const Parameter&, Finding& finding) {
    if (talk.blocks_of(Speaker::agent).empty()) return finding.not_visible("the agent says nothing");
    if (talk.channel() == Channel::email || talk.channel() == Channel::template_) {
        const auto said = talk.said(talk.list(Role::offer_of_more), {.speaker = Speaker::agent});
        for (const auto& match : said) finding.evidence.push_back(talk.evidence(match));
        return said.empty() ? finding.no("more help is not offered") : finding.yes();
    }
    const auto& ending = ending_of(talk);
    if (ending.offer) finding.evidence.push_back(talk.evidence(*ending.offer));
    if (ending.offer_stands) return finding.yes();
    if (ending.customer_left) return finding.not_applicable("the customer left before any closing");
    if (!ending.offer) return finding.no("more help is not offered");
    const bool late = ending.farewell && is_before(*ending.farewell, *ending.offer);
    finding.no(late ? "offered only after the farewell" : "offered before a further matter, and not again");
}

} // namespace

const CheckKind offers_more_kind = {
    .name = "offers_more", .summary = "more help is offered after the solution and before the farewell", .judge = judge};

} // namespace motaudit::checks
