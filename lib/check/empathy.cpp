// kind = "empathy": the agent shows empathy with what happened to the customer, once the customer has said it.

#include "check/kinds.hpp"
#include "check/near.hpp"
#include "query/concern.hpp"
#include "query/holds.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { phrases, waits, tells, near_to };
constexpr std::array settings = {
    Setting{.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "words of empathy or apology"},
    Setting{.name = "waits",
            .type = Setting::Type::lists,
            .meaning = "apologies for a long wait, which count where the agent caused none"},
    Setting{.name = "tells",
            .type = Setting::Type::lists,
            .meaning = "empathy that tells by itself that the customer met something bad"},
    Setting{.name = "near", .type = Setting::Type::lists, .meaning = "what comes near to empathy, shown where there is none"},
};

// After a hold a sorry for the long wait is for the agent's own; in the first turn, for the queue.
void add_waits(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto agent = talk.blocks_of(Speaker::agent);
    if (agent.empty() || !holds_of(talk).empty()) return;
    const Where behind{.speaker = Speaker::agent, .from = talk.blocks()[agent.front()].last + 1};
    for (const auto& match : talk.said(parameter[waits].lists, behind)) finding.evidence.push_back(talk.evidence(match));
}

// "That must have been annoying": who says so has heard a report, also where no list knows its words.
bool felt(const Talk& talk, const Parameter& parameter, const Concern& concern) {
    if (!concern.stated || concern.elsewhere) return false;
    const Where behind{.speaker = Speaker::agent, .from = concern.turn + 1};
    return std::ranges::any_of(parameter[tells].lists, [&](ListId list) { return talk.says(list, behind); });
}

// A case taken over, or called about, is known before the customer tells it: then the agent says what happened.
bool agent_reports(const Talk& talk, const Concern& concern) {
    return !concern.elsewhere && talk.says(talk.list(Role::problem), {.speaker = Speaker::agent});
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& concern = concern_of(talk);
    if (!concern.problem && !agent_reports(talk, concern) && !felt(talk, parameter, concern))
        return finding.not_applicable("the customer reports nothing bad");
    for (const auto& match : talk.said(parameter[phrases].lists, {.speaker = Speaker::agent}))
        finding.evidence.push_back(talk.evidence(match));
    if (finding.evidence.empty()) add_waits(talk, parameter, finding);
    if (!finding.evidence.empty()) return finding.yes();
    if (!concern.problem) return finding.not_applicable("the customer reports nothing bad");
    finding.no("no empathy, though the customer reports something bad");
    if (!talk.detailed()) return;
    finding.missing.emplace_back("a word of empathy or an apology for what the customer met");
    finding.near.push_back(talk.evidence(concern.problems.front(), "what the customer reports"));
    say_nearest(talk, parameter[near_to].lists, {.speaker = Speaker::agent}, finding);
}

} // namespace

const CheckKind empathy_kind = {.name = "empathy",
                                .summary = "the agent shows empathy where the customer reports something bad",
                                .settings = settings,
                                .judge = judge};

} // namespace motaudit::checks
