#pragma once

#include <string>
#include <string_view>

namespace motaudit {

// Appends a cell as RFC 4180 writes it. Quoting does not keep a spreadsheet from taking a cell for a formula, so text that could
// be one gets an apostrophe in front.
void append_csv_cell(std::string_view text, std::string& out);

} // namespace motaudit
