#pragma once

#include "intake/reader.hpp"

namespace motaudit {

namespace readers {
// Tables, by the map of --map. Not among the others: nothing is recognised as one.
extern const Reader mapped;
} // namespace readers

// What a file seems to be that is a table nobody has mapped, with its columns; empty where it is none.
std::string unmapped_table(std::string_view head, std::string_view path);

} // namespace motaudit
