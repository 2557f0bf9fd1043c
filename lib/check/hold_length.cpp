// kind = "hold_length": holds are few and short (SOP 1.8, hold image). Only times count; signs in words do not.

#include "check/kinds.hpp"
#include "query/holds.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace motaudit::checks {
namespace {

enum { most, each, in_all, without_promise, promise_counts };
constexpr double any = 1e9; // no limit
constexpr std::array settings = {
    Setting{
        .name = "most", .type = Setting::Type::number, .meaning = "how many holds there may be", .fallback = any, .stricter = -1},
    Setting{.name = "each", .type = Setting::Type::number, .meaning = "seconds a hold may take", .fallback = any, .stricter = -1},
    Setting{.name = "in_all", .type = Setting::Type::number, .meaning = "seconds of all holds", .fallback = any, .stricter = -1},
    Setting{.name = "without_promise",
            .type = Setting::Type::number,
            .required = true,
            .meaning = "seconds a hold may take for which no time was promised",
            .stricter = -1},
    Setting{.name = "promise_counts", .type = Setting::Type::flag, .meaning = "the promised time is a limit too", .stricter = 1},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& holds = holds_of(talk);
    if (holds.empty()) return finding.not_applicable("no hold");
    double sum = 0;
    bool timed = false;
    for (const auto& hold : holds) {
        const auto length = hold.length();
        if (!length) continue;
        timed = true;
        sum += *length;
        double limit = parameter[each].number;
        if (!hold.promised)
            limit = std::min(limit, parameter[without_promise].number);
        else if (parameter[promise_counts].number != 0)
            limit = std::min(limit, *hold.promised);
        const auto at = hold.words ? talk.evidence(*hold.words) : Evidence{hold.announced, {}, {}};
        finding.evidence.push_back({at.turn, at.span, fmt::format("{:.0f} s", *length)});
        if (*length > limit) finding.missing.push_back(fmt::format("back within {:.0f} s; it took {:.0f} s", limit, *length));
    }
    if (!timed) return finding.not_visible("no times");
    if (static_cast<double>(holds.size()) > parameter[most].number)
        finding.missing.push_back(fmt::format("at most {:.0f} holds; there are {}", parameter[most].number, holds.size()));
    if (sum > parameter[in_all].number)
        finding.missing.push_back(fmt::format("at most {:.0f} s of hold in all; it was {:.0f} s", parameter[in_all].number, sum));
    if (!finding.missing.empty()) return finding.no("held too long or too often");
    finding.yes();
}

} // namespace

const CheckKind hold_length_kind = {
    .name = "hold_length", .summary = "holds are few and short", .settings = settings, .judge = judge};

} // namespace motaudit::checks
