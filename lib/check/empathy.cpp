// kind = "empathy": the agent shows empathy with what happened to the customer, once the customer has said it.

#include "check/kinds.hpp"
#include "query/concern.hpp"
#include <array>

namespace motaudit::checks {
namespace {

enum { phrases };
constexpr std::array settings = {
    Setting{.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "words of empathy or apology"},
};

// A case taken over, or called about, is known before the customer tells it: then the agent says what happened.
bool agent_reports(const Talk& talk, const Concern& concern) {
    return !concern.elsewhere && talk.says(talk.list(Role::problem), {.speaker = Speaker::agent});
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& concern = concern_of(talk);
    if (!concern.problem && !agent_reports(talk, concern)) return finding.not_applicable("the customer reports nothing bad");
    for (const auto& match : talk.said(parameter[phrases].lists, {.speaker = Speaker::agent}))
        finding.evidence.push_back(talk.evidence(match));
    if (!finding.evidence.empty()) return finding.yes();
    if (!concern.problem) return finding.not_applicable("the customer reports nothing bad");
    finding.no("no empathy, though the customer reports something bad");
    finding.missing.emplace_back("a word of empathy or an apology for what the customer met");
    finding.near.push_back(talk.evidence(concern.problems.front(), "what the customer reports"));
}

} // namespace

const CheckKind empathy_kind = {.name = "empathy",
                                .summary = "the agent shows empathy where the customer reports something bad",
                                .settings = settings,
                                .judge = judge};

} // namespace motaudit::checks
