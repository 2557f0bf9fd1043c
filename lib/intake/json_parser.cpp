#include "intake/json_parser.hpp"

#include "intake/json_fault.hpp"
#include "text/charset.hpp"
#include <algorithm>
#include <bit>
#include <cstring>
#include <fmt/core.h>
#include <new>

namespace motaudit {

simdjson::error_code JsonParser::parse(std::string_view text, simdjson::dom::element& value) {
    if (!make_room(text.size())) return simdjson::MEMALLOC;
    std::memcpy(buffer_.get(), text.data(), text.size());
    std::memset(buffer_.get() + text.size(), ' ', simdjson::SIMDJSON_PADDING);
    return parser_->parse(buffer_.get(), text.size(), false).get(value);
}

bool JsonParser::make_room(std::size_t size) {
    const std::size_t wanted = std::bit_ceil(std::max(size, least));
    if (size <= room_ && (room_ <= much || wanted > much)) return true;
    room_ = 0;
    parser_ = std::make_unique<simdjson::dom::parser>();
    buffer_.reset();
    buffer_.reset(new (std::nothrow) char[wanted + simdjson::SIMDJSON_PADDING]);
    if (!buffer_ || parser_->allocate(wanted, deepest_json) || parser_->doc.allocate(wanted)) return false;
    room_ = wanted;
    return true;
}

Error json_error(std::string_view text, simdjson::error_code code, std::string_view path, std::size_t line) {
    Error error{std::string(path), line, 0, {}};
    const auto at = [&](std::size_t offset, std::string message) {
        const auto before = text.substr(0, offset);
        error.line = line + static_cast<std::size_t>(std::ranges::count(before, '\n'));
        error.column = offset - (before.rfind('\n') + 1) + 1;
        error.message = std::move(message);
        return error;
    };
    if (code == simdjson::MEMALLOC) {
        error.message = fmt::format("not enough memory for a record of {} bytes", text.size());
        return error;
    }
    const std::size_t bad = first_not_utf8(text);
    if (bad != std::string_view::npos) return at(bad, "not valid UTF-8");
    const auto fault = json_fault(text);
    if (fault.at != std::string_view::npos) return at(fault.at, fmt::format("not JSON: {}", fault.what));
    error.message = code == simdjson::NUMBER_ERROR ? "a number is too large" : "cannot be parsed";
    return error;
}

} // namespace motaudit
