#pragma once

#include "gate/gate.hpp"
#include "model/scorecard.hpp"
#include "model/standard.hpp"
#include "query/talk.hpp"
#include "score/score.hpp"
#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace motaudit {

// Judges one conversation after another by the first of its standards that has the channel. It keeps its memory from one to
// the next; each thread has its own.
class Auditor {
public:
    // `detailed`: reasons and evidence are wanted, not just verdicts. `gate`: what is let pass the bar; null = nothing.
    Auditor(std::span<const Standard* const> standards, const Bar& bar, bool detailed, const Gate* gate = nullptr);

    // The scorecard, valid until the next call; null where no standard has the conversation's channel: it is skipped.
    const ScoreCard* judge(const Conversation& conversation);

    // Lines for a new baseline, of what was judged since they were taken.
    std::string& baseline_lines() { return baseline_lines_; }

    // Why a conversation of that channel is skipped.
    std::string skip_reason(Channel channel) const;

private:
    // The rows that apply to a channel, and their weights there, which add up to 100.
    struct Row {
        const Parameter* parameter = nullptr;
        double weight = 0;
    };
    using Rows = std::vector<Row>;
    // One for each channel; then one for each channel that a template may be for.
    static constexpr std::size_t kinds = 2 * channel_names.size();
    struct Bench {
        const Standard* standard = nullptr;
        std::array<Rows, kinds> rows = {};
        std::unique_ptr<Talk> talk = {}; // made on first use
    };

    const Bar& bar_;
    const Gate* gate_ = nullptr;
    bool detailed_ = true;
    std::string baseline_lines_ = {};
    std::vector<Bench> benches_ = {};
    ScoreCard card_ = {};
};

// Whether a row of a standard is asked of a conversation of that channel. For a template: the rows of the channel it is for, of
// those that have templates at all (contract: "for").
bool applies(const Parameter& parameter, Channel channel, Channel template_for);

} // namespace motaudit
