// kind = "never_says": the agent says none of the phrases; each use is evidence, with what to say instead.

#include "check/kinds.hpp"
#include "check/window.hpp"
#include <array>

namespace motaudit::checks {
namespace {

enum { phrases, what };
constexpr std::array settings = {
    Setting{.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "the lists, none of which may be said"},
    Setting{.name = "what",
            .type = Setting::Type::text,
            .meaning = "what a use is called in the reason",
            .fallback_text = "unwanted words"},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    for (const auto& match : talk.said(parameter[phrases].lists, {.speaker = Speaker::agent}))
        finding.evidence.push_back(talk.evidence(match, talk.standard().lexicon.list(match.list).phrases[match.phrase].note));
    if (finding.evidence.empty()) return finding.yes();
    const auto uses = finding.evidence.size();
    finding.no(parameter[what].text + (uses == 1 ? " once" : " " + std::to_string(uses) + " times"));
}

} // namespace

const CheckKind never_says_kind = {
    .name = "never_says", .summary = "the agent says none of a list of phrases", .settings = settings, .judge = judge};

} // namespace motaudit::checks
