#include "gate/gate.hpp"

#include "model/conversation.hpp"
#include <fmt/format.h>

namespace motaudit {

void Gate::mark(ScoreCard& card, std::string& lines) const {
    const auto& talk = *card.conversation;
    if (suppressions) suppressions->cover(talk);
    const auto* known_here = baseline ? baseline->find(talk.id) : nullptr;
    for (std::size_t i = 0; i < card.judged; ++i) {
        auto& judgement = card.judgements[i];
        const auto& id = judgement.parameter->id;
        const bool is_markdown = judgement.finding.verdict == Verdict::no;
        judgement.waived = counted && !counted->contains(id) ? Waived::left_out : Waived::no;
        judgement.waived_why = {};
        if (!is_markdown) continue;
        // Looked for whatever else waives it: what is there is not gone.
        const KnownMarkdown* known = nullptr;
        std::vector<std::uint64_t> words;
        if (needs_words()) words = words_of(judgement.finding, talk);
        if (known_here != nullptr) known = known_in(*known_here, id, words);
        if (judgement.waived == Waived::left_out) continue;
        if (const auto* suppression = suppressions ? suppressions->find(talk, id) : nullptr) {
            judgement.waived = Waived::suppressed;
            judgement.waived_why = suppression->why;
            continue;
        }
        if (known != nullptr) {
            judgement.waived = Waived::known;
            judgement.waived_why = known->why;
        }
        if (writes_baseline)
            append_markdown(talk.id, id, words, known != nullptr ? std::string_view(known->since) : std::string_view(today), lines);
    }
}

void Gate::conclude(Summary& summary, const std::function<void(const Error&)>& tell) const {
    summary.gate.used = waives();
    if (baseline) {
        constexpr std::uint64_t most_told = 20;
        baseline->gone([&](std::string_view id, const KnownMarkdown& markdown) {
            if (++summary.gate.gone > most_told) return;
            tell({.message = fmt::format("gone: {} in {}{}", markdown.parameter, id,
                                         markdown.why.empty() ? "" : ", known " + markdown.why)});
        });
        if (summary.gate.gone > most_told) tell({.message = fmt::format("and {} more are gone", summary.gate.gone - most_told)});
    }
    if (!suppressions) return;
    for (const auto& one : suppressions->all) {
        const auto say = [&](std::string what) {
            tell({suppressions->path, one.line, 0, fmt::format("{}: '{}' ({})", what, one.parameter, one.owner)});
        };
        if (one.expired) {
            ++summary.gate.expired;
            say("expired on " + one.until);
        } else if (!one.used) {
            ++summary.gate.unused;
            say(one.covers_one ? "not used: what it covers has no such markdown" : "not used: covers nothing that was judged");
        }
    }
}

} // namespace motaudit
