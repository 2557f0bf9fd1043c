#include "report/folded_view.hpp"

#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <array>

namespace motaudit {
namespace {

// Digits of other scripts: each script's zero.
constexpr std::array<char32_t, 14> zeros = {0x660, 0x6f0, 0x7c0,  0x966,  0x9e6,   0xa66,   0xae6,
                                            0xbe6, 0xe50, 0x1040, 0x17e0, 0x1d7ce, 0x1d7d8, 0x1d7e2};

char32_t plain(char32_t c) {
    for (const auto zero : zeros)
        if (c >= zero && c < zero + 10) return U'0' + (c - zero);
    if (c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000) return U' ';
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xfe58 || c == 0xfe63) return U'-';
    if (c == 0x3002 || c == 0x2024) return U'.';
    return c;
}

bool is_unseen(char32_t c) {
    return c == 0xad || c == 0x34f || c == 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f) || (c < 0x20 && c != '\n' && c != '\t') ||
           c == 0x20e3; // the frame of a digit's key
}

} // namespace

FoldedView::FoldedView(std::string_view source) {
    text.reserve(source.size());
    at.reserve(source.size());
    capital.reserve(source.size());
    std::string folded;
    for (std::size_t i = 0; i < source.size();) {
        const auto c = decode(source, i);
        const Span span = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + c.size)};
        const auto put = [&](char32_t to, bool is_capital) {
            text += to;
            at.push_back(span);
            capital.push_back(is_capital);
        };
        if (c.value < 0x80) {
            const bool upper = c.value >= U'A' && c.value <= U'Z';
            if (!is_unseen(c.value)) put(c.value == U'\t' ? U' ' : upper ? c.value + 32 : c.value, upper);
        } else if (!is_unseen(c.value) && c.valid) {
            const auto bytes = source.substr(i, c.size);
            fold_into(bytes, folded);
            const bool changed = folded != bytes;
            for (std::size_t k = 0; k < folded.size();) {
                const auto one = decode(folded, k);
                put(plain(one.value), changed);
                k += one.size;
            }
        } else if (!c.valid) {
            put(0x7f, false);
        }
        i += c.size;
    }
}

std::string_view FoldedView::word_at(std::size_t i, std::string& room) const {
    room.clear();
    for (; (*this)[i] >= U'a' && (*this)[i] <= U'z'; ++i) room += static_cast<char>(text[i]);
    return room;
}

} // namespace motaudit
