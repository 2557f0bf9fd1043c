#pragma once

#include "intake/sheets.hpp"
#include <functional>
#include <string>

namespace motaudit {

enum class Held { sheets, something_else, nothing_read };

// Reads the score sheets in a file, or in standard input ("-"), as they come. A file that holds something else is left alone;
// what cannot be read is a problem.
Held read_sheets(const std::string& path, const SheetReader::Take& take, const SheetReader::Problem& problem);

} // namespace motaudit
