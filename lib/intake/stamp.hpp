#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motaudit {

// A time as it is written beside a turn: "00:01:02", "10:32:05 AM", "2025-03-03 10:32", "3/6/18, 1:55 p. m.", "1m 13s".
struct Stamp {
    bool has_date = false, has_time = false, year_first = false;
    std::array<int, 3> date = {}; // as written: day and month may be either way round
    int parts = 0;                // 2 or 3: h:m or m:s, or h:m:s
    std::array<int, 3> time = {};
    double fraction = 0;
    enum class Half : std::uint8_t { none, am, pm } half = Half::none;
    bool units = false; // written with units: time is h, m, s and counts from the start
};

// How many bytes at the front are a date, a time or both; 0 for none.
std::size_t read_stamp(std::string_view text, Stamp& out);

enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

// Days since 1970-01-01; nothing where no such day exists.
std::optional<std::int64_t> day_of(const Stamp& stamp, DateOrder order);

// "2025-03-03T10:32:05"; empty where the stamp has no date, or its order cannot be known.
std::string iso_of(const Stamp& stamp, DateOrder order);

} // namespace motaudit
