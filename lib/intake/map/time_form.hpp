#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motaudit {

// How a column writes times.
struct TimeForm {
    enum class Kind { iso, unix, seconds, excel, clock, pattern };
    Kind kind = Kind::iso;
    double unit = 1;          // seconds: 0.001 for milliseconds
    std::string pattern = {}; // "%d/%m/%Y %I:%M %p"
    std::string zone = {};    // "+10:00": of times that name none; empty = UTC
    double offset = 0;        // the same in seconds

    // Do times count from the conversation's start, and not since 1970?
    bool from_start() const { return kind == Kind::seconds || kind == Kind::clock; }

    // Seconds since 1970, or since the start; nothing where the text is no such time.
    std::optional<double> read(std::string_view text) const;

    // A moment with the offset that the map names.
    std::string local(double seconds) const;
};

// "iso", "unix", "unix-ms", "unix-us", "seconds", "milliseconds", "clock" (1:02:03 from the start), "excel" (days since 1900), or a
// pattern of %Y %y %m %d %b %H %I %M %S %p %z and what stands between them. Nothing where it is none of these.
std::optional<TimeForm> time_form(std::string_view name);

// "+10:00", "-0330", "Z", "UTC": seconds east of it. Names of places are not known: what holds there changes.
std::optional<double> zone_offset(std::string_view text);

} // namespace motaudit
