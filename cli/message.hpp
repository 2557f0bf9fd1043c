#pragma once

#include <string_view>

namespace motaudit {

// Tells the person on stderr: "motaudit: text", in one line without what could act on a terminal or a log.
void say(std::string_view text);

} // namespace motaudit
