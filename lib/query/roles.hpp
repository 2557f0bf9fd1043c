#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace motaudit {

// The phrase lists that questions (query/) ask for by themselves, whatever the parameter. A standard's words must hold each.
// One row each, in alphabetical order in both.
enum class Role : std::uint8_t { negation, problem, problem_negated, reported, stop_words, synonyms, wish, wrong_contact, count_ };
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Role::count_)> role_names = {
    "negation", "problem", "problem_negated", "reported", "stop_words", "synonyms", "wish", "wrong_contact",
};

} // namespace motaudit
