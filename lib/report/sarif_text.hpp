#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace motaudit {

// "key":{"text":"…"}: a SARIF message, in which brackets would be a link and braces a placeholder, and so are escaped
// (3.11.5, 3.11.6).
void append_sarif_text(std::string_view key, std::string_view text, std::string& out);

// A path as a URI reference (RFC 3986): relative ones stay so.
std::string uri_of(std::string_view path);

// Names a finding by what it is of, whatever else is found beside it: 16 hex digits.
std::string fingerprint(std::string_view standard, std::string_view path, std::string_view conversation,
                        std::string_view parameter);

} // namespace motaudit
