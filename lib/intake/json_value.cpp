#include "intake/json_value.hpp"

#include "intake/json_access.hpp"
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace motaudit {
namespace {

// The value as a T; false where it is nothing or something else.
template <class T>
bool get(const Json& json, T& out) {
    return json && JsonAccess::unwrap(json).get(out) == simdjson::SUCCESS;
}

} // namespace

Json Json::operator[](std::string_view key) const {
    simdjson::dom::object object;
    simdjson::dom::element value;
    return get(*this, object) && object[key].get(value) == simdjson::SUCCESS ? JsonAccess::wrap(value) : Json();
}

Json Json::at(std::size_t index) const {
    simdjson::dom::array array;
    simdjson::dom::element value;
    return get(*this, array) && array.at(index).get(value) == simdjson::SUCCESS ? JsonAccess::wrap(value) : Json();
}

bool Json::is_object() const { return exists_ && JsonAccess::unwrap(*this).is_object(); }
bool Json::is_array() const { return exists_ && JsonAccess::unwrap(*this).is_array(); }

void Json::each_of(void (*call)(void*, Json), void* function) const {
    simdjson::dom::array array;
    if (!get(*this, array)) return;
    for (const simdjson::dom::element one : array) call(function, JsonAccess::wrap(one));
}

std::string_view Json::text() const {
    std::string_view text;
    return get(*this, text) ? text : std::string_view{};
}

std::string_view Json::label(Arena& arena) const {
    std::int64_t number = 0;
    if (!get(*this, number)) return text();
    const fmt::format_int digits(number);
    return arena.keep({digits.data(), digits.size()});
}

std::optional<double> Json::number() const {
    double number = 0;
    if (get(*this, number)) return number;
    const auto digits = text();
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(number)) return {};
    return number;
}

std::optional<double> Json::number_over(double unit) const {
    const auto value = number();
    return value ? std::optional(*value / unit) : std::nullopt;
}

std::optional<bool> Json::flag() const {
    bool flag = false;
    if (get(*this, flag)) return flag;
    const auto word = text();
    if (word == "true" || word == "True" || word == "TRUE") return true;
    if (word == "false" || word == "False" || word == "FALSE") return false;
    return {};
}

std::string Json::minified() const { return exists_ ? simdjson::minify(JsonAccess::unwrap(*this)) : std::string{}; }

} // namespace motaudit
