#pragma once

#include "arguments.hpp"

// One file a command. Each returns the program's exit status.

namespace motaudit {

int run(const AuditArguments& arguments);
int run(const CalibrateArguments& arguments);
int run(const ConvertArguments& arguments);
int run(const FixArguments& arguments);
int run(const ExplainArguments& arguments);
int run(const ReportArguments& arguments);
int run(const StandardArguments& arguments);

} // namespace motaudit
