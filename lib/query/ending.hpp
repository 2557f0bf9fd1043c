#pragma once

#include "model/conversation.hpp"
#include "query/talk.hpp"
#include <cstdint>
#include <optional>

namespace motaudit {

// How a conversation ends, and where its closing stands (legend, "How to judge").
struct Ending {
    EndedBy by = EndedBy::unknown; // as the conversation or an event says; unknown where neither does
    // Before any farewell or survey: an event says so, or the customer has the last word, or a question of the agent's is
    // left without an answer.
    bool customer_left = false;
    std::uint32_t closing_from = 0;     // the first turn of the agent's last two; bare courtesies behind them ("bye") do not count
    std::optional<Match> offer = {};    // of more help: the last one before the farewell, else the first behind it
    std::optional<Match> survey = {};   // the invitation
    std::optional<Match> farewell = {}; // where the last thanks, wishes and goodbyes begin
    std::optional<Match> thanks = {};   // at the end: thanks of any kind, or a wish; a bare goodbye is none
    bool offer_stands = false;          // the offer comes before the farewell, and was not followed by a new matter
};

const Ending& ending_of(const Talk& talk);

// Whether `a` comes before `b` in the conversation.
inline bool is_before(const Match& a, const Match& b) { return a.turn != b.turn ? a.turn < b.turn : a.first < b.first; }

} // namespace motaudit
