#include "query/beginning.hpp"

namespace motaudit {

bool begins_with_transfer(const Talk& talk) {
    const auto hand_over = talk.list(Role::hand_over), from_agent = talk.list(Role::hand_over_by_agent);
    bool bot = false;
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t) {
        const auto& turn = talk.turn(t);
        if (turn.speaker == Speaker::agent && turn.event == Event::none && !turn.is_private) return false;
        bot = bot || turn.speaker == Speaker::bot;
        const Where here{.speaker = turn.speaker, .from = t, .to = t + 1};
        if (turn.speaker == Speaker::system || turn.event == Event::transfer) {
            if (talk.says(from_agent, here)) return true;
            if (!bot && (turn.event == Event::transfer || talk.says(hand_over, here))) return true;
        }
    }
    return false;
}

} // namespace motaudit
