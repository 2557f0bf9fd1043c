#pragma once

#include "query/figures.hpp"
#include <vector>

namespace motaudit {

// Settles what the dates of a record leave open, by its other dates: the order of 9/11, the year where none is said, and whether
// "24/7" is a date at all. Sets Figure::day_number.
void settle_dates(std::vector<Figure>& figures);

} // namespace motaudit
