#pragma once

#include "arguments.hpp"
#include "gate/gate.hpp"
#include "standards.hpp"

namespace motaudit {

// Loads what is let pass the bar. False where anything of it is wrong, which has been said.
bool take_gate(AuditArguments& arguments, const Standards& standards, Gate& gate);

} // namespace motaudit
