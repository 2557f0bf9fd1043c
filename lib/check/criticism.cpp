// kind = "criticism": the agent does not run down the company, nor agree with a customer who just did.

#include "check/kinds.hpp"
#include "query/talk.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { phrases, provocations, agreement };
constexpr std::array settings = {
    Setting{.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "words that run down the company"},
    Setting{.name = "provocations", .type = Setting::Type::lists, .meaning = "how customers run it down"},
    Setting{.name = "agreement", .type = Setting::Type::lists, .meaning = "agreement, which counts right after a provocation"},
};

// The agent's block answers a customer's block that holds one of the matches.
bool answers(const Talk& talk, std::uint32_t turn, std::span<const Match> provoking) {
    const auto block = talk.block_of(turn);
    if (block == 0 || block >= talk.blocks().size()) return false;
    const auto& before = talk.blocks()[block - 1];
    return std::ranges::any_of(provoking, [&](const Match& m) { return m.turn >= before.first && m.turn <= before.last; });
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    auto said = talk.said(parameter[phrases].lists, {.speaker = Speaker::agent});
    if (const auto provoking = talk.said(parameter[provocations].lists, {.speaker = Speaker::customer}); !provoking.empty())
        for (const auto& match : talk.said(parameter[agreement].lists, {.speaker = Speaker::agent}))
            if (answers(talk, match.turn, provoking)) said.push_back(match);
    std::ranges::sort(said, {}, [](const Match& m) { return std::pair(m.turn, m.first); });
    std::uint32_t end = 0, turn = 0;
    for (const auto& match : said) {
        if (!finding.evidence.empty() && match.turn == turn && match.first <= end) continue; // seen by two lists
        turn = match.turn;
        end = match.last;
        finding.evidence.push_back(talk.evidence(match, talk.standard().lexicon.list(match.list).phrases[match.phrase].note));
    }
    if (finding.evidence.empty()) return finding.yes();
    finding.no("the company is run down");
}

} // namespace

const CheckKind criticism_kind = {
    .name = "criticism", .summary = "the agent does not run down the company", .settings = settings, .judge = judge};

} // namespace motaudit::checks
