#include "audit/examples.hpp"

#include "audit/auditor.hpp"
#include "standard/example.hpp"
#include <algorithm>

namespace motaudit {
namespace {

// What is wrong with the example; empty where it gets its verdict.
std::string judged_otherwise(Auditor& auditor, const Conversation& conversation, const Parameter& parameter, Verdict expected) {
    const auto* card = auditor.judge(conversation);
    if (card == nullptr) return auditor.skip_reason(conversation.channel);
    const auto judgements = card->all();
    const auto judgement = std::ranges::find(judgements, &parameter, &Judgement::parameter);
    if (judgement == judgements.end())
        return "the row is not asked on the channel '" + std::string(name_of(conversation.channel)) + "'";
    const auto& finding = judgement->finding;
    if (finding.verdict == expected) return {};
    return "expected " + std::string(name_of(expected)) + ", got " + std::string(name_of(finding.verdict)) +
           (finding.reason.empty() ? "" : ": " + finding.reason);
}

} // namespace

ExampleRun run_examples(const Standard& standard) {
    ExampleRun run;
    Arena arena;
    const Bar bar;
    const Standard* const standards[] = {&standard};
    Auditor auditor(standards, bar, true);
    for (const auto& parameter : standard.parameters) {
        for (const auto& example : parameter.examples) {
            ++run.examples;
            arena.clear();
            const auto conversation = read_example(parameter, example, arena);
            if (!conversation) {
                run.wrong.push_back({&parameter, &example, conversation.error().line, conversation.error().message});
            } else if (auto message = judged_otherwise(auditor, *conversation, parameter, example.verdict); !message.empty()) {
                run.wrong.push_back({&parameter, &example, example.line, std::move(message)});
            }
        }
    }
    return run;
}

} // namespace motaudit
