// kind = "offers_more": more help is offered after the solution and before the farewell (SOP 1.10). A letter is one piece: there
// the offer counts wherever it stands.

#include "check/kinds.hpp"
#include "query/ending.hpp"

namespace motaudit::checks {
namespace {

void no_offer(const Talk& talk, const Ending& ending, Finding& finding) {
    finding.no("more help is not offered");
    if (!talk.detailed()) return;
    finding.missing.emplace_back("an offer of more help before the farewell");
    if (ending.farewell) finding.near.push_back(talk.evidence(*ending.farewell, "the farewell, with no offer before it"));
}

void judge(const Talk& talk, const Parameter&, Finding& finding) {
    if (talk.blocks_of(Speaker::agent).empty()) return finding.not_visible("the agent says nothing");
    if (talk.channel() == Channel::email || talk.channel() == Channel::template_) {
        const auto said = talk.said(talk.list(Role::offer_of_more), {.speaker = Speaker::agent});
        for (const auto& match : said) finding.evidence.push_back(talk.evidence(match));
        return said.empty() ? no_offer(talk, {}, finding) : finding.yes();
    }
    const auto& ending = ending_of(talk);
    if (ending.offer) finding.evidence.push_back(talk.evidence(*ending.offer));
    if (ending.offer_stands) return finding.yes();
    if (ending.customer_left) return finding.not_applicable("the customer left before any closing");
    if (!ending.offer) return no_offer(talk, ending, finding);
    const bool late = ending.farewell && is_before(*ending.farewell, *ending.offer);
    finding.no(late ? "offered only after the farewell" : "offered before a further matter, and not again");
    if (!talk.detailed()) return;
    finding.missing.emplace_back(late ? "the offer before the farewell" : "an offer of more help after the last matter");
    if (late) finding.near.push_back(talk.evidence(*ending.farewell, "the farewell"));
}

} // namespace

const CheckKind offers_more_kind = {
    .name = "offers_more", .summary = "more help is offered after the solution and before the farewell", .judge = judge};

} // namespace motaudit::checks
