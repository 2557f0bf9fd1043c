#pragma once

#include "base/result.hpp"
#include "intake/reader.hpp"
#include "model/standard.hpp"
#include "query/talk.hpp"
#include <cstddef>
#include <string>
#include <string_view>

namespace motaudit {

struct Fixed {
    std::string text = {};
    std::size_t changes = 0; // 0 = the text is what it was
};

// Mends in templates what has one right answer: the case of brands and terms, clear misspellings, words that the standard says can
// stand in another's place, doubled words. All else stays byte by byte, and so do placeholders, links, code and tags. What it gave
// is never changed again. Lines stay lines.
class Fixer {
public:
    Fixer(const Standard& standard, const ReadOptions& options) : standard_(standard), options_(options), talk_(standard) {}

    // An error where the file is no template, or not one that is a text of its own.
    Result<Fixed> fix(const std::string& path, std::string_view file);

private:
    const Standard& standard_;
    const ReadOptions& options_;
    Talk talk_;
    Arena arena_ = {};
};

} // namespace motaudit
