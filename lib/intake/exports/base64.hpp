#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace motaudit::exports {

// Base64 in either alphabet (RFC 4648, 4 and 5), padded or not; nothing where it is none.
std::optional<std::string> decode_base64(std::string_view text);

} // namespace motaudit::exports
