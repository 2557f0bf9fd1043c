// kind = "never_says": the agent says none of the phrases; each use is evidence, with what to say instead.

#include "check/kinds.hpp"
#include "check/window.hpp"
#include "query/ending.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { phrases, what, excused_by, antecedents, replaceable };
constexpr std::array settings = {
    Setting{.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "the lists, none of which may be said"},
    Setting{.name = "what",
            .type = Setting::Type::text,
            .meaning = "what a use is called in the reason",
            .fallback_text = "unwanted words"},
    Setting{.name = "excused_by", .type = Setting::Type::lists, .meaning = "lists that excuse a use in the same sentence"},
    Setting{.name = "antecedents",
            .type = Setting::Type::lists,
            .meaning = "lists of whom else a use may mean, where one of them was named shortly before"},
    Setting{.name = "replaceable",
            .type = Setting::Type::lists,
            .meaning = "those of the lists whose `instead` can stand in the place of what is said, for motaudit fix"},
};

bool excused(const Talk& talk, const Match& match, std::span<const Match> excuses) {
    const auto sentence = talk.sentence(match);
    return std::ranges::any_of(excuses, [&](const Match& m) { return m.turn == match.turn && talk.sentence(m) == sentence; });
}

// Named earlier in the sentence or in the two before it, which may be the customer's last.
bool means_another(const Talk& talk, const Match& match, std::span<const ListId> named) {
    constexpr std::uint32_t sentences_before = 2;
    const auto sentence = talk.sentence(match);
    for (const auto& one : talk.said(named, {.speaker = Speaker::agent, .from = match.turn, .to = match.turn + 1}))
        if (is_before(one, match) && talk.sentence(one) + sentences_before >= sentence) return true;
    const auto block = talk.block_of(match.turn);
    if (sentence >= sentences_before || block == 0 || block == talk.blocks().size()) return false;
    const auto& before = talk.blocks()[block - 1];
    return !talk.said(named, {.speaker = before.speaker, .from = before.first, .to = before.last + 1}).empty();
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto uses_of = talk.said(parameter[phrases].lists, {.speaker = Speaker::agent});
    std::vector<Match> excuses;
    if (!uses_of.empty()) excuses = talk.said(parameter[excused_by].lists, {.speaker = Speaker::agent});
    for (const auto& match : uses_of)
        if (!excused(talk, match, excuses) &&
            (parameter[antecedents].lists.empty() || !means_another(talk, match, parameter[antecedents].lists)))
            finding.evidence.push_back(talk.evidence(match, talk.standard().lexicon.list(match.list).phrases[match.phrase].note));
    if (finding.evidence.empty()) return finding.yes();
    const auto uses = finding.evidence.size();
    finding.no(parameter[what].text + (uses == 1 ? " once" : " " + std::to_string(uses) + " times"));
}

} // namespace

const CheckKind never_says_kind = {
    .name = "never_says", .summary = "the agent says none of a list of phrases", .settings = settings, .judge = judge};

} // namespace motaudit::checks
