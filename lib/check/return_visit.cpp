// kind = "return_visit": after handling the customer was reached in time, or tried often enough, or needs no visit (CD 1.5).

#include "check/kinds.hpp"
#include "query/case_log.hpp"
#include "query/items.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace motaudit::checks {
namespace {

enum { visit, log, handled, failed, not_needed, unanswered, many_tries, hours, tries };
constexpr std::array settings = {
    Setting{.name = "visit",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "the part of the return visit, or what names it"},
    Setting{.name = "log", .type = Setting::Type::lists, .required = true, .meaning = "the parts that hold the log"},
    Setting{.name = "handled", .type = Setting::Type::lists, .required = true, .meaning = "what says that the case is finished"},
    Setting{.name = "failed", .type = Setting::Type::lists, .required = true, .meaning = "notes that the customer was not reached"},
    Setting{.name = "not_needed", .type = Setting::Type::lists, .required = true, .meaning = "notes that no visit is needed"},
    Setting{.name = "unanswered", .type = Setting::Type::lists, .required = true, .meaning = "calls that nobody answered"},
    Setting{.name = "many_tries", .type = Setting::Type::lists, .meaning = "says without dates that there were tries enough"},
    Setting{.name = "hours",
            .type = Setting::Type::number,
            .meaning = "from the finish to the visit at most",
            .fallback = 48,
            .stricter = -1},
    Setting{.name = "tries",
            .type = Setting::Type::number,
            .meaning = "on so many days before the visit counts as failed",
            .fallback = 3,
            .stricter = 1},
};

struct Finish {
    bool said = false;
    bool dated = false;
    Stretch where = {};
    int day = 0;
};

Finish finish_of(const Talk& talk, const Parameter& parameter) {
    Finish out;
    for (const auto& entry : log_of(talk, parameter[log].lists)) {
        const bool says = any_in(talk, parameter[handled].lists, std::span(&entry.line, 1)).has_value();
        if (!says && out.said) continue;
        out = {says, true, entry.line, entry.last_day};
    }
    if (!out.said) out.said = any_in(talk, parameter[handled].lists, whole(talk)).has_value();
    return out;
}

std::vector<Stretch> visits_of(const Talk& talk, const Parameter& parameter) {
    const auto& record = record_of(talk);
    auto out = parts_of(record, parameter[visit].lists);
    return out.empty() ? sentences_with(talk, parameter[visit].lists, record.work) : out;
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto finish = finish_of(talk, parameter);
    const auto visits = visits_of(talk, parameter);
    const auto window = visits.empty() ? record_of(talk).work : visits;
    if (auto note = any_in(talk, parameter[not_needed].lists, window)) {
        finding.evidence.push_back(std::move(*note));
        return finding.yes("noted that no visit is needed");
    }
    std::vector<int> days;
    for (const auto& stretch : visits)
        for (const int day : days_in(talk, stretch)) days.push_back(day);
    if (visits.empty() || (days.empty() && !finish.said)) {
        if (!finish.said) return finding.not_applicable("not handled yet");
        finding.missing.push_back("the return visit");
        return finding.no("handled, but no return visit is recorded");
    }
    for (const auto& stretch : visits) finding.evidence.push_back({stretch.turn, stretch.span, {}});

    const auto failure = any_in(talk, parameter[failed].lists, window);
    if (failure || any_in(talk, parameter[unanswered].lists, window)) {
        std::ranges::sort(days);
        days.erase(std::unique(days.begin(), days.end()), days.end());
        const bool often =
            static_cast<double>(days.size()) >= parameter[tries].number || any_in(talk, parameter[many_tries].lists, window);
        if (failure && often) return finding.yes("tried often enough, and noted as failed");
        finding.near.swap(finding.evidence);
        if (!often) finding.missing.push_back("tries on more days");
        if (!failure) finding.missing.push_back("the note that the callback failed");
        return finding.no("the customer was not reached");
    }
    if (days.empty()) return finding.not_visible("the visit has no date");
    if (!finish.dated) return finding.not_visible("the finish has no date");
    // As exact as the record is: what it leaves open is taken in the favour of who wrote it.
    const auto done = moment_of(talk, finish.where, finish.day);
    const auto reached = moment_of(talk, visits.back(), days.back());
    if (static_cast<double>(reached.earliest - done.latest) <= parameter[hours].number * 60) return finding.yes();
    finding.near.swap(finding.evidence);
    finding.missing.push_back(fmt::format("the visit within {:.0f} hours", parameter[hours].number));
    finding.no("about " + std::to_string((reached.earliest - done.latest) / 60) + " hours after the finish");
}

} // namespace

const CheckKind return_visit_kind = {.name = "return_visit",
                                     .summary = "the customer was asked in time after a case was handled",
                                     .settings = settings,
                                     .judge = judge};

} // namespace motaudit::checks
