// kind = "name_usage": the agent addresses the customer by name, often enough (SOP 2).

#include "check/kinds.hpp"
#include "query/names.hpp"
#include <array>
#include <fmt/format.h>

namespace motaudit::checks {
namespace {

enum { at_least };
constexpr std::array settings = {
    Setting{.name = "at_least", .type = Setting::Type::number, .meaning = "how often", .fallback = 2, .stricter = 1},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& name = customer_name(talk);
    std::vector<Match> others;
    const auto uses = name_uses(talk, name, others);
    for (const auto& use : uses) finding.evidence.push_back(talk.evidence(use));
    const auto expected = parameter[at_least].number;
    if (static_cast<double>(uses.size()) >= expected) return finding.yes();
    if (name.redacted) return finding.not_visible("names were taken out of the text");
    if (!name.known()) return finding.not_applicable("the customer's name is never known");
    for (const auto& other : others) finding.near.push_back(talk.evidence(other, "no address"));
    static constexpr std::string_view times[] = {"never addressed by name", "addressed by name once"};
    finding.no(fmt::format(
        "{}; at least {:.0f} times expected",
        uses.size() < 2 ? std::string(times[uses.size()]) : fmt::format("addressed by name {} times", uses.size()), expected));
}

} // namespace

const CheckKind name_usage_kind = {
    .name = "name_usage", .summary = "the agent addresses the customer by name", .settings = settings, .judge = judge};

} // namespace motaudit::checks
