// The dates of a record lie close together: of what they leave open, the reading that brings them nearest to each other is taken.
// Dates without a year lie on a circle of days, which is cut where the longest time passes between two of them; so a log runs on
// from 30 Dec to 2 Jan.

#include "query/record_days.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace motaudit {
namespace {

constexpr int leap_year = 2024; // in which 29 Feb is a day
constexpr int days_of_a_year = 366;

int day_number(int year, int month, int day) {
    const auto date =
        std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::day{static_cast<unsigned>(day)};
    return static_cast<int>(std::chrono::sys_days{date}.time_since_epoch().count());
}

bool is_date(const Figure& f) { return f.kind == Figure::Kind::date; }

// The day of the year, from 0, of a date that says none.
int day_of_year(int month, int day) { return day_number(leap_year, month, day) - day_number(leap_year, 1, 1); }

// The circle of days is cut before this one: it comes behind the longest gap.
struct Circle {
    int first = 0;
    int spread = 0; // days from the first to the last
};

Circle cut(std::vector<int> days) {
    if (days.empty()) return {};
    std::ranges::sort(days);
    int longest = days.front() + days_of_a_year - days.back(), first = days.front();
    for (std::size_t i = 1; i < days.size(); ++i)
        if (days[i] - days[i - 1] > longest) {
            longest = days[i] - days[i - 1];
            first = days[i];
        }
    return {first, days_of_a_year - longest};
}

std::pair<int, int> month_and_day(const Figure& f, bool swapped) {
    return swapped && f.either_order ? std::pair(f.day, f.month) : std::pair(f.month, f.day);
}

int spread_without_year(const std::vector<Figure>& figures, bool swapped) {
    std::vector<int> days;
    for (const auto& f : figures)
        if (is_date(f) && f.year == 0) {
            const auto [month, day] = month_and_day(f, swapped);
            days.push_back(day_of_year(month, day));
        }
    return cut(std::move(days)).spread;
}

// Of the dates of the latest year; `december`: with those of the December before.
int spread_with_year(const std::vector<Figure>& figures, bool swapped, bool december) {
    int year = 0;
    for (const auto& f : figures) year = std::max(year, f.year);
    int low = 1 << 30, high = -(1 << 30);
    for (const auto& f : figures) {
        const bool before = december && f.year == year - 1 && f.month == 12 && !f.either_order;
        if (!is_date(f) || f.year == 0 || (f.year != year && !before)) continue;
        const auto [month, day] = month_and_day(f, swapped);
        low = std::min(low, day_number(f.year, month, day));
        high = std::max(high, day_number(f.year, month, day));
    }
    return high - low;
}

// Month first, as in the example of CD 1.4, where both orders do equally.
bool is_day_first(const std::vector<Figure>& figures) {
    bool with_year = false, without = false;
    for (const auto& f : figures)
        if (f.either_order) (f.year == 0 ? without : with_year) = true;
    const auto total = [&](bool swapped, bool december) {
        return (without ? spread_without_year(figures, swapped) : 0) +
               (with_year ? spread_with_year(figures, swapped, december) : 0);
    };
    if (total(true, false) != total(false, false)) return total(true, false) < total(false, false);
    return total(true, true) < total(false, true);
}

// "Our hotline is open 24/7": a date only where another one is of that month.
void drop_round_the_clock(std::vector<Figure>& figures) {
    constexpr int month = 7;
    const bool month_is_told = std::ranges::any_of(figures, [](const Figure& f) {
        return is_date(f) && !f.round_the_clock && (f.month == month || (f.either_order && f.day == month));
    });
    if (!month_is_told) std::erase_if(figures, [](const Figure& f) { return f.round_the_clock; });
}

void number_days(std::vector<Figure>& figures) {
    int latest = 0; // of the dates with a year
    std::vector<int> open;
    for (auto& f : figures) {
        if (!is_date(f)) continue;
        if (f.year == 0) {
            open.push_back(day_of_year(f.month, f.day));
            continue;
        }
        f.day_number = day_number(f.year, f.month, f.day);
        latest = std::max(latest, f.day_number);
    }
    if (open.empty()) return;
    const auto first = cut(open).first;
    const auto number = [&](const Figure& f, int year) {
        return day_number(day_of_year(f.month, f.day) < first ? year + 1 : year, f.month, f.day);
    };
    // Before the cut comes the year that brings one of them nearest to the latest date whose year is told.
    int year = leap_year - 1;
    if (latest != 0) {
        const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{latest}}};
        const int told = static_cast<int>(date.year());
        int least = 1 << 30;
        for (const int candidate : {told, told - 1, told + 1})
            for (const auto& f : figures)
                if (const int away = is_date(f) && f.year == 0 ? std::abs(number(f, candidate) - latest) : least; away < least) {
                    least = away;
                    year = candidate;
                }
    }
    for (auto& f : figures)
        if (is_date(f) && f.year == 0) f.day_number = number(f, year);
}

} // namespace

void settle_dates(std::vector<Figure>& figures) {
    if (std::ranges::any_of(figures, &Figure::round_the_clock)) drop_round_the_clock(figures);
    if (std::ranges::any_of(figures, &Figure::either_order) && is_day_first(figures))
        for (auto& f : figures)
            if (f.either_order) std::swap(f.month, f.day);
    number_days(figures);
}

} // namespace motaudit
