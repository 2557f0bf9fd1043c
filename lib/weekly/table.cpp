#include "weekly/report.hpp"

#include <algorithm>

namespace motaudit::weekly {
namespace {

constexpr WeeklyReporter table[] = {
    {"text", "for people", false, write_weekly_text},
    {"markdown", "to pass on: without agents' names unless --no-redact", true, write_weekly_markdown},
    {"csv", "a row for each figure, for spreadsheets", false, write_weekly_csv},
    {"json", "one document, for programs", false, write_weekly_json},
};

} // namespace

std::span<const WeeklyReporter> weekly_reporters() { return table; }

const WeeklyReporter* find_weekly_reporter(std::string_view name) {
    const auto row = std::ranges::find(table, name, &WeeklyReporter::name);
    return row == std::end(table) ? nullptr : &*row;
}

std::string shown_agent(const Weekly& week, std::string_view key, std::string_view name) {
    if (key.empty()) return {};
    if (week.options().hide_agents) return agent_token(key);
    return std::string(name.empty() ? key : name);
}

void write_weekly_text(const Weekly& week, const ReportStyle& style, std::string& out) {
    write_page_text(page_of(week), style, out);
}

void write_weekly_markdown(const Weekly& week, const ReportStyle&, std::string& out) { write_page_markdown(page_of(week), out); }

} // namespace motaudit::weekly
