#pragma once

#include "model/finding.hpp"
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

struct Conversation;
struct Parameter;
struct Standard;

// Why a verdict does not count against the bar that was asked for: its parameter is left out there, a person suppressed the
// markdown, or it is known already. Scores know nothing of it.
enum class Waived : std::uint8_t { no, left_out, suppressed, known };
inline constexpr std::array<std::string_view, 4> waived_names = {"", "left-out", "suppressed", "known"};
inline std::string_view name_of(Waived w) { return waived_names[static_cast<std::size_t>(w)]; }

// The verdict on one parameter of the standard.
struct Judgement {
    const Parameter* parameter = nullptr;
    double weight = 0; // in this channel: all weights of the channel add up to 100
    Finding finding = {};
    Waived waived = Waived::no;
    std::string_view waived_why = {}; // "until 2026-12-31, Ann: the new wording comes with the relaunch"; may be empty
};

// What a standard says of one conversation (contract: "Scorecard"). Borrows the conversation and the standard.
struct ScoreCard {
    const Conversation* conversation = nullptr;
    const Standard* standard = nullptr;
    std::vector<Judgement> judgements = {}; // in the standard's order; only the first `judged` are of this conversation
    std::size_t judged = 0;
    std::optional<double> score = {}; // 0-100, one decimal; nothing where no weight was judged
    std::optional<double> score_before_fatal = {};
    double judged_share = 0;                  // 0-1: yes and no weights out of the channel's 100
    std::vector<const Parameter*> fatal = {}; // parameters whose no made the score 0
    bool passed = true;

    std::span<const Judgement> all() const { return {judgements.data(), judged}; }
};

} // namespace motaudit
