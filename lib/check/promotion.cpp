// kind = "promotion": the agent points to the site, self-service or chat, while the standard promotes them (SOP 1.10).

#include "check/kinds.hpp"
#include "query/talk.hpp"
#include <array>

namespace motaudit::checks {
namespace {

enum { phrases, promotion };
constexpr std::array settings = {
    Setting{.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "what promotes"},
    Setting{.name = "promotion", .type = Setting::Type::flag, .meaning = "whether there is anything to promote now", .stricter = 1},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    if (parameter[promotion].number == 0) return finding.not_applicable("nothing is promoted now");
    for (const auto& match : talk.said(parameter[phrases].lists, {.speaker = Speaker::agent}))
        finding.evidence.push_back(talk.evidence(match));
    return finding.evidence.empty() ? finding.no("not promoted") : finding.yes();
}

} // namespace

const CheckKind promotion_kind = {.name = "promotion",
                                  .summary = "the agent points to site, self-service or chat while they are promoted",
                                  .settings = settings,
                                  .judge = judge};

} // namespace motaudit::checks
