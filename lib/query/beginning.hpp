#pragma once

#include "query/talk.hpp"

namespace motaudit {

// Whether the conversation comes to its agent from another agent, by an event or a system line before the agent's first turn.
// A bot that hands over is no agent.
bool begins_with_transfer(const Talk& talk);

} // namespace motaudit
