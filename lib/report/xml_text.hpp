#pragma once

#include <string>
#include <string_view>

namespace motaudit {

// Appends text as it may stand in an XML element or a quoted attribute: in one line, markup escaped, and what XML 1.0 has no way
// to write (controls, U+FFFE, U+FFFF, broken bytes) shown or replaced.
void append_xml(std::string_view text, std::string& out);

} // namespace motaudit
