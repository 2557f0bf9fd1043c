// kind = "willingness": the agent promises help or takes a step for the customer.

#include "check/kinds.hpp"
#include "check/near.hpp"
#include "query/concern.hpp"
#include <array>

namespace motaudit::checks {
namespace {

enum { phrases, near_to };
constexpr std::array settings = {
    Setting{.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "promises of help and steps taken"},
    Setting{.name = "near", .type = Setting::Type::lists, .meaning = "what comes near to a promise, shown where there is none"},
};

// The customer was gone before the agent could say more than the opening.
bool left_early(const Talk& talk) {
    if (talk.channel() == Channel::email || talk.channel() == Channel::template_) return false;
    const auto agent = talk.blocks_of(Speaker::agent);
    if (agent.size() >= 2) return false;
    if (agent.empty() || talk.blocks().back().speaker == Speaker::customer) return true;
    const auto opening = talk.blocks()[agent.front()];
    if (agent.front() == 0 && talk.blocks().size() == 1) return true;
    for (auto t = opening.last; t < talk.turn_count(); ++t)
        if (talk.turn(t).event == Event::leave && talk.turn(t).speaker != Speaker::agent) return true;
    return talk.conversation().ended_by == EndedBy::customer;
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    for (const auto& match : talk.said(parameter[phrases].lists, {.speaker = Speaker::agent}))
        finding.evidence.push_back(talk.evidence(match));
    if (left_early(talk)) {
        finding.evidence.clear();
        return finding.not_applicable("the customer left before the agent's second turn");
    }
    if (!finding.evidence.empty()) return finding.yes();
    const auto& concern = concern_of(talk);
    // "Do you have their number?" is a wish too, but not the brand's concern where the agent says as well that the number is wrong.
    if (concern.elsewhere && (concern.wishes.empty() || talk.says(talk.list(Role::wrong_contact), {.speaker = Speaker::agent})))
        return finding.not_applicable("no concern of the brand's");
    finding.no("no promise of help");
    if (!talk.detailed()) return;
    finding.missing.emplace_back("a promise of help, or a step taken for the customer");
    say_nearest(talk, parameter[near_to].lists, {.speaker = Speaker::agent}, finding);
    if (finding.near.empty() && concern.stated) finding.near.push_back({concern.turn, {}, "what help was asked for"});
}

} // namespace

const CheckKind willingness_kind = {.name = "willingness",
                                    .summary = "the agent promises help or takes a step for the customer",
                                    .settings = settings,
                                    .judge = judge};

} // namespace motaudit::checks
