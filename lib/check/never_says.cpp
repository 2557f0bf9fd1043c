// kind = "never_says": the agent says none of the phrases; each use is evidence, with what to say instead.

#include "check/kinds.hpp"
#include "check/window.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { phrases, what, excused_by };
constexpr std::array settings = {
    Setting{.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "the lists, none of which may be said"},
    Setting{.name = "what",
            .type = Setting::Type::text,
            .meaning = "what a use is called in the reason",
            .fallback_text = "unwanted words"},
    Setting{.name = "excused_by", .type = Setting::Type::lists, .meaning = "lists that excuse a use in the same sentence"},
};

bool excused(const Talk& talk, const Match& match, std::span<const Match> excuses) {
    const auto sentence = talk.sentence(match);
    return std::ranges::any_of(excuses, [&](const Match& m) { return m.turn == match.turn && talk.sentence(m) == sentence; });
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto uses_of = talk.said(parameter[phrases].lists, {.speaker = Speaker::agent});
    std::vector<Match> excuses;
    if (!uses_of.empty()) excuses = talk.said(parameter[excused_by].lists, {.speaker = Speaker::agent});
    for (const auto& match : uses_of)
        if (!excused(talk, match, excuses))
            finding.evidence.push_back(talk.evidence(match, talk.standard().lexicon.list(match.list).phrases[match.phrase].note));
    if (finding.evidence.empty()) return finding.yes();
    const auto uses = finding.evidence.size();
    finding.no(parameter[what].text + (uses == 1 ? " once" : " " + std::to_string(uses) + " times"));
}

} // namespace

const CheckKind never_says_kind = {
    .name = "never_says", .summary = "the agent says none of a list of phrases", .settings = settings, .judge = judge};

} // namespace motaudit::checks
