#pragma once

#include "query/record.hpp"
#include <optional>
#include <span>
#include <vector>

namespace motaudit {

// A line of a record's log that begins with its date, or with several.
struct LogEntry {
    Stretch line = {};
    int first_day = 0, last_day = 0; // as day_number
};

// The entries of the parts with one of these labels, and of lines that begin with a date where the work has no such part. Days
// of records that never name a year count from a year of their own, and run on over the new year.
std::vector<LogEntry> log_of(const Talk& talk, std::span<const ListId> labels);

// The dates that a stretch holds, as day numbers, in the order in which they stand.
std::vector<int> days_in(const Talk& talk, const Stretch& in);

// A moment as exactly as a record tells it: minutes since 1970, from the earliest to the latest that it can mean.
struct Moment {
    long earliest = 0, latest = 0;
};
Moment moment_of(const Talk& talk, const Stretch& in, int day);

} // namespace motaudit
