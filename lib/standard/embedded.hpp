#pragma once

#include "base/embedded_file.hpp"
#include <span>

namespace motaudit {

// The files of lexicons/, sorted by path.
std::span<const EmbeddedFile> embedded_files();

} // namespace motaudit
