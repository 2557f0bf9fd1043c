#pragma once

#include "model/conversation.hpp"
#include "model/scorecard.hpp"
#include "model/summary.hpp"
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// The few facts that a report keeps of every conversation. Texts are as they were read.
struct CardFacts {
    std::string id = {}, path = {}, agent = {}, agent_id = {}, team = {};
    std::string day = {}; // "2026-11-16", by the conversation's own clock; empty = not known
    std::uint64_t record = 0;
    Channel channel = Channel::chat;
    std::optional<double> score = {};
    bool passed = true, fatal = false;
    std::uint32_t yes = 0, no = 0, na = 0;
    std::vector<const Parameter*> markdowns = {}; // of the standard, in its order
};
CardFacts facts_of(const ScoreCard& card);

// A report that has to see all conversations before it can be written. What it holds of one is small, or bounded in all.
class Collector {
public:
    using Write = std::function<bool(std::string_view)>; // false = no more can be written

    virtual ~Collector() = default;
    // Appends what the report may say of a conversation, for `add`. May run on any thread.
    virtual void card(const ScoreCard& card, std::string& fragment) const = 0;
    // Every conversation, one at a time, in the input's order.
    virtual void add(CardFacts facts, std::string_view fragment) = 0;
    // The whole report.
    virtual void end(const Summary& summary, const Write& write) = 0;
};

} // namespace motaudit
