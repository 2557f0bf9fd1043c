#pragma once

#include "model/standard.hpp"
#include <span>
#include <string_view>

namespace motaudit::checks {

// All kinds of checks, by name.
std::span<const CheckKind> all();
const CheckKind* find(std::string_view name);

} // namespace motaudit::checks
