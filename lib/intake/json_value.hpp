#pragma once

#include "base/arena.hpp"
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace motaudit {

// A value of a JSON document, or nothing. What is not there, is null or is of another type than asked for is nothing: exports
// leave keys out, write null, and change types between versions. It borrows from the parser. (simdjson's own header is left to
// json_value.cpp: readers of exports are many.)
class Json {
public:
    Json() = default;

    explicit operator bool() const { return exists_; }
    Json operator[](std::string_view key) const; // of an object
    Json at(std::size_t index) const;            // of an array
    Json first() const { return at(0); }
    bool is_object() const;
    bool is_array() const;

    // Calls function(Json) for the elements of an array; for anything else never.
    template <class Function>
    void each(Function&& function) const {
        using Plain = std::remove_reference_t<Function>;
        each_of([](void* call, Json one) { (*static_cast<Plain*>(call))(one); },
                const_cast<void*>(static_cast<const void*>(std::addressof(function))));
    }

    std::string_view text() const;              // a string; "" where there is none
    std::string_view label(Arena& arena) const; // an id: a string, or a whole number as it is written
    std::optional<double> number() const;       // a number, or a string that is one; always finite
    std::optional<double> number_over(double unit) const;
    std::optional<bool> flag() const; // true, false, or a string that is one of them
    std::string minified() const;     // the value as compact JSON

private:
    friend class JsonAccess;
    void each_of(void (*call)(void*, Json), void* function) const;

    alignas(8) std::byte element_[16] = {}; // a simdjson::dom::element
    bool exists_ = false;
};

} // namespace motaudit
