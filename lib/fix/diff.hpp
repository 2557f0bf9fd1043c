#pragma once

#include <string>
#include <string_view>

namespace motaudit {

// Appends a unified diff of a file that was changed within its lines, as patch(1) and git-apply(1) take it; nothing where none is.
void append_diff(std::string_view path, std::string_view before, std::string_view after, std::string& out);

} // namespace motaudit
