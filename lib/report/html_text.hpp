#pragma once

#include "model/finding.hpp"
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace motaudit {

// Appends text from outside as the content of an element or a quoted attribute: markup is text, controls show, bytes that are not
// UTF-8 become U+FFFD. White space stays as it is.
void append_html(std::string_view text, std::string& out);

// A stretch of a turn that a verdict rests on; number 0 = of a yes, else of the markdown that is told beside it.
struct MarkedSpan {
    Span span = {};
    std::size_t number = 0;
};

// Appends a turn's text with its marks; where one of a markdown ends, a link leads to what is said of it, at `anchor`-number.
void append_marked(std::string_view text, std::span<const MarkedSpan> marks, std::string_view anchor, std::string& out);

// The text up to so many bytes, cut between characters.
std::string_view cut(std::string_view text, std::size_t most);

// What a Content-Security-Policy allows this inline style or script by: "sha256-…".
std::string policy_hash(std::string_view text);

} // namespace motaudit
