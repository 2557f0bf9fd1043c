#include "intake/map/time_form.hpp"

#include "intake/ascii.hpp"
#include "intake/instant.hpp"
#include <charconv>
#include <chrono>
#include <cmath>

namespace motaudit {
namespace {

using namespace ascii;

struct Moment {
    int year = 1970, month = 1, day = 1, hour = 0, minute = 0;
    double second = 0;
    std::optional<bool> afternoon = {};
    std::optional<double> offset = {};
};

bool take_digits(std::string_view& text, std::size_t most, int& to) {
    std::size_t size = 0;
    int value = 0;
    while (size < text.size() && size < most && is_digit(text[size])) value = value * 10 + (text[size++] - '0');
    if (size == 0) return false;
    text.remove_prefix(size);
    to = value;
    return true;
}

bool take_second(std::string_view& text, Moment& to) {
    int whole = 0;
    if (!take_digits(text, 2, whole)) return false;
    to.second = whole;
    if (text.size() > 1 && (text[0] == '.' || text[0] == ',') && is_digit(text[1])) {
        text.remove_prefix(1);
        for (double unit = 0.1; !text.empty() && is_digit(text[0]); unit /= 10, text.remove_prefix(1))
            to.second += unit * (text[0] - '0');
    }
    return true;
}

bool take_month(std::string_view& text, int& to) {
    constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (text.size() < 3) return false;
    const auto at = months.find(lower(text.substr(0, 3)));
    if (at == std::string_view::npos || at % 3 != 0) return false;
    to = static_cast<int>(at / 3) + 1;
    while (!text.empty() && is_letter(text[0])) text.remove_prefix(1); // "Sept", "March"
    return true;
}

// "AM", "p.m.", "p. m."
bool take_half(std::string_view& text, Moment& to) {
    if (text.empty() || (lower(text[0]) != 'a' && lower(text[0]) != 'p')) return false;
    to.afternoon = lower(text[0]) == 'p';
    text.remove_prefix(1);
    while (!text.empty() && (text[0] == '.' || text[0] == ' ')) text.remove_prefix(1);
    if (text.empty() || lower(text[0]) != 'm') return false;
    text.remove_prefix(1);
    if (text.starts_with('.')) text.remove_prefix(1);
    return true;
}

bool take_zone(std::string_view& text, Moment& to) {
    const auto end = std::min(text.find(' '), text.size());
    to.offset = zone_offset(text.substr(0, end));
    text.remove_prefix(end);
    return to.offset.has_value();
}

bool take_part(char part, std::string_view& text, Moment& to) {
    switch (part) {
    case 'Y':
        return take_digits(text, 4, to.year);
    case 'y':
        if (!take_digits(text, 2, to.year)) return false;
        to.year += to.year < 70 ? 2000 : 1900;
        return true;
    case 'm':
        return take_digits(text, 2, to.month);
    case 'd':
        return take_digits(text, 2, to.day);
    case 'b':
        return take_month(text, to.month);
    case 'H':
    case 'I':
        return take_digits(text, 2, to.hour);
    case 'M':
        return take_digits(text, 2, to.minute);
    case 'S':
        return take_second(text, to);
    case 'p':
        return take_half(text, to);
    default:
        return take_zone(text, to);
    }
}

std::optional<double> seconds_of(const Moment& at) {
    using namespace std::chrono;
    const year_month_day date{year{at.year}, month{static_cast<unsigned>(at.month)}, day{static_cast<unsigned>(at.day)}};
    if (!date.ok() || at.hour > 24 || at.minute > 59 || at.second >= 61) return {};
    int hour = at.hour;
    if (at.afternoon) {
        if (hour > 12 || hour == 0) return {};
        hour = hour % 12 + (*at.afternoon ? 12 : 0);
    }
    const auto days = static_cast<double>(sys_days(date).time_since_epoch().count());
    return days * 86400 + hour * 3600 + at.minute * 60 + at.second;
}

std::optional<double> by_pattern(std::string_view pattern, std::string_view text, double offset) {
    Moment at;
    while (!pattern.empty()) {
        if (pattern[0] == '%' && pattern.size() > 1) {
            if (!take_part(pattern[1], text, at)) return {};
            pattern.remove_prefix(2);
        } else if (const auto blank = blank_size(pattern)) {
            // As many blanks as there are: "9:05:03  PM", a narrow one before AM.
            pattern.remove_prefix(blank);
            text.remove_prefix(skip_blanks(text, 0));
        } else {
            if (text.empty() || text[0] != pattern[0]) return {};
            text.remove_prefix(1);
            pattern.remove_prefix(1);
        }
    }
    const auto seconds = trim(text).empty() ? seconds_of(at) : std::nullopt;
    return seconds ? std::optional(*seconds - at.offset.value_or(offset)) : std::nullopt;
}

std::optional<double> number_of(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return {};
    return value;
}

// "1:02:03.5", "02:03", "75": hours, minutes and seconds from the start.
std::optional<double> clock_of(std::string_view text) {
    double total = 0;
    for (int parts = 0; parts < 3; ++parts) {
        const auto colon = text.find(':');
        const auto value = number_of(text.substr(0, colon));
        if (!value || *value < 0) return {};
        total = total * 60 + *value;
        if (colon == std::string_view::npos) return total;
        text.remove_prefix(colon + 1);
    }
    return {};
}

// Does an ISO time name its own zone?
bool names_zone(std::string_view text) {
    const auto colon = text.find(':');
    return colon != std::string_view::npos && text.find_first_of("Zz+-UG", colon) != std::string_view::npos;
}

} // namespace

std::optional<double> TimeForm::read(std::string_view text) const {
    text = trim(text);
    if (text.empty() || text.size() > 64) return {};
    switch (kind) {
    case Kind::iso: {
        const auto seconds = instant_of(text);
        return seconds && !names_zone(text) ? std::optional(*seconds - offset) : seconds;
    }
    case Kind::clock:
        return clock_of(text);
    case Kind::pattern:
        return by_pattern(pattern, text, offset);
    case Kind::excel:
        // Day 1 is the first of 1900; what counts from its 60th, which never was, is the same by counting from two days earlier.
        if (const auto days = number_of(text)) return std::round((*days - 25569) * 86400 * 1000) / 1000 - offset;
        return {};
    case Kind::unix:
    case Kind::seconds:
        break;
    }
    const auto value = number_of(text);
    return value ? std::optional(*value * unit) : std::nullopt;
}

std::string TimeForm::local(double seconds) const {
    auto text = iso_of(seconds + offset);
    if (zone.empty() || text.empty()) return text;
    text.pop_back();
    return text + zone;
}

std::optional<TimeForm> time_form(std::string_view name) {
    using Kind = TimeForm::Kind;
    static const struct {
        std::string_view name;
        Kind kind;
        double unit;
    } forms[] = {{"iso", Kind::iso, 1},         {"unix", Kind::unix, 1},       {"unix-ms", Kind::unix, 1e-3},
                 {"unix-us", Kind::unix, 1e-6}, {"seconds", Kind::seconds, 1}, {"milliseconds", Kind::seconds, 1e-3},
                 {"clock", Kind::clock, 1},     {"excel", Kind::excel, 1}};
    for (const auto& form : forms)
        if (form.name == name) return TimeForm{.kind = form.kind, .unit = form.unit};
    bool any = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] != '%') continue;
        if (++i == name.size() || std::string_view("YymdbHIMSpz").find(name[i]) == std::string_view::npos) return {};
        any = true;
    }
    if (!any) return {};
    return TimeForm{.kind = Kind::pattern, .pattern = std::string(name)};
}

std::optional<double> zone_offset(std::string_view text) {
    if (text == "Z" || text == "z" || text == "UTC" || text == "GMT") return 0;
    if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return {};
    const double sign = text[0] == '-' ? -1 : 1;
    text.remove_prefix(1);
    int hours = 0, minutes = 0;
    if (!take_digits(text, 2, hours)) return {};
    if (text.starts_with(':')) text.remove_prefix(1);
    if (!text.empty() && !take_digits(text, 2, minutes)) return {};
    if (!text.empty() || hours > 14 || minutes > 59) return {};
    return sign * (hours * 3600 + minutes * 60);
}

} // namespace motaudit
