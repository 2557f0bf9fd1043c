#pragma once

#include "base/faults.hpp"
#include "model/standard.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// The name of the standard that a file extends; empty where it extends none.
std::string extended_by(const Node& root);

// Reads [standard] into what the standard that it extends has already set, if any.
void read_header(const Node& root, const std::string& path, std::string_view base, Standard& standard,
                 std::vector<std::string>& sections, Faults& faults);

} // namespace motaudit
