#pragma once

#include "query/talk.hpp"
#include <optional>

namespace motaudit {

// When a turn begins and ends, in seconds; a turn that has only one of the two has it for both (legend, "How to judge").
std::optional<double> begin_of(const Turn& turn);
std::optional<double> end_of(const Turn& turn);

bool has_times(const Conversation& conversation);

// When the agent was connected: the last event before the agent's first turn that says the agent joined or the call was
// connected, else 0.
double connected_at(const Talk& talk);

// A stretch of time that somebody names: "about two minutes".
struct Length {
    double seconds = 0;
    std::uint32_t first = 0, last = 0; // words of the turn
};

// Every length named in a turn, in order. "A moment" is none; of "two to three minutes" the longer counts.
std::vector<Length> lengths_in(const Talk& talk, std::uint32_t turn);

} // namespace motaudit
