#include "intake/instant.hpp"

#include "intake/ascii.hpp"
#include <charconv>
#include <chrono>
#include <cmath>
#include <fmt/core.h>

namespace motaudit {
namespace {

using namespace ascii;

// Takes `least` to `most` digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t size = 0;
    int value = 0;
    while (size < text.size() && size < most && is_digit(text[size])) value = value * 10 + (text[size++] - '0');
    if (size < least) return {};
    text.remove_prefix(size);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text[0] != c) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<double> days_since_1970(int year, int month, int day) {
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return {};
    return static_cast<double>(sys_days(date).time_since_epoch().count());
}

// "2025-03-03", or "Wed, 18 May 2022".
std::optional<double> take_date(std::string_view& text) {
    if (const auto comma = text.substr(0, 5).find(','); comma != std::string_view::npos) text = trim(text.substr(comma + 1));
    const auto year = take_number(text, 4, 4);
    if (year) {
        if (!take(text, '-')) return {};
        const auto month = take_number(text, 2, 2);
        if (!month || !take(text, '-')) return {};
        const auto day = take_number(text, 2, 2);
        return day ? days_since_1970(*year, *month, *day) : std::nullopt;
    }
    const auto day = take_number(text, 1, 2);
    if (!day || !take(text, ' ') || text.size() < 4) return {};
    constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
    const auto at = months.find(lower(text.substr(0, 3)));
    if (at == std::string_view::npos || at % 3 != 0) return {};
    text.remove_prefix(3);
    if (!take(text, ' ')) return {};
    const auto last = take_number(text, 4, 4);
    return last ? days_since_1970(*last, static_cast<int>(at / 3) + 1, *day) : std::nullopt;
}

double take_fraction(std::string_view& text) {
    if (text.size() < 2 || (text[0] != '.' && text[0] != ',') || !is_digit(text[1])) return 0;
    double value = 0, unit = 0.1;
    for (text.remove_prefix(1); !text.empty() && is_digit(text[0]); text.remove_prefix(1), unit /= 10)
        value += unit * (text[0] - '0');
    return value;
}

// What the zone adds to UTC, in seconds.
std::optional<double> read_zone(std::string_view text) {
    text = trim(text);
    if (text.empty() || text == "Z" || text == "z" || text == "UTC" || text == "GMT") return 0;
    const bool west = text[0] == '-';
    if (!west && text[0] != '+') return {};
    text.remove_prefix(1);
    const auto hours = take_number(text, 2, 2);
    take(text, ':');
    const auto minutes = text.empty() ? std::optional(0) : take_number(text, 2, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59 || !text.empty()) return {};
    const double seconds = *hours * 3600 + *minutes * 60;
    return west ? -seconds : seconds;
}

} // namespace

std::optional<double> instant_of(std::string_view text) {
    text = trim(text);
    if (text.size() > 64) return {};
    const auto days = take_date(text);
    if (!days) return {};
    double seconds = *days * 86400;
    if (text.empty()) return seconds;
    if (!take(text, 'T') && !take(text, ' ')) return {};
    const auto hour = take_number(text, 1, 2);
    if (!hour || !take(text, ':')) return {};
    const auto minute = take_number(text, 2, 2);
    if (!minute) return {};
    const auto second = take(text, ':') ? take_number(text, 2, 2) : std::optional(0);
    if (!second || *hour > 24 || *minute > 59 || *second > 60) return {};
    seconds += *hour * 3600 + *minute * 60 + *second + take_fraction(text);
    const auto zone = read_zone(text);
    return zone ? std::optional(seconds - *zone) : std::nullopt;
}

std::string iso_of(double seconds) {
    using namespace std::chrono;
    if (!(seconds > -62135596800.0 && seconds < 253402300800.0)) return {};
    const auto whole = static_cast<std::int64_t>(std::floor(seconds));
    const auto day = floor<days>(sys_seconds(std::chrono::seconds(whole)));
    const year_month_day date(day);
    const auto rest = whole - day.time_since_epoch().count() * 86400;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()), rest / 3600, rest / 60 % 60, rest % 60);
}

std::optional<double> duration_of(std::string_view text) {
    double total = 0;
    const bool iso = text.starts_with("PT");
    if (iso) text.remove_prefix(2);
    if (text.empty()) return {};
    while (!text.empty()) {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end == text.data() + text.size()) return {};
        const char unit = lower(*end);
        if (unit != 's' && !(iso && (unit == 'h' || unit == 'm'))) return {};
        total += value * (unit == 'h' ? 3600 : unit == 'm' ? 60 : 1);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    }
    return total;
}

} // namespace motaudit
