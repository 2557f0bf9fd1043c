#include "intake/map/text_pieces.hpp"

#include "intake/ascii.hpp"
#include "text/charset.hpp"
#include <algorithm>

namespace motaudit {
namespace {

constexpr std::size_t mark_size = 3;
constexpr std::size_t longest_line = std::size_t{64} << 20;

} // namespace

void TextPieces::begin() {
    begun_ = true;
    const std::string_view head = rest_;
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        big_endian_ = head[0] == '\xFE';
        charset_ = big_endian_ ? "UTF-16BE" : "UTF-16LE";
        unit_ = 2;
        rest_.erase(0, 2);
        return;
    }
    plain_ =
        head.starts_with("\xEF\xBB\xBF") || charset_.empty() || ascii::same(charset_, "utf-8") || ascii::same(charset_, "utf8");
}

std::optional<Error> TextPieces::feed(std::string_view bytes, const Take& take) {
    if (plain_) return take(bytes);
    rest_ += bytes;
    if (!begun_) {
        if (rest_.size() < mark_size) return {};
        begin();
    }
    if (plain_) {
        auto error = take(rest_);
        rest_ = {};
        return error;
    }
    const auto size = end_of_last_line();
    if (size == 0) {
        if (rest_.size() > longest_line) return Error{.line = lines_ + 1, .message = "a line of more than 64 MiB"};
        return {};
    }
    auto error = decode_lines(std::string_view(rest_).substr(0, size), take);
    rest_.erase(0, size);
    return error;
}

std::optional<Error> TextPieces::finish(const Take& take) {
    if (!begun_) begin();
    if (rest_.empty()) return {};
    return plain_ ? take(rest_) : decode_lines(rest_, take);
}

std::size_t TextPieces::end_of_last_line() const {
    if (unit_ == 1) return rest_.rfind('\n') + 1; // npos + 1 = 0
    for (std::size_t at = rest_.size() & ~std::size_t{1}; at >= 2; at -= 2) {
        const char low = rest_[big_endian_ ? at - 1 : at - 2], high = rest_[big_endian_ ? at - 2 : at - 1];
        if (low == '\n' && high == 0) return at;
    }
    return 0;
}

std::optional<Error> TextPieces::decode_lines(std::string_view bytes, const Take& take) {
    arena_.clear();
    const auto text = decode(bytes, charset_, arena_);
    if (!text) {
        auto error = text.error();
        if (error.line != 0) error.line += lines_;
        return error;
    }
    lines_ += static_cast<std::size_t>(std::ranges::count(*text, '\n'));
    return take(*text);
}

} // namespace motaudit
