#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace motaudit {

// The phrase lists that questions (query/) ask for by themselves, whatever the parameter. A standard's words must hold each.
// One row each, in alphabetical order in both.
enum class Role : std::uint8_t {
    and_a_half,
    asking,
    consent,
    courtesy,
    ended_by_agent,
    ended_by_customer,
    ended_by_somebody,
    ended_by_system,
    event_connected,
    event_hold,
    farewell_thanks,
    farewell_wish,
    goodbye,
    hand_over,
    hand_over_by_agent,
    hold_announce,
    hold_ask,
    hold_reason,
    hold_thanks,
    negation,
    numeral,
    offer_of_more,
    problem,
    problem_negated,
    refusal,
    reported,
    stop_words,
    survey,
    synonyms,
    thanks,
    that_was_all,
    unit_of_time,
    wish,
    wrong_contact,
    count_
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Role::count_)> role_names = {
    "and_a_half",
    "asking",
    "consent",
    "courtesy",
    "ended_by_agent",
    "ended_by_customer",
    "ended_by_somebody",
    "ended_by_system",
    "event.connected",
    "event.hold",
    "farewell_thanks",
    "farewell_wish",
    "goodbye",
    "hand_over",
    "hand_over_by_agent",
    "hold.announce",
    "hold.ask",
    "hold.reason",
    "hold.thanks",
    "negation",
    "numeral",
    "offer_of_more",
    "problem",
    "problem_negated",
    "refusal",
    "reported",
    "stop_words",
    "survey",
    "synonyms",
    "thanks",
    "that_was_all",
    "unit_of_time",
    "wish",
    "wrong_contact",
};

} // namespace motaudit
