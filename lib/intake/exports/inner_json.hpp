#pragma once

#include "intake/json_value.hpp"
#include <memory>
#include <string_view>

namespace motaudit::exports {

// The JSON inside a string of another JSON. The value lives as long as this does; it is nothing where the text is no JSON.
class InnerJson {
public:
    explicit InnerJson(std::string_view text);
    ~InnerJson();
    InnerJson(const InnerJson&) = delete;
    InnerJson& operator=(const InnerJson&) = delete;

    Json value() const { return value_; }

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
    Json value_ = {};
};

} // namespace motaudit::exports
