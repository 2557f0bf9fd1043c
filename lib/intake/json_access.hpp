#pragma once

#include "intake/json_value.hpp"
#include <bit>
#include <cstring>
#include <simdjson.h>

namespace motaudit {

// Between the parser's values and ours.
class JsonAccess {
public:
    static Json wrap(simdjson::dom::element value) {
        static_assert(sizeof value == sizeof(Json::element_) && std::is_trivially_copyable_v<simdjson::dom::element>);
        Json json;
        std::memcpy(json.element_, &value, sizeof value);
        json.exists_ = !value.is_null();
        return json;
    }
    static simdjson::dom::element unwrap(const Json& json) {
        simdjson::dom::element value;
        std::memcpy(static_cast<void*>(&value), json.element_, sizeof value);
        return value;
    }
};

} // namespace motaudit
