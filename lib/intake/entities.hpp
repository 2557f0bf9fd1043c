#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace motaudit {

// The character reference at the front of `text`, such as "&amp;" or "&#8217;": appends what it stands for and returns its size;
// 0 = it is none, or none that is known here. Those that plain texts hold, not the two thousand of HTML.
std::size_t read_entity(std::string_view text, std::string& out);

// All of them in a text.
std::string with_entities_decoded(std::string_view text);

} // namespace motaudit
