// kind = "welcome": a first reply thanks for contacting the brand, a further one appreciates the customer's reply (SOP 1.1).
// Which of the two a letter is, the conversation says; where it does not, either will do.

#include "check/kinds.hpp"
#include "check/near.hpp"
#include "query/talk.hpp"
#include <array>

namespace motaudit::checks {
namespace {

enum { first, followup, within, near_to };
constexpr std::array settings = {
    Setting{.name = "first", .type = Setting::Type::lists, .required = true, .meaning = "the welcome of a first reply"},
    Setting{.name = "followup", .type = Setting::Type::lists, .required = true, .meaning = "the welcome of a further reply"},
    Setting{.name = "within",
            .type = Setting::Type::number,
            .meaning = "how many words into the letter",
            .fallback = 80,
            .stricter = -1},
    Setting{.name = "near", .type = Setting::Type::lists, .meaning = "what comes near to a welcome, shown where there is none"},
};

// The first of the lists' matches near the letter's beginning.
const Match* welcome_in(const Talk& talk, std::uint32_t turn, std::span<const ListId> lists, double words,
                        std::vector<Match>& said) {
    said = talk.said(lists, {.speaker = Speaker::agent, .from = turn, .to = turn + 1});
    if (said.empty()) return nullptr;
    std::uint32_t begin = 0;
    for (const auto& word : talk.words(turn)) {
        if (word.part == static_cast<std::uint8_t>(Part::own)) break;
        ++begin;
    }
    return said.front().first - begin < words ? &said.front() : nullptr;
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    auto reply = talk.conversation().reply;
    bool any = false;
    std::vector<Match> thanks, appreciation;
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t) {
        const auto& turn = talk.turn(t);
        if (turn.speaker != Speaker::agent || turn.is_private || turn.text.empty()) continue;
        if (any) reply = Reply::followup; // a further letter of the same conversation
        any = true;
        const auto limit = parameter[within].number;
        const auto* is_first = welcome_in(talk, t, parameter[first].lists, limit, thanks);
        const auto* is_followup = welcome_in(talk, t, parameter[followup].lists, limit, appreciation);
        const auto* right = reply == Reply::first      ? is_first
                            : reply == Reply::followup ? is_followup
                            : is_first                 ? is_first
                                                       : is_followup;
        if (right) {
            finding.evidence.push_back(talk.evidence(*right));
            continue;
        }
        const auto* other = reply == Reply::first ? is_followup : is_first;
        finding.evidence.clear();
        if (other)
            finding.near.push_back(talk.evidence(*other));
        else
            say_nearest(talk, parameter[near_to].lists, {.speaker = Speaker::agent, .from = t, .to = t + 1}, finding);
        const auto& wanted = parameter[reply == Reply::followup ? followup : first].lists;
        for (const auto list : wanted) finding.missing.push_back(talk.standard().lexicon.list(list).title);
        return finding.no(!other                     ? "not said"
                          : reply == Reply::followup ? "the welcome of a first reply, in a further one"
                                                     : "the welcome of a further reply, in a first one");
    }
    return any ? finding.yes() : finding.not_visible("no letter of the agent's");
}

} // namespace

const CheckKind welcome_kind = {.name = "welcome",
                                .summary = "a letter thanks for contacting the brand, or appreciates the customer's reply",
                                .settings = settings,
                                .judge = judge};

} // namespace motaudit::checks
