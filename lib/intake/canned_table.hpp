#pragma once

#include <string_view>

namespace motaudit {

// Is its first line the header of a table of canned replies: a column for a title or name, and one for the text?
bool has_canned_header(std::string_view head);

// What Zendesk's macros are known by, see fit().
inline constexpr std::string_view macro_keys =
    "macros[].actions | macro.actions | actions[].field actions[].value title | actions[].field actions[].value id";

} // namespace motaudit
