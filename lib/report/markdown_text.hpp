#pragma once

#include <string>
#include <string_view>

namespace motaudit {

// Appends a text in one line as Markdown prose that is nothing but prose: markup is escaped, and a word that a renderer would make
// a link of (addresses, mentions, references) stands as code.
void append_markdown(std::string_view text, std::string& out);

// Appends a text in one line as a code span, in which nothing is markup; nothing where it is empty. In a table's cell its bars are
// escaped.
void append_markdown_code(std::string_view text, std::string& out, bool in_cell = false);

} // namespace motaudit
