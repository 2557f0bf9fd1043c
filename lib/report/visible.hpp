#pragma once

#include "base/utf8.hpp"
#include <string>
#include <string_view>

namespace motaudit {

// Appends one character as a person may see it: a control as \x1b or \u{202e}, a broken one as U+FFFD, the rest as `bytes`.
void append_visible(const CodePoint& c, std::string_view bytes, std::string& out);

// Whether a CI runner would read a command here: "::error", "##[group]", "##vso[", "##teamcity[".
bool is_ci_command(std::string_view rest);

// A text from outside in one line that no terminal and no CI log takes for a command: white space is plain, controls
// show, commands are broken up.
std::string visible(std::string_view text);

} // namespace motaudit
