#include "intake/workbook_values.hpp"

#include "intake/instant.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace motaudit {

std::string excel_text(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        unsigned code = 0;
        if (text.substr(at, 2) == "_x" && at + 6 < text.size() && text[at + 6] == '_' &&
            std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16).ptr == text.data() + at + 6 && code < 0x80) {
            if (code != '\r') out += static_cast<char>(code);
            at += 7;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::string excel_number(std::string_view text) {
    if (text.find_first_of("eE") == text.npos) return std::string(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole =
        error == std::errc() && end == text.data() + text.size() && std::abs(value) < 1e15 && value == std::trunc(value);
    if (is_whole) return fmt::format("{:.0f}", value);
    return std::string(text);
}

bool is_time_format(std::string_view format) {
    for (std::size_t at = 0; at < format.size(); ++at) {
        const char c = format[at];
        if (c == '\\' || c == '_' || c == '*') {
            ++at; // the next is shown as it is, or room for it is left
        } else if (c == '"' || c == '[') {
            const auto end = std::min(format.find(c == '"' ? '"' : ']', at + 1), format.size());
            const auto inside = format.substr(at + 1, end - at - 1);
            constexpr std::string_view elapsed = "hHmMsS";
            if (c == '[' && !inside.empty() && inside.find_first_not_of(elapsed) == inside.npos) return true;
            at = end;
        } else if (std::string_view("ymdhsYMDHS").find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::string excel_time(double days, bool since_1904) {
    constexpr double seconds_a_day = 86'400, day_1970 = 25'569, days_1904 = 1'462, leap_day_1900 = 60, most_days = 2'958'466;
    if (!(days >= 0) || days >= most_days) return fmt::format("{}", days);
    auto seconds = std::llround(days * seconds_a_day);
    if (days < 1) return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    auto since_1970 = static_cast<double>(seconds) - day_1970 * seconds_a_day;
    if (since_1904)
        since_1970 += days_1904 * seconds_a_day;
    else if (days < leap_day_1900) // Excel takes 1900 for a leap year
        since_1970 += seconds_a_day;
    auto text = iso_of(since_1970);
    if (text.ends_with('Z')) text.pop_back(); // a sheet does not tell the zone
    if (text.ends_with("T00:00:00")) text.resize(text.find('T'));
    return text;
}

} // namespace motaudit
