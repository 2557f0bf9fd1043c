#pragma once

#include "text/words.hpp"
#include <span>
#include <string>
#include <string_view>

namespace motaudit {

enum class Article : unsigned char { a, an, either };

// Which indefinite article goes before a word, by its sound. The lists hold folded words, and beginnings with a * ("hour*"); the
// longest that fits decides. What is in no list goes by its first letter. In doubt it is either.
struct Articles {
    std::span<const std::string> an = {}, a = {}, either = {};

    Article before(std::string_view text, const Word& word) const;
};

} // namespace motaudit
