// kind = "recap": towards the end the agent sums up what was done and what happens next.

#include "check/kinds.hpp"
#include "query/ending.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { lead_ins, done, next, turns };
constexpr std::array settings = {
    Setting{.name = "lead_ins", .type = Setting::Type::lists, .required = true, .meaning = "words that begin a summing-up"},
    Setting{.name = "done", .type = Setting::Type::lists, .required = true, .meaning = "words that tell what was done"},
    Setting{.name = "next",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "words that tell what happens next; in one turn with what was done they sum up"},
    Setting{
        .name = "turns", .type = Setting::Type::number, .meaning = "among the agent's last turns", .fallback = 6, .stricter = -1},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    constexpr std::uint32_t enough_words = 8;
    const auto agent = talk.blocks_of(Speaker::agent);
    if (agent.empty()) return finding.not_visible("the agent says nothing");
    const auto most = static_cast<std::size_t>(parameter[turns].number);
    // The first turn opens; nothing can be summed up there, nor in the turn that answers the concern first.
    const std::size_t from = std::max(agent.size() > most ? agent.size() - most : 0, std::min<std::size_t>(2, agent.size() - 1));
    for (std::size_t i = from; i < agent.size(); ++i) {
        const auto& block = talk.blocks()[agent[i]];
        const Where here{.speaker = Speaker::agent, .from = block.first, .to = block.last + 1};
        for (const auto& match : talk.said(parameter[lead_ins].lists, here)) {
            if (talk.words(match.turn).size() < match.last + enough_words && match.turn == block.last) continue;
            finding.evidence.push_back(talk.evidence(match));
            return finding.yes();
        }
        const auto was_done = talk.said(parameter[done].lists, here);
        const auto comes_next = talk.said(parameter[next].lists, here);
        if (!was_done.empty() && !comes_next.empty()) {
            finding.evidence = {talk.evidence(was_done.front()), talk.evidence(comes_next.front())};
            return finding.yes();
        }
        for (const auto& match : was_done) finding.near.push_back(talk.evidence(match, "tells only what was done"));
        for (const auto& match : comes_next) finding.near.push_back(talk.evidence(match, "tells only what happens next"));
    }
    finding.missing.emplace_back("a summing-up: what was done, and what happens next");
    finding.no("the call is not summed up");
}

} // namespace

const CheckKind recap_kind = {.name = "recap",
                              .summary = "towards the end the agent sums up what was done and what happens next",
                              .settings = settings,
                              .judge = judge};

} // namespace motaudit::checks
