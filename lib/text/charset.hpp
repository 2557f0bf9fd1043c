#pragma once

#include "base/arena.hpp"
#include "base/result.hpp"
#include <cstddef>
#include <string_view>

namespace motaudit {

// Offset of the first byte that does not belong to well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms);
// npos where all of it does.
std::size_t first_not_utf8(std::string_view bytes);

// Text of a charset known by any name that IANA or MIME give it, as UTF-8 without its byte order mark; strict: the first byte
// that has no meaning is an error with its line, column and offset. Borrows `bytes` where nothing changes, else the arena.
Result<std::string_view> decode(std::string_view bytes, std::string_view charset, Arena& arena);

// The same for a file: a byte order mark decides; else `declared` (empty = nothing is declared: UTF-8 and nothing else).
Result<std::string_view> to_utf8(std::string_view bytes, std::string_view declared, Arena& arena);

// The same for mail, where declarations lie: `declared` if all of it decodes, else UTF-8 if it is, else windows-1252.
std::string_view to_utf8_somehow(std::string_view bytes, std::string_view declared, Arena& arena);

// Is there a charset of that name?
bool is_charset(std::string_view name);

} // namespace motaudit
