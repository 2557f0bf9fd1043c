// kind = "daily_log": a case record has an entry for every day from receipt to finish, or a note why not (CD 1.4 (1)).

#include "check/kinds.hpp"
#include "query/case_log.hpp"
#include "query/items.hpp"
#include <algorithm>
#include <array>
#include <chrono>
#include <fmt/format.h>

namespace motaudit::checks {
namespace {

enum { log, received, handled, notes };
constexpr std::array settings = {
    Setting{.name = "log", .type = Setting::Type::lists, .required = true, .meaning = "the parts that hold the log"},
    Setting{.name = "received", .type = Setting::Type::lists, .required = true, .meaning = "the labels of the date of receipt"},
    Setting{.name = "handled", .type = Setting::Type::lists, .required = true, .meaning = "what says that the case is finished"},
    Setting{.name = "notes", .type = Setting::Type::lists, .required = true, .meaning = "reasons why a day has no entry"},
};

// "4 Nov": the year is often not told.
std::string name_of_day(int day) {
    static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    return fmt::format("{} {}", static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1]);
}

// "4 Nov, 5 Nov and 3 more"
std::string names_of_days(const std::vector<int>& days) {
    constexpr std::size_t most = 4;
    std::string out;
    for (std::size_t i = 0; i < std::min(days.size(), most); ++i) out += (i == 0 ? "" : ", ") + name_of_day(days[i]);
    if (days.size() > most) out += fmt::format(" and {} more", days.size() - most);
    return out;
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    auto entries = log_of(talk, parameter[log].lists);
    if (entries.empty()) {
        finding.missing.push_back("dated entries of the handling");
        return finding.no("no daily log");
    }
    int begin = entries.front().first_day;
    if (const auto* field = field_of(record_of(talk), parameter[received].lists))
        if (const auto days = days_in(talk, field->value); !days.empty()) begin = days.front();
    int end = begin;
    bool finished = false;
    for (const auto& entry : entries) {
        if (any_in(talk, parameter[handled].lists, std::span(&entry.line, 1))) {
            finished = true;
            end = entry.last_day;
        } else if (!finished) {
            end = std::max(end, entry.last_day);
        }
        finding.evidence.push_back({entry.line.turn, entry.line.span, {}});
    }
    // A case runs some weeks; dates farther apart are misread, and are not counted out day by day.
    constexpr int longest = 366;
    if (end - begin > longest) return finding.not_visible("the dates of the log do not fit together");
    std::ranges::sort(entries, {}, &LogEntry::first_day);
    std::vector<int> gaps;
    std::vector<Evidence> around; // the entries before and behind each gap
    int next = begin;
    const LogEntry* before = nullptr;
    for (const auto& entry : entries) {
        if (entry.first_day > end) break;
        if (entry.first_day > next)
            for (const auto* one : {before, &entry})
                if (one != nullptr) around.push_back({one->line.turn, one->line.span, {}});
        for (; next < entry.first_day; ++next) gaps.push_back(next);
        next = std::max(next, entry.last_day + 1);
        before = &entry;
    }
    if (gaps.empty()) return finding.yes();
    if (auto note = any_in(talk, parameter[notes].lists, record_of(talk).work)) {
        finding.evidence = {std::move(*note)};
        return finding.yes("a note says why there was no entry");
    }
    finding.evidence.clear();
    around.erase(std::unique(around.begin(), around.end()), around.end());
    finding.near = std::move(around);
    finding.missing.push_back("an entry for " + names_of_days(gaps) + ", or a note why there is none");
    finding.no(std::to_string(gaps.size()) + (gaps.size() == 1 ? " day has no entry" : " days have no entry"));
}

} // namespace

const CheckKind daily_log_kind = {
    .name = "daily_log", .summary = "a case record has an entry for every day", .settings = settings, .judge = judge};

} // namespace motaudit::checks
