// kind = "name_usage": the agent addresses the customer by name, often enough (SOP 2).

#include "check/kinds.hpp"
#include "query/names.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace motaudit::checks {
namespace {

enum { at_least, stand_in, must_ask };
constexpr std::array settings = {
    Setting{.name = "at_least", .type = Setting::Type::number, .meaning = "how often", .fallback = 2, .stricter = 1},
    Setting{.name = "stand_in",
            .type = Setting::Type::lists,
            .meaning = "what stands in for a name that the customer declined to give"},
    Setting{.name = "must_ask",
            .type = Setting::Type::flag,
            .meaning = "no where the name is never known since nobody asked",
            .stricter = 1},
};

bool asked(const Talk& talk) { return std::ranges::find(requests_of(talk), Item::name, &Request::item) != requests_of(talk).end(); }

// The customer answers a question for the name with a refusal.
bool declined(const Talk& talk) {
    for (const auto& request : requests_of(talk)) {
        const auto block = talk.block_of(request.words.turn) + 1;
        if (request.item != Item::name || block >= talk.blocks().size()) continue;
        const auto& answer = talk.blocks()[block];
        if (talk.says(talk.list(Role::refusal_to_give),
                      {.speaker = Speaker::customer, .from = answer.first, .to = answer.last + 1}))
            return true;
    }
    return false;
}

void never_asked(const Talk& talk, Finding& finding) {
    finding.no("the name is never asked for");
    if (talk.detailed()) finding.missing.emplace_back("a question for the customer's name");
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& name = customer_name(talk);
    std::vector<Match> others;
    auto uses = name_uses(talk, name, others);
    const bool stands_in = !name.known() && !parameter[stand_in].lists.empty() && declined(talk);
    if (stands_in) uses = talk.said(parameter[stand_in].lists, {.speaker = Speaker::agent});
    for (const auto& use : uses) finding.evidence.push_back(talk.evidence(use));
    const auto expected = parameter[at_least].number;
    if (static_cast<double>(uses.size()) >= expected) return finding.yes();
    if (name.redacted) return finding.not_visible("names were taken out of the text");
    if (!name.known() && !stands_in && parameter[must_ask].number != 0 && !asked(talk)) return never_asked(talk, finding);
    if (!name.known() && !stands_in) return finding.not_applicable("the customer's name is never known");
    if (!talk.detailed()) return finding.no({});
    for (const auto& other : others) finding.near.push_back(talk.evidence(other, "speaks of the customer, not to them"));
    if (finding.near.empty() && name.said) finding.near.push_back({*name.said, {}, "the name is given here"});
    const auto more = expected - static_cast<double>(uses.size());
    const std::string how_often = more == 1 ? "once more" : more == 2 ? "twice" : fmt::format("{:.0f} times", more);
    finding.missing.push_back("the customer's name in what is said to them, " + how_often);
    static constexpr std::string_view times[] = {"never addressed by name", "addressed by name once"};
    finding.no(fmt::format(
        "{}; at least {:.0f} times expected",
        uses.size() < 2 ? std::string(times[uses.size()]) : fmt::format("addressed by name {} times", uses.size()), expected));
}

} // namespace

const CheckKind name_usage_kind = {
    .name = "name_usage", .summary = "the agent addresses the customer by name", .settings = settings, .judge = judge};

} // namespace motaudit::checks
