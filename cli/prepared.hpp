#pragma once

#include <string_view>

namespace motaudit {

// The image of the built-in standards that the build prepared.
std::string_view prepared_standards();

} // namespace motaudit
