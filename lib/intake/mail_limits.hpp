#pragma once

#include <string>
#include <string_view>

namespace motaudit {

inline constexpr int deepest_mail = 100;         // multiparts and forwarded messages in each other
inline constexpr int most_mail_parts = 10'000;   // of one message
inline constexpr int most_mail_fields = 100'000; // header fields of one message, all parts together

// What a message has too much of to be read, in words; empty for every message that a person sent. One pass over the bytes,
// for a parser that builds a tree has spent memory and time before it can be asked.
std::string beyond_mail_limits(std::string_view message);

} // namespace motaudit
