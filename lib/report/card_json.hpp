#pragma once

#include "report/reporter.hpp"
#include <string>

namespace motaudit {

// Appends a scorecard as one JSON object in one line (contract: "Scorecard"), without a line end.
void append_card_json(const ScoreCard& card, const ReportStyle& style, std::string& out);

// Appends the "summary" object of a run.
void append_summary_json(const Summary& summary, std::string& out);

} // namespace motaudit
