#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motaudit {

// A moment as exports write it, as seconds since 1970: "2025-03-03T02:00:00.000Z", "2025-03-03 10:00:00+0800", without a zone as
// UTC, "Wed, 18 May 2022 23:05:05 -0000". Nothing where it is none.
std::optional<double> instant_of(std::string_view text);

// "2025-03-03T02:00:00Z"; empty outside the years 1 to 9999.
std::string iso_of(double seconds);

// "PT1M0.04S", "1.200s": seconds.
std::optional<double> duration_of(std::string_view text);

} // namespace motaudit
