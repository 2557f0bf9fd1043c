#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace motaudit {

// The phrase lists that questions (query/) ask for by themselves, whatever the parameter. A standard's words must hold each.
// One row each, in alphabetical order in both.
enum class Role : std::uint8_t { negation, reported, count_ };
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Role::count_)> role_names = {
    "negation",
    "reported",
};

} // namespace motaudit
