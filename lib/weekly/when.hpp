#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motaudit::weekly {

// Days since 1970-01-01.
using Day = std::int32_t;

// When a conversation began, by the clock that the report goes by.
struct Moment {
    Day day = 0;
    std::optional<int> hour = {}; // 0-23; nothing where only the date is known
    bool has_offset = false;      // it was written with one
};

// "+11:00", "-0330", "Z": minutes east of Greenwich. Nothing where it is none.
std::optional<int> zone_named(std::string_view text);
std::string zone_name(int minutes);

// "2026-11-16T10:31:00+11:00" as the clock on the wall showed it there, or in the zone (minutes east of Greenwich) if one is given.
// A time without an offset stands as it is written. Nothing where it is none.
std::optional<Moment> moment_of(std::string_view started_at, std::optional<int> zone);

// Days from the first to the last, both in it.
struct Period {
    Day first = 0, last = -1;
    bool holds(Day day) const { return first <= day && day <= last; }
    Period before() const { return {first - (last - first + 1), first - 1}; } // as many days, right before it
};

std::optional<Day> day_named(std::string_view text);     // "2026-11-16"
std::optional<Period> week_named(std::string_view text); // "2026-W47", ISO 8601: Monday to Sunday
std::string day_name(Day day);                           // "2026-11-16"
std::string week_name(const Period& period);             // "2026-W47" where it is one week; else empty

} // namespace motaudit::weekly
