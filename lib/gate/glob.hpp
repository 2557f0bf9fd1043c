#pragma once

#include <string_view>

namespace motaudit {

// Whether a whole text is what a pattern says: "*" any letters but "/", "**" any letters, "?" one letter but "/". The rest stands
// for itself.
bool matches_glob(std::string_view pattern, std::string_view text);

// The same for a path, or for its end from behind any "/": "canned/*.txt" is there wherever the folder lies.
bool matches_path(std::string_view pattern, std::string_view path);

} // namespace motaudit
