#pragma once

#include "base/result.hpp"
#include "model/standard.hpp"
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// Ids of parameters that are meant together.
using ParameterIds = std::set<std::string, std::less<>>;

// The parameters that a person names: by id ("closing.survey"), by what ids begin with ("closing.*"), or by section ("Closing", in
// any case). An error where no standard has such a one, with the nearest name.
Result<ParameterIds> parameters_named(std::string_view name, std::span<const Standard* const> standards);

} // namespace motaudit
