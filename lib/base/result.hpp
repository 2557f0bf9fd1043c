#pragma once

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace motaudit {

// What is wrong with an input and where, as a compiler would say it. Line and column count from 1; 0 means unknown.
struct Error {
    std::string path = {};
    std::size_t line = 0;
    std::size_t column = 0;
    std::string message = {};

    // "path:line:column: message", without the parts that are unknown.
    std::string text() const;
    friend bool operator==(const Error&, const Error&) = default;
};

// A value, or the error that prevented it.
template <class T>
class Result {
public:
    Result(T value) : held_(std::move(value)) {}
    Result(Error error) : held_(std::move(error)) {}

    explicit operator bool() const { return held_.index() == 0; }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T& value() {
        assert(held_.index() == 0);
        return *std::get_if<0>(&held_);
    }
    const T& value() const {
        assert(held_.index() == 0);
        return *std::get_if<0>(&held_);
    }
    const Error& error() const {
        assert(held_.index() == 1);
        return *std::get_if<1>(&held_);
    }

private:
    std::variant<T, Error> held_;
};

} // namespace motaudit
