#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace motaudit {

// Appends a JSON string, quotes included. Always valid UTF-8 and one line: a byte that is not UTF-8 becomes U+FFFD, and
// controls that steer terminals or reorder text are written as \u escapes, which leaves the value as it was.
void append_json_string(std::string_view text, std::string& out);

// Appends "text":"word" for a plain word of ours: a verdict costs one copy where the text needs no escapes.
void append_json_pair(std::string_view text, std::string_view word, std::string& out);

// Appends JSON that somebody else wrote, made safe to stand in a line: the same rules as above, white space made plain.
void append_json_text(std::string_view json, std::string& out);

// Appends a number with at most `decimals` (0-9) decimals, zeros at the end left out; null where it is not finite or beyond 10^9.
void append_json_number(double number, unsigned decimals, std::string& out);

// A whole number.
void append_json_count(std::uint64_t number, std::string& out);

// "key": before a value; what is not the first in its object begins with a comma. Keys are plain words of ours.
void append_json_key(std::string_view key, std::string& out);

} // namespace motaudit
