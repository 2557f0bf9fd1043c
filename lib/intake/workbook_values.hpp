#pragma once

#include <string>
#include <string_view>

// What cells of an Excel sheet hold, as text.

namespace motaudit {

// "_x000A_" stands for a character that XML cannot hold.
std::string excel_text(std::string_view text);

// As Excel shows it where there is room: 3.5694E+14 is the number of a device,
// all of it.
std::string excel_number(std::string_view text);

// Does a format of numbers show a date or a time? "dd/mm/yyyy", "[h]:mm"; not
// "0.00", "\"day\" 0" or "[Red]0".
bool is_time_format(std::string_view format);

// A number of days since 1900, or since 1904, as a date with its time, or as a
// time where it is less than a day.
std::string excel_time(double days, bool since_1904);

} // namespace motaudit
