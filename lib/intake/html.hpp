#pragma once

#include <string>
#include <string_view>

namespace motaudit {

// The text of an HTML mail as a person sees it, lines and paragraphs kept: lists with "- ", quoted mail with "> " before each
// line, rules as "_____". Scripts, styles and hidden elements are left out. `html` is UTF-8. Linear, whatever the nesting.
std::string html_to_text(std::string_view html);

} // namespace motaudit
