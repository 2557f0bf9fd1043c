#pragma once

#include "query/talk.hpp"
#include <optional>
#include <vector>

namespace motaudit {

// A wait that the agent announced or asked for, or that an event shows (SOP 1.8; legend, hold.permission). Unannounced
// silence is none.
struct Hold {
    std::uint32_t announced = 0;              // the agent's turn that announces it, or the event's
    std::uint32_t announced_to = 0;           // the last turn of the announcement
    std::optional<Match> words = {};          // the words that announce or ask; nothing for a hold that only an event shows
    bool asked = false;                       // in the form of a question for permission
    std::optional<Match> reason = {};         // what it is for
    std::optional<double> promised = {};      // how long it was to take, in seconds
    std::optional<std::uint32_t> back = {};   // the agent's next turn; nothing where the agent never came back
    std::optional<double> from = {}, to = {}; // seconds: from the customer's consent, else the announcement's end, to the return

    std::optional<double> length() const { return from && to ? std::optional(*to - *from) : std::nullopt; }
};

const std::vector<Hold>& holds_of(const Talk& talk);

} // namespace motaudit
