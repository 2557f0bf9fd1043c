#pragma once

#include "base/span.hpp"
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// A text as those who look for numbers and names in it want it: letters small, wide and styled letters and digits plain, every
// kind of space and dash the usual one, what does not show left out. Each character knows the bytes that it came from.
struct FoldedView {
    std::u32string text = {};
    std::vector<Span> at = {};
    std::vector<bool> capital = {};

    explicit FoldedView(std::string_view source);

    std::size_t size() const { return text.size(); }
    char32_t operator[](std::size_t i) const { return i < text.size() ? text[i] : U'\0'; }
    bool is_digit(std::size_t i) const { return (*this)[i] >= U'0' && (*this)[i] <= U'9'; }
    bool is_letter(std::size_t i) const { return ((*this)[i] >= U'a' && (*this)[i] <= U'z') || (*this)[i] >= 0xaa; }
    bool is_word(std::size_t i) const { return is_digit(i) || is_letter(i); }
    Span bytes(std::size_t begin, std::size_t end) const { return {at[begin].begin, at[end - 1].end}; }
    std::string_view word_at(std::size_t i, std::string& room) const; // the ASCII letters from i on, into `room`
};

} // namespace motaudit
