#include "weekly/when.hpp"

#include <chrono>
#include <fmt/core.h>

namespace motaudit::weekly {
namespace {

using namespace std::chrono;

std::optional<int> take_digits(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return {};
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return {};
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text[0] != c) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Day> take_day(std::string_view& text) {
    const auto y = take_digits(text, 4);
    if (!y || !take(text, '-')) return {};
    const auto m = take_digits(text, 2);
    if (!m || !take(text, '-')) return {};
    const auto d = take_digits(text, 2);
    if (!d) return {};
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return {};
    return static_cast<Day>(sys_days(date).time_since_epoch().count());
}

// The Monday of the ISO week in which a day lies.
Day monday_of(Day day) { return day - ((day + 3) % 7 + 7) % 7; }

Day first_monday(int y) {
    return monday_of(static_cast<Day>(sys_days(year{y} / January / 4).time_since_epoch().count())); // 4 January is always in week 1
}

} // namespace

std::optional<int> zone_named(std::string_view text) {
    if (text == "Z" || text == "z" || text == "UTC") return 0;
    const bool west = text.starts_with('-');
    if (!west && !text.starts_with('+')) return {};
    text.remove_prefix(1);
    const auto hours = take_digits(text, 2);
    if (!hours) return {};
    const bool colon = take(text, ':');
    if (text.empty() && colon) return {};
    const auto minutes = text.empty() ? std::optional(0) : take_digits(text, 2);
    if (!minutes || !text.empty() || *hours > 18 || *minutes > 59) return {};
    const int sum = *hours * 60 + *minutes;
    return west ? -sum : sum;
}

std::string zone_name(int minutes) {
    const int size = minutes < 0 ? -minutes : minutes;
    return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

std::optional<Moment> moment_of(std::string_view text, std::optional<int> zone) {
    const auto day = take_day(text);
    if (!day) return {};
    Moment moment = {.day = *day};
    if (text.empty()) return moment;
    if (!take(text, 'T') && !take(text, ' ')) return {};
    const auto hour = take_digits(text, 2);
    if (!hour || !take(text, ':')) return {};
    const auto minute = take_digits(text, 2);
    if (!minute || *hour > 23 || *minute > 59) return {};
    moment.hour = *hour;
    const auto offset = text.find_first_of("Z+-zU ");
    if (offset == std::string_view::npos) return moment;
    auto name = text.substr(offset);
    if (name.starts_with(' ')) name.remove_prefix(1);
    const auto written = zone_named(name);
    if (!written) return {};
    moment.has_offset = true;
    if (zone) {
        const int minutes = *hour * 60 + *minute + *zone - *written;
        const int shift = minutes < 0 ? -((1439 - minutes) / 1440) : minutes / 1440;
        moment.day += shift;
        moment.hour = (minutes - shift * 1440) / 60;
    }
    return moment;
}

std::optional<Day> day_named(std::string_view text) {
    const auto day = take_day(text);
    return text.empty() ? day : std::nullopt;
}

std::optional<Period> week_named(std::string_view text) {
    const auto y = take_digits(text, 4);
    if (!y || !take(text, '-') || (!take(text, 'W') && !take(text, 'w'))) return {};
    const auto week = take_digits(text, 2);
    if (!week || *week < 1 || !text.empty()) return {};
    const Day first = first_monday(*y) + (*week - 1) * 7;
    if (first >= first_monday(*y + 1)) return {};
    return Period{first, first + 6};
}

std::string day_name(Day at) {
    const year_month_day date{sys_days(days(at))};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string week_name(const Period& period) {
    if (period.last != period.first + 6 || monday_of(period.first) != period.first) return {};
    const int y = static_cast<int>(year_month_day{sys_days(days(period.first + 3))}.year()); // the year of its Thursday
    return fmt::format("{:04}-W{:02}", y, (period.first - first_monday(y)) / 7 + 1);
}

} // namespace motaudit::weekly
