#pragma once

#include <algorithm>
#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

// The part of JSON Schema that the schemas under samples/ are written in.

namespace motaudit::test {

using nlohmann::json;

inline json schema_named(const std::string& name) {
    std::ifstream in(std::string(TESTS_FOLDER) + "/../samples/" + name);
    REQUIRE(in);
    return json::parse(in);
}

inline bool is_of_type(const json& value, const std::string& type) {
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "number" && value.is_number()) ||
           (type == "integer" && value.is_number_integer()) || (type == "boolean" && value.is_boolean()) ||
           (type == "null" && value.is_null());
}

// Empty where the value fits; else where it does not, and why. A word of JSON Schema that is not known here is a fault as well.
inline std::string schema_fault(const json& value, json rule, json root, const std::string& at = "$") {
    static const std::set<std::string> words = {"$schema", "$id",     "$defs",   "$ref",     "title",      "description",
                                                "type",    "const",   "enum",    "required", "properties", "additionalProperties",
                                                "items",   "minimum", "maximum", "oneOf",    "allOf"};
    for (const auto& [word, meaning] : rule.items())
        if (!words.contains(word)) return at + ": unknown word " + word;
    while (rule.contains("$ref")) {
        const auto ref = rule["$ref"].get<std::string>();
        if (!ref.starts_with('#')) root = schema_named(ref);
        rule = ref.starts_with('#') ? root.at(json::json_pointer(ref.substr(1))) : root;
    }
    for (const auto& part : rule.value("allOf", json::array()))
        if (auto found = schema_fault(value, part, root, at); !found.empty()) return found;
    if (rule.contains("type")) {
        const auto types = rule["type"].is_array() ? rule["type"] : json::array({rule["type"]});
        const bool fits = std::ranges::any_of(types, [&](const json& type) { return is_of_type(value, type); });
        if (!fits) return at + ": type";
    }
    if (rule.contains("const") && value != rule["const"]) return at + ": const";
    if (rule.contains("enum") && std::ranges::find(rule["enum"], value) == rule["enum"].end()) return at + ": enum";
    if (value.is_number() && rule.contains("minimum") && value < rule["minimum"]) return at + ": minimum";
    if (value.is_number() && rule.contains("maximum") && value > rule["maximum"]) return at + ": maximum";
    if (value.is_object()) {
        for (const auto& key : rule.value("required", json::array()))
            if (!value.contains(key.get<std::string>())) return at + ": no " + key.get<std::string>();
        const auto known = rule.value("properties", json::object());
        const auto more = rule.value("additionalProperties", json(true));
        for (const auto& [key, inner] : value.items()) {
            if (!known.contains(key) && more == json(false)) return at + ": key " + key;
            const auto found = known.contains(key) ? schema_fault(inner, known[key], root, at + "." + key)
                               : more.is_object()  ? schema_fault(inner, more, root, at + "." + key)
                                                   : std::string();
            if (!found.empty()) return found;
        }
    }
    if (value.is_array() && rule.contains("items"))
        for (const auto& inner : value)
            if (auto found = schema_fault(inner, rule["items"], root, at + "[]"); !found.empty()) return found;
    if (rule.contains("oneOf")) {
        const auto fits =
            std::ranges::count_if(rule["oneOf"], [&](const json& choice) { return schema_fault(value, choice, root, at).empty(); });
        if (fits != 1) return at + ": oneOf";
    }
    return {};
}

inline std::string schema_fault(const json& value, const std::string& name) {
    const auto root = schema_named(name);
    return schema_fault(value, root, root);
}

} // namespace motaudit::test
