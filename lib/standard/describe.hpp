#pragma once

#include "base/result.hpp"
#include "model/standard.hpp"
#include <span>
#include <string>
#include <string_view>

// Standards in words for people: plain text, no colours, lines that end in "\n".

namespace motaudit {

// `standard list`: a line for each.
std::string list_standards(std::span<const Standard* const> standards);

// `standard show`: the table of parameters by section, with weights as they count in each channel, and one worked score.
std::string show_standard(const Standard& standard);

// `explain`: all that the standard says of one parameter. An unknown id is an error with the nearest one.
Result<std::string> explain_parameter(const Standard& standard, std::string_view id);

} // namespace motaudit
