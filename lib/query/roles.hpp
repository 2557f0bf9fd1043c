#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace motaudit {

// The phrase lists that questions (query/) ask for by themselves, whatever the parameter. A standard's words must hold each.
// One row each, in alphabetical order in both.
enum class Role : std::uint8_t {
    and_a_half,
    consent,
    event_connected,
    event_hold,
    hold_announce,
    hold_ask,
    hold_reason,
    hold_thanks,
    negation,
    numeral,
    problem,
    problem_negated,
    refusal,
    reported,
    stop_words,
    synonyms,
    unit_of_time,
    wish,
    wrong_contact,
    count_
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Role::count_)> role_names = {
    "and_a_half",  "consent",  "event.connected", "event.hold", "hold.announce",   "hold.ask", "hold.reason",
    "hold.thanks", "negation", "numeral",         "problem",    "problem_negated", "refusal",  "reported",
    "stop_words",  "synonyms", "unit_of_time",    "wish",       "wrong_contact",
};

} // namespace motaudit
