#pragma once

#include "report/reporter.hpp"
#include <string>

namespace motaudit {

// Appends what a run amounts to, for people: the counts, the mean, the most frequent markdowns.
void append_summary_text(const Summary& summary, const ReportStyle& style, std::string& out);

} // namespace motaudit
