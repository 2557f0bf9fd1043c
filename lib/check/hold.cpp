// kind = "hold": what must be done around each hold (SOP 1.8). `asks` says what; the parameter is na where there is no hold.

#include "check/kinds.hpp"
#include "query/holds.hpp"
#include "query/timeline.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace motaudit::checks {
namespace {

enum { asks, late, thanks, check_in, length, over, transfer };
constexpr std::array settings = {
    Setting{.name = "asks",
            .type = Setting::Type::text,
            .required = true,
            .meaning = "what is asked of each hold",
            .choices = "permission|reason|refresh|thanks|checkin"},
    Setting{
        .name = "late", .type = Setting::Type::lists, .meaning = "refresh: words that show a late return where there are no times"},
    Setting{.name = "thanks", .type = Setting::Type::lists, .meaning = "thanks: what the first words behind a hold must be"},
    Setting{.name = "check_in",
            .type = Setting::Type::lists,
            .meaning = "words by which the agent checks in during a hold, which then goes on"},
    Setting{.name = "length",
            .type = Setting::Type::flag,
            .meaning = "reason: how long it will take must be said too",
            .fallback = 1,
            .stricter = 1},
    Setting{.name = "over",
            .type = Setting::Type::number,
            .meaning = "checkin: how many seconds a hold may last without one",
            .fallback = 60,
            .stricter = -1},
    Setting{.name = "transfer",
            .type = Setting::Type::lists,
            .meaning = "words that tell of a transfer: a wait behind them from which the agent does not come back is no hold"},
};

// "the hold", or which one of several.
std::string which(std::size_t number, std::size_t of) {
    static constexpr std::string_view names[] = {"first", "second", "third", "fourth"};
    if (of == 1) return "the hold";
    return number < std::size(names) ? fmt::format("the {} hold", names[number]) : fmt::format("hold {}", number + 1);
}

Evidence place(const Talk& talk, const Hold& hold, std::string note) {
    return hold.words ? talk.evidence(*hold.words, std::move(note)) : Evidence{hold.announced, {}, std::move(note)};
}

void permission(const Talk& talk, const std::vector<Hold>& holds, Finding& finding) {
    for (std::size_t i = 0; i < holds.size(); ++i) {
        if (holds[i].asked) continue;
        finding.evidence.push_back(place(talk, holds[i], "announced, not asked"));
        finding.missing.push_back(fmt::format("a question before {}: may the customer be put on hold?", which(i, holds.size())));
    }
    if (!finding.evidence.empty())
        return finding.no(finding.missing.size() == 1 ? "a hold is announced without asking"
                                                      : "holds are announced without asking");
    for (const auto& hold : holds) finding.evidence.push_back(place(talk, hold, {}));
    finding.yes();
}

void reason(const Talk& talk, const std::vector<Hold>& holds, bool with_length, Finding& finding) {
    for (std::size_t i = 0; i < holds.size(); ++i) {
        if (!holds[i].reason) finding.missing.push_back("the reason for " + which(i, holds.size()));
        const bool no_length = with_length && !holds[i].promised;
        if (no_length) finding.missing.push_back("how long " + which(i, holds.size()) + " will take");
        if (!holds[i].reason || no_length) finding.evidence.push_back(place(talk, holds[i], {}));
    }
    if (!finding.missing.empty())
        return finding.no(with_length ? "a hold without its reason or its length" : "a hold without its reason");
    for (const auto& hold : holds) finding.evidence.push_back(talk.evidence(*hold.reason));
    finding.yes();
}

// Signs in words that the agent came back late: the agent's or the customer's next words.
std::vector<Match> late_signs(const Talk& talk, const Hold& hold, std::span<const ListId> lists) {
    if (!hold.back) return {};
    constexpr std::uint32_t turns = 3;
    auto signs = talk.said(lists, {.speaker = Speaker::agent, .from = *hold.back, .to = *hold.back + turns});
    const auto heard = talk.said(lists, {.speaker = Speaker::customer, .from = hold.announced + 1, .to = *hold.back + turns});
    signs.insert(signs.end(), heard.begin(), heard.end());
    return signs;
}

void refresh(const Talk& talk, const std::vector<Hold>& holds, std::span<const ListId> late_lists, Finding& finding) {
    bool promised = false, seen = false;
    for (std::size_t i = 0; i < holds.size(); ++i) {
        const auto& hold = holds[i];
        if (!hold.promised) continue;
        promised = true;
        if (const auto length = hold.length()) {
            seen = true;
            if (*length <= *hold.promised) continue;
            finding.evidence.push_back(place(talk, hold, fmt::format("{:.0f} s of {:.0f} s", *length, *hold.promised)));
            finding.missing.push_back(
                fmt::format("back from {} within the {:.0f} s that were promised, or a question for more time before they are over",
                            which(i, holds.size()), *hold.promised));
        } else if (const auto signs = late_signs(talk, hold, late_lists); !signs.empty()) {
            seen = true;
            finding.evidence.push_back(talk.evidence(signs.front()));
            finding.missing.push_back("back from " + which(i, holds.size()) +
                                      " by the promised time, or a question for more time before it is over");
        }
    }
    if (!promised) return finding.not_applicable("no time was promised for the hold");
    if (!finding.missing.empty()) return finding.no("back later than promised");
    if (!seen) return finding.not_visible("no times, and nothing said that shows when the agent was back");
    for (const auto& hold : holds)
        if (hold.promised) finding.evidence.push_back(place(talk, hold, {}));
    finding.yes();
}

// Among the first words of the agent's next turn: behind a greeting or the name at most.
bool comes_first(const Match& match) {
    constexpr std::uint32_t words_before = 5;
    return match.first <= words_before;
}

void thanks_after(const Talk& talk, const std::vector<Hold>& holds, std::span<const ListId> lists, Finding& finding) {
    bool came_back = false, all = true;
    for (std::size_t i = 0; i < holds.size(); ++i) {
        const auto& hold = holds[i];
        if (!hold.back) continue;
        came_back = true;
        const auto said = talk.said(lists, {.speaker = Speaker::agent, .from = *hold.back, .to = *hold.back + 1});
        if (!said.empty() && comes_first(said.front())) {
            if (all) finding.evidence.push_back(talk.evidence(said.front()));
            continue;
        }
        if (all) finding.evidence.clear();
        all = false;
        finding.evidence.push_back({*hold.back, {}, "the first words behind " + which(i, holds.size())});
        for (const auto& match : said) finding.near.push_back(talk.evidence(match, "comes too late in the turn"));
        finding.missing.push_back("thanks for waiting as the first words behind " + which(i, holds.size()));
    }
    if (!came_back) return finding.not_applicable("the agent did not come back from the hold");
    if (!all) return finding.no("no thanks on coming back");
    finding.yes();
}

// A hold with the check-ins during it: it lasts until the agent's first turn that is none.
struct LongHold {
    Hold hold = {};
    std::vector<Match> check_ins = {};
};

std::vector<LongHold> with_check_ins(const Talk& talk, std::span<const ListId> lists, std::span<const ListId> transfers) {
    std::vector<LongHold> out;
    for (const auto& hold : holds_of(talk)) {
        if (!hold.back && !talk.said(transfers, {.speaker = Speaker::agent, .to = hold.announced_to + 1}).empty()) continue;
        // "I am still checking, one more moment please" announces no other hold.
        if (!out.empty() && !out.back().check_ins.empty() && out.back().check_ins.back().turn >= hold.announced) continue;
        auto& one = out.emplace_back(LongHold{hold});
        for (auto t = hold.back; t; t = one.hold.back) {
            const auto said = talk.said(lists, {.speaker = Speaker::agent, .from = *t, .to = *t + 1});
            if (said.empty()) break;
            one.check_ins.push_back(said.front());
            one.hold.back.reset();
            one.hold.to.reset();
            for (auto next = *t + 1; next < talk.turn_count() && !one.hold.back; ++next)
                if (talk.turn(next).speaker == Speaker::agent && !talk.turn(next).is_private && !talk.turn(next).text.empty()) {
                    one.hold.back = next;
                    one.hold.to = begin_of(talk.turn(next));
                }
        }
    }
    return out;
}

void checks_in(const Talk& talk, const std::vector<LongHold>& holds, double at_most, Finding& finding) {
    std::vector<Evidence> seen;
    for (std::size_t i = 0; i < holds.size(); ++i) {
        for (const auto& match : holds[i].check_ins) seen.push_back(talk.evidence(match));
        const auto length = holds[i].hold.length();
        if (!holds[i].check_ins.empty() || !length || *length <= at_most) continue;
        finding.evidence.push_back(place(talk, holds[i].hold, fmt::format("{:.0f} s without a word", *length)));
        finding.missing.push_back("a word to the customer during " + which(i, holds.size()));
    }
    if (!finding.missing.empty()) return finding.no("nobody checks in during a long hold");
    if (seen.empty()) {
        const bool timed = std::ranges::any_of(holds, [](const LongHold& one) { return one.hold.length().has_value(); });
        return timed ? finding.not_applicable("no long hold") : finding.not_visible("the hold's length cannot be seen");
    }
    finding.evidence = std::move(seen);
    finding.yes();
}

void of_each(const Talk& talk, const std::vector<Hold>& holds, const Parameter& parameter, Finding& finding) {
    const auto& what = parameter[asks].text;
    if (what == "permission") return permission(talk, holds, finding);
    if (what == "reason") return reason(talk, holds, parameter[length].number != 0, finding);
    thanks_after(talk, holds, parameter[thanks].lists, finding);
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& holds = holds_of(talk);
    if (holds.empty()) return finding.not_applicable("no hold");
    const auto& what = parameter[asks].text;
    if (what == "refresh") return refresh(talk, holds, parameter[late].lists, finding);
    if (!parameter[check_in].lists.empty()) {
        const auto joined = with_check_ins(talk, parameter[check_in].lists, parameter[transfer].lists);
        if (joined.empty()) return finding.not_applicable("no hold");
        if (what == "checkin") return checks_in(talk, joined, parameter[over].number, finding);
        std::vector<Hold> whole;
        for (const auto& one : joined) whole.push_back(one.hold);
        return of_each(talk, whole, parameter, finding);
    }
    of_each(talk, holds, parameter, finding);
}

} // namespace

const CheckKind hold_kind = {.name = "hold",
                             .summary = "permission, reason and length, refresh, check-ins or thanks of each hold",
                             .settings = settings,
                             .judge = judge};

} // namespace motaudit::checks
