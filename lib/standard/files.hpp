#pragma once

#include <optional>
#include <string>

namespace motaudit {

// The bytes of a file on the disk; nothing where it cannot be read.
std::optional<std::string> read_whole(const std::string& path);

bool is_folder(const std::string& path);

} // namespace motaudit
