#pragma once

#include "base/span.hpp"
#include <cstdint>
#include <string_view>
#include <vector>

namespace motaudit {

enum class PlaceholderSyntax : std::uint8_t { braces, single_brace, salesforce, dollar, percent, underscores, square, angle };

// A placeholder by its parts: "{{contact.first_name}}" is contact.first_name in braces.
struct Placeholder {
    PlaceholderSyntax syntax = PlaceholderSyntax::braces;
    std::string_view name = {};
};
Placeholder placeholder_of(std::string_view token);

// Double braces that open or close nothing: "{{name}", "name}}". Not more than a few hundred bytes lie within a pair.
std::vector<Span> unbalanced(std::string_view text);

} // namespace motaudit
