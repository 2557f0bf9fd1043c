#pragma once

#include "query/talk.hpp"

namespace motaudit {

// A turn that the customer gets from the agent.
inline bool is_agents(const Talk& talk, std::uint32_t turn) {
    const auto& one = talk.turn(turn);
    return one.speaker == Speaker::agent && !one.is_private;
}

// A word that its writer uses: not quoted, not history, not the signature.
inline bool is_own(const Word& word) { return word.part == static_cast<std::uint8_t>(Part::own) && !word.is(Word::quoted); }

} // namespace motaudit
