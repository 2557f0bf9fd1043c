#pragma once

#include "report/reporter.hpp"
#include <cstdint>
#include <string>
#include <string_view>

namespace motaudit {

enum class Ink { plain, bold, dim, red, green, yellow };

// Appends text in a colour, where the style has colours.
void paint(Ink ink, std::string_view text, const ReportStyle& style, std::string& out);

// "1 conversation", "2 conversations".
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);

// The columns there are: never fewer than 60, which lines of counts take.
unsigned width_of(const ReportStyle& style);

// The text cut to so many columns, with an ellipsis where something is cut off.
std::string fit(std::string_view text, std::size_t columns);

// Where a paragraph stands: its first line begins at column `at`, the others at `indent`; `end` is the first column beyond.
struct Margins {
    std::size_t at = 0;
    std::size_t indent = 0;
    std::size_t end = 80;
};

// Appends a paragraph, broken between words, without a line end after it. The text must be visible() already.
void wrap(std::string_view text, Margins margins, std::string& out);

} // namespace motaudit
