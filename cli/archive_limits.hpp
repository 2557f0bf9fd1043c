#pragma once

#include "unpack/limits.hpp"
#include <string>
#include <string_view>

namespace motaudit {

// What --archive-limits is, with the limits' names and defaults.
std::string archive_limits_help();

// Sets one of them, "entries=1000" or "total=2G"; what is wrong with it, or nothing.
std::string set_archive_limit(UnpackLimits& limits, std::string_view pair);

} // namespace motaudit
