#pragma once

#include "report/reporter.hpp"

// The rows of the table of reporters; each is defined in the file of its format.
namespace motaudit::reporters {

extern const Reporter text;
extern const Reporter json;
extern const Reporter jsonl;
extern const Reporter csv;
extern const Reporter html;

} // namespace motaudit::reporters
