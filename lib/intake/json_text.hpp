#pragma once

#include <fmt/core.h>
#include <string>
#include <string_view>

namespace motaudit {

// Appends UTF-8 text as a JSON string.
inline void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    out += '"';
}

} // namespace motaudit
