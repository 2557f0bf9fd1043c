#pragma once

#include "base/result.hpp"
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace motaudit {

// Reads a file ("-" = standard input) from its beginning, piece by piece, until `take` returns false. What went wrong, if
// anything; what `take` had by then stays read.
std::optional<Error> read_pieces(const std::string& path, const std::function<bool(std::string_view)>& take);

} // namespace motaudit
