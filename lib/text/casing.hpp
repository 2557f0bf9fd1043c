#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace motaudit {

// How a word is cased. A single capital letter is `capital`; signs and letters without case do not count.
enum class Casing : std::uint8_t { lower, capital, capitals, mixed };
Casing casing_of(std::string_view word);

// The same word in another casing. UTF-8, no locale; bytes that are not UTF-8 become U+FFFD.
std::string lower_case(std::string_view word);
std::string upper_case(std::string_view word);
std::string with_capital(std::string_view word); // the first letter raised, the rest as it is

} // namespace motaudit
