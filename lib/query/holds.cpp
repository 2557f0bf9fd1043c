#include "query/holds.hpp"

#include "query/timeline.hpp"
#include <algorithm>
#include <optional>

namespace motaudit {
namespace {

class Holds {
public:
    Holds(const Talk& talk, std::vector<Hold>& out) : talk_(talk), out_(out) { out_.clear(); }

    void find() {
        for (std::uint32_t t = 0; t < talk_.turn_count(); ++t) {
            const auto& turn = talk_.turn(t);
            if (turn.is_private) continue;
            if (turn.speaker == Speaker::agent)
                announced(t);
            else if (shows_hold(t))
                shown(t);
        }
    }

private:
    bool says(Role role, Speaker speaker, std::uint32_t t) const {
        return talk_.says(talk_.list(role), {.speaker = speaker, .from = t, .to = t + 1});
    }
    bool shows_hold(std::uint32_t t) const {
        return talk_.turn(t).event == Event::hold ||
               (talk_.turn(t).speaker == Speaker::system && says(Role::event_hold, Speaker::system, t));
    }

    void announced(std::uint32_t t) {
        if (!out_.empty() && t <= out_.back().announced_to) return;
        const Where here = {.speaker = Speaker::agent, .from = t, .to = t + 1};
        const auto asks = talk_.said(talk_.list(Role::hold_ask), here);
        const auto tells = talk_.said(talk_.list(Role::hold_announce), here);
        const auto words = !asks.empty()    ? std::optional(asks.front())
                           : !tells.empty() ? std::optional(tells.front())
                                            : alone(here);
        if (!words) return;
        Hold hold = {.announced = t, .announced_to = t, .words = words, .asked = !asks.empty()};
        // "One moment." and, typed apart, "I'm checking that." are one announcement.
        std::uint32_t next = t + 1;
        while (next < talk_.turn_count() && talk_.turn(next).speaker == Speaker::agent && !talk_.turn(next).is_private &&
               continues(hold, next))
            hold.announced_to = next++;
        for (std::uint32_t i = hold.announced; i <= hold.announced_to; ++i) {
            const auto reasons = talk_.said(talk_.list(Role::hold_reason), {.speaker = Speaker::agent, .from = i, .to = i + 1});
            if (!hold.reason && !reasons.empty()) hold.reason = reasons.front();
            if (says(Role::hold_ask, Speaker::agent, i)) hold.asked = true;
            for (const auto& length : lengths_in(talk_, i))
                if (!hold.promised && is_near(*hold.words, i, length)) hold.promised = length.seconds;
        }
        if (!hold.reason) hold.reason = reason_before(t);
        if (!follow(hold)) return;
        out_.push_back(hold);
    }

    // "I need to ask our technicians." and, in the next message, "May I have three minutes?"
    std::optional<Match> reason_before(std::uint32_t t) const {
        const auto first = out_.empty() ? 0 : out_.back().announced_to + 1;
        while (t > first && talk_.turn(t - 1).speaker != Speaker::customer) {
            --t;
            const auto reasons = talk_.said(talk_.list(Role::hold_reason), {.speaker = Speaker::agent, .from = t, .to = t + 1});
            if (!reasons.empty()) return reasons.back();
        }
        return {};
    }

    // "wait": a turn of nothing else.
    std::optional<Match> alone(const Where& here) const {
        const auto size = talk_.words(here.from).size();
        for (const auto& match : talk_.said(talk_.list(Role::hold_alone), here))
            if (match.last - match.first + 1 == size) return match;
        return {};
    }

    // The agent's next turn goes on announcing: it says why or for how long, and soon.
    bool continues(const Hold& hold, std::uint32_t next) const {
        constexpr double soon = 15; // seconds
        const auto before = end_of(talk_.turn(hold.announced_to)), begins = begin_of(talk_.turn(next));
        if (before && begins && *begins - *before > soon) return false;
        return (says(Role::hold_reason, Speaker::agent, next) || says(Role::hold_announce, Speaker::agent, next)) &&
               !says(Role::hold_thanks, Speaker::agent, next);
    }

    // In the announcement's sentence or a neighbour of it.
    bool is_near(const Match& words, std::uint32_t turn, const Length& length) const {
        if (turn != words.turn) return true;
        const auto sentence = talk_.words(turn)[length.first].sentence;
        const auto own = talk_.sentence(words);
        return sentence + 1 >= own && sentence <= own + 1;
    }

    // The customer's consent and the agent's return. False where the customer declined.
    bool follow(Hold& hold) const {
        hold.from = end_of(talk_.turn(hold.announced_to));
        bool first_answer = true;
        for (std::uint32_t t = hold.announced_to + 1; t < talk_.turn_count(); ++t) {
            const auto& turn = talk_.turn(t);
            if (turn.is_private) continue;
            if (turn.speaker == Speaker::customer && first_answer) {
                first_answer = false;
                if (says(Role::refusal, Speaker::customer, t) && !says(Role::consent, Speaker::customer, t)) return false;
                if (says(Role::consent, Speaker::customer, t)) hold.from = end_of(turn);
            }
            if (turn.speaker == Speaker::agent && !turn.text.empty()) {
                hold.back = t;
                hold.to = begin_of(turn);
                break;
            }
        }
        if (!hold.to) hold.from.reset();
        return true;
    }

    // A hold that only an event shows: nobody announced it.
    void shown(std::uint32_t t) {
        if (!out_.empty() && (!out_.back().back || *out_.back().back > t)) return;
        Hold hold = {.announced = t, .announced_to = t};
        follow(hold);
        out_.push_back(hold);
    }

    const Talk& talk_;
    std::vector<Hold>& out_;
};

} // namespace

const std::vector<Hold>& holds_of(const Talk& talk) {
    return talk.once(+[](const Talk& of, std::vector<Hold>& holds) { Holds(of, holds).find(); });
}

} // namespace motaudit
