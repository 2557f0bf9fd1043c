#pragma once

#include "base/estimate.hpp"
#include "report/json_text.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Members of a JSON object, key and value; as append_json_key, which they begin with.
namespace motaudit::json {

inline void text(std::string_view key, std::string_view value, std::string& out) {
    append_json_key(key, out);
    append_json_string(value, out);
}

// Keys without a value are left out.
inline void text_if_any(std::string_view key, std::string_view value, std::string& out) {
    if (!value.empty()) text(key, value, out);
}

inline void count(std::string_view key, std::uint64_t value, std::string& out) {
    append_json_key(key, out);
    append_json_count(value, out);
}

// null where there is none.
inline void number(std::string_view key, std::optional<double> value, unsigned decimals, std::string& out) {
    append_json_key(key, out);
    if (value)
        append_json_number(*value, decimals, out);
    else
        out += "null";
}

// {"value": …, "low": …, "high": …}, or null.
inline void estimate(std::string_view key, const std::optional<Estimate>& value, std::string& out) {
    append_json_key(key, out);
    if (!value) {
        out += "null";
        return;
    }
    out += '{';
    number("value", value->value, 6, out);
    number("low", value->low, 6, out);
    number("high", value->high, 6, out);
    out += '}';
}

} // namespace motaudit::json
