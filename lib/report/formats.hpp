#pragma once

#include "report/reporter.hpp"

// The rows of the table of reporters; each is defined in the file of its format.
namespace motaudit::reporters {

extern const Reporter text;
extern const Reporter json;
extern const Reporter jsonl;
extern const Reporter csv;
extern const Reporter html;
extern const Reporter markdown;
extern const Reporter junit;
extern const Reporter sarif;
extern const Reporter github;

} // namespace motaudit::reporters
