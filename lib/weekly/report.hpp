#pragma once

#include "report/reporter.hpp"
#include "weekly/page.hpp"
#include "weekly/weekly.hpp"
#include <span>
#include <string>
#include <string_view>

namespace motaudit::weekly {

// One format of the weekly report.
struct WeeklyReporter {
    std::string_view name = {};    // for --format
    std::string_view summary = {}; // one line for help and manual
    bool passed_on = false;        // a file made to be passed on: agents' names are left out unless asked for
    void (*write)(const Weekly& week, const ReportStyle& style, std::string& out) = nullptr;
};

std::span<const WeeklyReporter> weekly_reporters();
const WeeklyReporter* find_weekly_reporter(std::string_view name);

// The report for people: figures and what they mean, or, where pages of agents were asked for, those.
Page page_of(const Weekly& week);

void write_weekly_text(const Weekly& week, const ReportStyle& style, std::string& out);
void write_weekly_markdown(const Weekly& week, const ReportStyle& style, std::string& out);
void write_weekly_csv(const Weekly& week, const ReportStyle& style, std::string& out);
void write_weekly_json(const Weekly& week, const ReportStyle& style, std::string& out);

// An agent as the report shows him: by name (or id), or by a token.
std::string shown_agent(const Weekly& week, std::string_view key, std::string_view name);

} // namespace motaudit::weekly
