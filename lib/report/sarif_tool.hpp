#pragma once

#include "report/reporter.hpp"
#include <string>

namespace motaudit {

// Appends "tool" and "taxonomies" of a SARIF run: the rows of the standards, in order, as its rules, and the clauses that they
// cite, a taxonomy for each standard.
void append_sarif_tool(const ReportStyle& style, std::string& out);

// Which of the rules a row is; -1 where the standard is none of those that may judge.
std::ptrdiff_t rule_index(const Parameter& parameter, const Standard& standard, const ReportStyle& style);

} // namespace motaudit
