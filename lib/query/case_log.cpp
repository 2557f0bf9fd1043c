#include "query/case_log.hpp"

#include "query/figures.hpp"
#include <algorithm>

namespace motaudit {
namespace {

// "15-16 Nov", "11/15至11/17": all days between.
bool is_range(std::string_view between) {
    for (const std::string_view mark : {"-", "–", "~", "～", "至", "到"})
        if (between.find(mark) != std::string_view::npos) return true;
    return false;
}

void read_lines(const Talk& talk, const Stretch& part, std::vector<LogEntry>& out) {
    const auto text = talk.turn(part.turn).text;
    for (auto begin = part.span.begin; begin < part.span.end;) {
        const auto line_end = std::min<std::size_t>(text.find('\n', begin), part.span.end);
        const Stretch line = {part.turn, {begin, static_cast<std::uint32_t>(line_end)}};
        begin = static_cast<std::uint32_t>(line_end) + 1;
        const auto figures = figures_in(talk, line.turn, line.span);
        auto end = line.span.begin;
        bool first = true;
        for (const auto& figure : figures) {
            constexpr std::size_t near = 6; // bytes: ", ", "、", " and "
            if (figure.kind != Figure::Kind::date) {
                if (figure.kind == Figure::Kind::time) continue;
                break;
            }
            const auto between = text.substr(end, figure.span.begin - end);
            const bool begins =
                between.size() <= near && between.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
            if (first ? !begins : between.size() > near) break;
            const int day = figure.day_number;
            if (!first && is_range(between) && day > out.back().last_day)
                out.back().last_day = day;
            else
                out.push_back({line, day, day});
            first = false;
            end = figure.span.end;
        }
    }
}

} // namespace

std::vector<int> days_in(const Talk& talk, const Stretch& in) {
    std::vector<int> out;
    for (const auto& figure : figures_in(talk, in.turn, in.span))
        if (figure.kind == Figure::Kind::date) out.push_back(figure.day_number);
    return out;
}

std::vector<LogEntry> log_of(const Talk& talk, std::span<const ListId> labels) {
    std::vector<LogEntry> out;
    const auto& record = record_of(talk);
    std::vector<Stretch> parts;
    for (const auto& part : record.parts)
        if (part.label == no_list || std::ranges::find(labels, part.label) != labels.end()) parts.push_back(part.value);
    for (const auto& part : parts) read_lines(talk, part, out);
    if (!out.empty()) return out;
    // All in one line: "Handling: on 10 Nov …, on 11 Nov …".
    for (const auto& part : parts)
        for (const int day : days_in(talk, part)) out.push_back({part, day, day});
    return out;
}

Moment moment_of(const Talk& talk, const Stretch& in, int day) {
    constexpr long day_minutes = 24 * 60;
    const long begin = day * day_minutes;
    Moment out = {begin, begin + day_minutes - 1};
    for (const auto& figure : figures_in(talk, in.turn, in.span))
        if (figure.kind == Figure::Kind::time) out = {begin + figure.minutes, begin + figure.minutes};
    return out;
}

} // namespace motaudit
