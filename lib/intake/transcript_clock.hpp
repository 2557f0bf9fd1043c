#pragma once

#include "intake/stamp.hpp"
#include <cstdint>
#include <optional>
#include <string>

namespace motaudit {

// Turns a transcript's times into seconds from its start. It sees all of them first, since one alone does not tell what it is:
// "10:32" may be minutes and seconds, "3/6" a day in March or in June.
class TranscriptClock {
public:
    void see(const Stamp& stamp);
    std::optional<double> seconds(const Stamp& stamp); // in the order of the file

    std::string started_at() const; // ISO 8601 without zone; empty where the file does not tell

private:
    DateOrder order() const;
    bool two_parts_are_minutes() const;
    bool counts_from_zero() const;
    double value(const Stamp& stamp) const;

    std::optional<Stamp> first_ = {};
    bool three_parts_ = false;
    int most_first_part_ = 0;
    bool day_above_12_first_ = false, day_above_12_second_ = false;
    std::int64_t last_day_first_ = 0, last_month_first_ = 0; // days by either reading
    bool day_first_falls_ = false, month_first_falls_ = false;
    double last_ = 0;
    int last_hour_ = -1;
    double rolled_ = 0; // seconds added since the clock began again
};

} // namespace motaudit
