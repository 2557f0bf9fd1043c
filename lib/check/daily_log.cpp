// kind = "daily_log": a case record has an entry for every day from receipt to finish, or a note why not (CD 1.4 (1)).

#include "check/kinds.hpp"
#include "query/case_log.hpp"
#include "query/items.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { log, received, handled, notes };
constexpr std::array settings = {
    Setting{.name = "log", .type = Setting::Type::lists, .required = true, .meaning = "the parts that hold the log"},
    Setting{.name = "received", .type = Setting::Type::lists, .required = true, .meaning = "the labels of the date of receipt"},
    Setting{.name = "handled", .type = Setting::Type::lists, .required = true, .meaning = "what says that the case is finished"},
    Setting{.name = "notes", .type = Setting::Type::lists, .required = true, .meaning = "reasons why a day has no entry"},
};

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
    int gaps = 0;
    int next = begin;
    for (const auto& entry : entries) {
        if (entry.first_day > end) break;
        gaps += std::max(0, entry.first_day - next);
        next = std::max(next, entry.last_day + 1);
    }
    if (gaps == 0) return finding.yes();
    if (auto note = any_in(talk, parameter[notes].lists, record_of(talk).work)) {
        finding.evidence = {std::move(*note)};
        return finding.yes("a note says why there was no entry");
    }
    finding.near.swap(finding.evidence);
    finding.missing.push_back("an entry for each day, or a note why not");
    finding.no(std::to_string(gaps) + (gaps == 1 ? " day has no entry" : " days have no entry"));
}

} // namespace

const CheckKind daily_log_kind = {
    .name = "daily_log", .summary = "a case record has an entry for every day", .settings = settings, .judge = judge};

} // namespace motaudit::checks
