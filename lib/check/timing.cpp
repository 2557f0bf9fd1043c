// kind = "timing": how soon the agent speaks, whether they talk over the customer, and how long they are silent (SOP 1.1, 2).

#include "check/kinds.hpp"
#include "query/holds.hpp"
#include "query/timeline.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace motaudit::checks {
namespace {

enum { asks, at_most, steps };
constexpr std::array settings = {
    Setting{.name = "asks",
            .type = Setting::Type::text,
            .required = true,
            .meaning = "what is measured",
            .choices = "prompt|interruption|silence"},
    Setting{.name = "at_most", .type = Setting::Type::number, .required = true, .meaning = "seconds", .stricter = -1},
    Setting{.name = "steps",
            .type = Setting::Type::lists,
            .meaning = "silence: words that ask the customer to carry out a step, which may take its time"},
};

constexpr double rounding = 1e-6; // times are decimals: 3.3 - 1.3 is not exactly 2

bool speaks(const Turn& turn, Speaker speaker) { return turn.speaker == speaker && !turn.is_private && !turn.text.empty(); }

void prompt(const Talk& talk, double at_most_s, Finding& finding) {
    double since = connected_at(talk);
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t) {
        const auto& turn = talk.turn(t);
        if (speaks(turn, Speaker::customer) && end_of(turn)) since = std::max(since, *end_of(turn));
        if (!speaks(turn, Speaker::agent)) continue;
        if (!begin_of(turn)) break;
        const double waited = *begin_of(turn) - since;
        if (talk.detailed()) finding.evidence.push_back({t, {}, fmt::format("{:.1f} s", std::max(0.0, waited))});
        if (waited <= at_most_s + rounding) return finding.yes();
        if (!talk.detailed()) return finding.no({});
        return finding.no(fmt::format("the first turn starts after {:.1f} s; at most {:g} s are allowed", waited, at_most_s));
    }
    finding.not_visible("no times");
}

void interruption(const Talk& talk, double at_most_s, Finding& finding) {
    bool timed = false;
    double customer_ends = -1;
    std::uint32_t customer_turn = 0;
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t) {
        const auto& turn = talk.turn(t);
        if (speaks(turn, Speaker::agent) && turn.start && customer_ends >= 0) {
            timed = true;
            const double over = customer_ends - *turn.start;
            if (over > at_most_s + rounding && *turn.start >= begin_of(talk.turn(customer_turn)).value_or(0))
                finding.evidence.push_back({t, {}, fmt::format("{:.1f} s before the customer's end", over)});
        }
        if (speaks(turn, Speaker::customer) && turn.end && *turn.end > customer_ends) {
            customer_ends = *turn.end;
            customer_turn = t;
        }
    }
    if (!timed) return finding.not_visible("no times");
    if (finding.evidence.empty()) return finding.yes();
    finding.no(finding.evidence.size() == 1 ? "talks over the customer once"
                                            : fmt::format("talks over the customer {} times", finding.evidence.size()));
}

void silence(const Talk& talk, double at_most_s, std::span<const ListId> step_lists, Finding& finding) {
    const auto& holds = holds_of(talk);
    const auto in_hold = [&](std::uint32_t t) {
        return std::ranges::any_of(holds, [&](const Hold& hold) { return t > hold.announced && (!hold.back || t <= *hold.back); });
    };
    bool timed = false, opened = false, stepping = false;
    std::optional<double> quiet_since;
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t) {
        const auto& turn = talk.turn(t);
        const bool agent = speaks(turn, Speaker::agent);
        if (agent && opened && quiet_since && turn.start) {
            timed = true;
            const double silent = *turn.start - *quiet_since;
            if (silent > at_most_s + rounding && !in_hold(t) && !stepping)
                finding.evidence.push_back({t, {}, fmt::format("{:.1f} s of silence before", silent)});
        }
        if (agent) {
            opened = true;
            bool asks_step = false;
            for (const auto list : step_lists) asks_step |= talk.says(list, {.speaker = Speaker::agent, .from = t, .to = t + 1});
            stepping = asks_step;
        }
        // A turn without an end does not show when it fell silent.
        if (agent || speaks(turn, Speaker::customer))
            quiet_since = turn.end ? std::optional(std::max(quiet_since.value_or(0), *turn.end)) : std::nullopt;
    }
    if (!timed) return finding.not_visible("no times that show a silence");
    if (finding.evidence.empty()) return finding.yes();
    finding.no(fmt::format("{} over {:g} s",
                           finding.evidence.size() == 1 ? "a silence" : fmt::format("{} silences", finding.evidence.size()),
                           at_most_s));
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    if (!has_times(talk.conversation())) return finding.not_visible("no times");
    const auto& what = parameter[asks].text;
    const double limit = parameter[at_most].number;
    if (what == "prompt") return prompt(talk, limit, finding);
    if (what == "interruption") return interruption(talk, limit, finding);
    silence(talk, limit, parameter[steps].lists, finding);
}

} // namespace

const CheckKind timing_kind = {.name = "timing",
                               .summary = "how soon, over whom and after what silence the agent speaks",
                               .settings = settings,
                               .judge = judge,
                               .looks_for_words = false};

} // namespace motaudit::checks
