#pragma once

#include "query/talk.hpp"
#include <string_view>

namespace motaudit {

// The choices of a `window` setting: the whole conversation, the speaker's first two turns, the speaker's last two turns.
inline constexpr std::string_view window_choices = "anywhere|opening|closing";

// Those turns. Consecutive turns of one speaker are one (legend, "How to judge"). Where the speaker says nothing, no turn.
Where window_of(const Talk& talk, Speaker speaker, std::string_view window);

} // namespace motaudit
