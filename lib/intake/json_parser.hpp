#pragma once

#include "base/result.hpp"
#include <memory>
#include <simdjson.h>
#include <string_view>

namespace motaudit {

// A parser and its padded input, kept from one text to the next. What a huge text made it grow is given back at the next
// small one.
class JsonParser {
public:
    // The value lives until the next call.
    simdjson::error_code parse(std::string_view text, simdjson::dom::element& value);

private:
    static constexpr std::size_t least = std::size_t{64} << 10, much = std::size_t{8} << 20;

    bool make_room(std::size_t size);

    std::unique_ptr<simdjson::dom::parser> parser_ = {};
    std::unique_ptr<char[]> buffer_ = {};
    std::size_t room_ = 0;
};

// Why a text was refused, and where: the parser does not say, so that this looks again. `line` is that of its first byte.
Error json_error(std::string_view text, simdjson::error_code code, std::string_view path, std::size_t line);

} // namespace motaudit
