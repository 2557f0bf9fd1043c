#pragma once

#include <cstddef>
#include <string_view>

namespace motaudit {

// Where and why a text is no JSON (RFC 8259); `at` is a byte offset, npos where it is.
struct JsonFault {
    std::size_t at = std::string_view::npos;
    std::string_view what = {};
};

inline constexpr std::size_t deepest_json = 1024;

// Only for text that the parser refused: it says no place. Linear, not recursive.
JsonFault json_fault(std::string_view text);

} // namespace motaudit
