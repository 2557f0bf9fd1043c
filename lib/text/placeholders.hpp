#pragma once

#include "base/span.hpp"
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace motaudit {

// How a system writes what it fills in. Braces are "{{name}}", also with three, and the tags of Liquid and Jinja; `foreign` are
// those of systems that answer no customers: "<%= name %>", "*|NAME|*", "#{name}".
enum class PlaceholderSyntax : std::uint8_t {
    braces,
    single_brace,
    salesforce,
    dollar,
    percent,
    percent_brace,
    underscores,
    square,
    angle,
    double_angle,
    foreign
};

// The bytes of a placeholder that begins at the start of `text` ("{{name}}", "<First Name>", "[AGENT NAME]"); 0 = none.
// Square brackets hold one only in capitals: "[laughs]" and "[inaudible]" are a transcriber's, "[text](link)" is Markdown.
std::size_t placeholder_at(std::string_view text);

// A placeholder by its parts: "{{contact.first_name}}" is contact.first_name in braces.
struct Placeholder {
    PlaceholderSyntax syntax = PlaceholderSyntax::braces;
    std::string_view name = {};
};
Placeholder placeholder_of(std::string_view token);

// What opens or closes nothing: "{{name}", "name}}", "${name", "{% if x %}" without its end. Code between backticks is no matter.
std::vector<Span> unbalanced(std::string_view text);

// A bracket without its counterpart beside what could be a placeholder's name: "[First Name,", "first_name}". Whether it is one
// the asker knows.
struct LoneBracket {
    Span span = {};
    std::string_view name = {};
};
std::vector<LoneBracket> lone_brackets(std::string_view text);

} // namespace motaudit
