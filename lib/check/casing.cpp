// kind = "casing": brand names and technical terms stand in their official case.

#include "check/kinds.hpp"
#include "query/own_words.hpp"
#include <algorithm>

namespace motaudit::checks {
namespace {

// A sentence all in capitals says nothing of how its terms are written.
bool shouted(const Talk& talk, std::uint32_t turn, Span span) {
    const auto words = talk.words(turn);
    const auto at = std::ranges::lower_bound(words, span.begin, {}, [](const Word& word) { return word.span.begin; });
    if (at == words.end() || !at->is(Word::all_caps)) return false;
    std::size_t others = 0;
    for (const auto& word : talk.sentence_words(turn, at->sentence)) {
        if (word.kind != WordKind::word || word.span.size() < 2) continue;
        if (!word.is(Word::all_caps)) return false;
        others += word.span.begin < span.begin || word.span.begin >= span.end;
    }
    return others >= 2;
}

void judge(const Talk& talk, const Parameter&, Finding& finding) {
    for (std::uint32_t turn = 0; turn < talk.turn_count(); ++turn) {
        if (!is_agents(talk, turn)) continue;
        for (auto& slip : talk.standard().term_index.slips(talk.turn(turn).text, talk.words(turn), is_own))
            if (!shouted(talk, turn, slip.span)) finding.evidence.push_back({turn, slip.span, std::move(slip.right)});
    }
    if (finding.evidence.empty()) return finding.yes();
    const auto uses = finding.evidence.size();
    finding.no(uses == 1 ? "a name or term in the wrong case" : std::to_string(uses) + " names or terms in the wrong case");
}

} // namespace

const CheckKind casing_kind = {.name = "casing", .summary = "brand names and terms stand in their official case", .judge = judge};

} // namespace motaudit::checks
