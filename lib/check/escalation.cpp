// kind = "escalation": a contact of certain kinds (SOP 4.1) is passed on, or a case is created, and the agent says so.

#include "check/kinds.hpp"
#include "query/talk.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { kinds, raised, fatal_kinds };
constexpr std::array settings = {
    Setting{.name = "kinds",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "how customers put each kind of contact, a list a kind"},
    Setting{.name = "raised", .type = Setting::Type::lists, .required = true, .meaning = "how agents say that it is passed on"},
    Setting{.name = "fatal_kinds", .type = Setting::Type::lists, .meaning = "kinds that make a markdown fatal"},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    auto put = talk.said(parameter[kinds].lists, {.speaker = Speaker::customer, .quoted = true}); // a tracking page is quoted
    // Who calls a customer names the matter first.
    if (put.empty() && talk.channel() == Channel::outbound) {
        const auto blocks = talk.blocks_of(Speaker::agent);
        if (!blocks.empty())
            put = talk.said(
                parameter[kinds].lists,
                {.speaker = Speaker::agent, .to = talk.blocks()[blocks[std::min<std::size_t>(blocks.size(), 2) - 1]].last + 1});
    }
    if (put.empty()) return finding.not_applicable("none of the kinds of contact that are passed on");
    const auto title = [&](ListId list) { return talk.standard().lexicon.list(list).title; };
    std::string named;
    std::vector<ListId> seen;
    for (const auto& match : put) {
        if (std::ranges::find(seen, match.list) != seen.end()) continue;
        seen.push_back(match.list);
        named += (named.empty() ? "" : ", ") + title(match.list);
        finding.near.push_back(talk.evidence(match, title(match.list)));
    }
    for (const auto& match : talk.said(parameter[raised].lists, {.speaker = Speaker::agent, .from = put.front().turn}))
        finding.evidence.push_back(talk.evidence(match));
    if (!finding.evidence.empty()) {
        finding.evidence.insert(finding.evidence.begin(), finding.near.begin(), finding.near.end());
        finding.near.clear();
        std::ranges::stable_sort(finding.evidence, {}, [](const Evidence& e) { return std::pair(e.turn, e.span.begin); });
        return finding.yes("passed on: " + named);
    }
    finding.no("nothing is passed on, though the contact is about: " + named);
    finding.missing.emplace_back("that it is passed on, or that a case is created");
    const auto& fatal = parameter[fatal_kinds].lists;
    finding.fatal = std::ranges::any_of(seen, [&](ListId list) { return std::ranges::find(fatal, list) != fatal.end(); });
}

} // namespace

const CheckKind escalation_kind = {.name = "escalation",
                                   .summary = "contacts of certain kinds are passed on, and the agent says so",
                                   .settings = settings,
                                   .judge = judge};

} // namespace motaudit::checks
