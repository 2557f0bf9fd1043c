#pragma once

#include "text/words.hpp"
#include <cstddef>
#include <optional>
#include <string_view>

namespace motaudit {

// A stretch of text that is one token whatever it holds: a link, an address, a code, a number.
struct Shape {
    WordKind kind = WordKind::word;
    std::size_t size = 0; // bytes
};

// What begins at the start of `chunk`, a stretch without white space that holds something beside letters. Nothing where it
// is made of ordinary words. Punctuation behind it ("www.oppo.com.") is not part of it.
std::optional<Shape> shape_of(std::string_view chunk);

} // namespace motaudit
