#pragma once

#include "base/arena.hpp"
#include "base/result.hpp"
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace motaudit {

// Decodes a file whose bytes come in pieces, line by line: a byte order mark decides; else `declared`, or UTF-8, which is passed on
// as it is, unchecked.
class TextPieces {
public:
    using Take = std::function<std::optional<Error>(std::string_view)>;
    explicit TextPieces(std::string declared) : charset_(std::move(declared)) {}

    std::optional<Error> feed(std::string_view bytes, const Take& take);
    std::optional<Error> finish(const Take& take);

private:
    void begin();
    std::optional<Error> decode_lines(std::string_view bytes, const Take& take);
    std::size_t end_of_last_line() const;

    std::string charset_;
    std::string rest_ = {}; // what is not decoded yet
    bool begun_ = false, plain_ = false;
    std::size_t unit_ = 1; // bytes of a line end
    bool big_endian_ = false;
    std::size_t lines_ = 0;
    Arena arena_ = {};
};

} // namespace motaudit
