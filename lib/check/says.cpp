// kind = "says": the agent says one of the phrases, in a window of the conversation.

#include "check/kinds.hpp"
#include "check/window.hpp"
#include <array>

namespace motaudit::checks {
namespace {

enum { phrases, window, at_least };
constexpr std::array settings = {
    Setting{.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "the lists, any of which will do"},
    Setting{.name = "window",
            .type = Setting::Type::text,
            .meaning = "where it must be said",
            .choices = window_choices,
            .fallback_text = "anywhere"},
    Setting{.name = "at_least", .type = Setting::Type::number, .meaning = "how often", .fallback = 1, .stricter = 1},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto said = talk.said(parameter[phrases].lists, window_of(talk, Speaker::agent, parameter[window].text));
    for (const auto& match : said) finding.evidence.push_back(talk.evidence(match));
    if (static_cast<double>(said.size()) >= parameter[at_least].number) return finding.yes();
    finding.no(said.empty() ? "not said" : "said too seldom");
    for (const auto list : parameter[phrases].lists) finding.missing.push_back(talk.standard().lexicon.list(list).title);
}

} // namespace

const CheckKind says_kind = {
    .name = "says", .summary = "the agent says one of a list of phrases", .settings = settings, .judge = judge};

} // namespace motaudit::checks
