#include "intake/stamp.hpp"

#include "intake/ascii.hpp"
#include <chrono>
#include <fmt/core.h>

namespace motaudit {
namespace {

using namespace ascii;

// A number of `least` to `most` digits; 0 bytes where there is none.
std::size_t read_number(std::string_view text, std::size_t least, std::size_t most, int& out) {
    std::size_t size = 0;
    int value = 0;
    while (size < text.size() && is_digit(text[size])) {
        if (size == most) return 0;
        value = value * 10 + (text[size++] - '0');
    }
    if (size < least) return 0;
    out = value;
    return size;
}

std::size_t read_date(std::string_view text, Stamp& out) {
    std::array<int, 3> part = {};
    std::size_t at = read_number(text, 1, 4, part[0]);
    if (at == 0 || at == 3 || at >= text.size()) return 0;
    const bool year_first = at == 4;
    const char separator = text[at];
    if (separator != '-' && separator != '/' && separator != '.') return 0;
    for (const std::size_t i : {1u, 2u}) {
        if (at >= text.size() || text[at] != separator) return 0;
        const std::size_t size = read_number(text.substr(at + 1), 1, i == 2 && !year_first ? 4 : 2, part[i]);
        if (size == 0 || size == 3) return 0;
        at += 1 + size;
    }
    out.date = part;
    out.year_first = year_first;
    out.has_date = true;
    if (day_of(out, DateOrder::unknown)) return at;
    out.has_date = false;
    return 0;
}

std::size_t read_half(std::string_view text, Stamp::Half& out) {
    const std::size_t at = skip_blanks(text, 0);
    const auto rest = text.substr(at, 6);
    for (const std::string_view word : {"a. m.", "p. m.", "a.m.", "p.m.", "am", "pm"}) {
        if (rest.size() < word.size() || !same(rest.substr(0, word.size()), word)) continue;
        if (rest.size() > word.size() && is_letter(rest[word.size()])) continue;
        out = word[0] == 'a' ? Stamp::Half::am : Stamp::Half::pm;
        return at + word.size();
    }
    return 0;
}

// "Z", "+08:00", "-0500", "(+0800)", "UTC": read over, since a conversation's times are relative.
std::size_t read_zone(std::string_view text) {
    if (text.starts_with('Z')) return 1;
    std::size_t at = skip_blanks(text, 0);
    for (const std::string_view word : {"UTC", "GMT"}) {
        if (text.substr(at).starts_with(word)) return at + word.size();
    }
    const bool paren = at < text.size() && text[at] == '(';
    if (paren) ++at;
    if (at + 5 > text.size() || (text[at] != '+' && text[at] != '-')) return 0;
    int number = 0;
    std::size_t size = read_number(text.substr(at + 1), 2, 4, number);
    if (size == 2 && text.substr(at + 3).starts_with(':') && read_number(text.substr(at + 4), 2, 2, number) == 2) size = 5;
    if (size < 4) return 0;
    at += 1 + size;
    if (!paren) return at;
    return at < text.size() && text[at] == ')' ? at + 1 : 0;
}

std::size_t read_clock(std::string_view text, Stamp& out) {
    std::array<int, 3> part = {};
    std::size_t at = read_number(text, 1, 3, part[0]);
    if (at == 0) return 0;
    int parts = 1;
    while (parts < 3 && at < text.size() && (text[at] == ':' || (out.has_date && text[at] == '.'))) {
        const std::size_t size = read_number(text.substr(at + 1), 2, 2, part[static_cast<std::size_t>(parts)]);
        if (size == 0 || part[static_cast<std::size_t>(parts)] > 59) break;
        at += 1 + size;
        ++parts;
    }
    if (parts == 1) return 0;
    if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1])) {
        double unit = 0.1;
        for (++at; at < text.size() && is_digit(text[at]); ++at, unit /= 10) out.fraction += unit * (text[at] - '0');
    }
    at += read_half(text.substr(at), out.half);
    if (out.half != Stamp::Half::none && part[0] > 12) return 0;
    if (out.has_date && part[0] > 24) return 0;
    at += read_zone(text.substr(at));
    out.time = part;
    out.parts = parts;
    out.has_time = true;
    return at;
}

// "1h 2m 3s", "1m 13s", "10s".
std::size_t read_units(std::string_view text, Stamp& out) {
    std::size_t at = 0, end = 0;
    constexpr std::string_view units = "hms";
    std::size_t next = 0;
    while (next < units.size()) {
        int number = 0;
        const std::size_t size = read_number(text.substr(at), 1, 5, number);
        if (size == 0 || at + size >= text.size()) break;
        const std::size_t unit = units.find(text[at + size], next);
        if (unit == std::string_view::npos) break;
        out.time[unit] = number;
        next = unit + 1;
        end = at + size + 1;
        at = skip_blanks(text, end);
    }
    if (end == 0) return 0;
    out.units = out.has_time = true;
    out.parts = 3;
    return end;
}

} // namespace

std::size_t read_stamp(std::string_view text, Stamp& out) {
    out = {};
    text = text.substr(0, 80);
    std::size_t at = read_date(text, out);
    if (at != 0) {
        std::size_t time = at;
        if (time < text.size() && (text[time] == ',' || text[time] == 'T')) ++time;
        time = skip_blanks(text, time);
        for (const std::string_view word : {"klo", "at", "um"}) {
            if (text.substr(time).starts_with(word)) time = skip_blanks(text, time + word.size());
        }
        const std::size_t size = time == at ? 0 : read_clock(text.substr(time), out);
        if (size != 0) at = time + size;
    } else {
        at = read_clock(text, out);
        if (at == 0) {
            out = {};
            at = read_units(text, out);
        }
    }
    // "10:30am-ish", "3m5": more than a time.
    if (at != 0 && at < text.size() && (is_digit(text[at]) || is_letter(text[at])) && blank_size(text.substr(at)) == 0) return 0;
    return at;
}

std::optional<std::int64_t> day_of(const Stamp& stamp, DateOrder order) {
    if (!stamp.has_date) return std::nullopt;
    const auto [first, second, third] = stamp.date;
    const auto days = [](int y, int m, int d) -> std::optional<std::int64_t> {
        using namespace std::chrono;
        const year_month_day date{year{y < 100 ? y + 2000 : y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
        if (!date.ok()) return std::nullopt;
        return sys_days(date).time_since_epoch().count();
    };
    if (stamp.year_first) return days(first, second, third);
    if (order == DateOrder::day_first) return days(third, second, first);
    if (order == DateOrder::month_first) return days(third, first, second);
    const auto day_first = days(third, second, first);
    return day_first ? day_first : days(third, first, second);
}

std::string iso_of(const Stamp& stamp, DateOrder order) {
    if (!stamp.has_date || (order == DateOrder::unknown && !stamp.year_first)) return {};
    const auto day = day_of(stamp, order);
    if (!day) return {};
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{*day}}};
    std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                   static_cast<unsigned>(date.day()));
    if (!stamp.has_time) return text;
    int hour = stamp.time[0];
    if (stamp.half != Stamp::Half::none) hour = hour % 12 + (stamp.half == Stamp::Half::pm ? 12 : 0);
    return text + fmt::format("T{:02}:{:02}:{:02}", hour, stamp.time[1], stamp.time[2]);
}

} // namespace motaudit
