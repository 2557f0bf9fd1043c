#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace motaudit {

// Bytes [begin, end) of a file.
struct ProtectedStretch {
    std::size_t begin = 0, end = 0;
};

// What nobody may change in a template as it stands in its file: placeholders, links with their words, addresses and paths, code,
// tags and comments. In order; they do not overlap. `is_markdown`: lines that are indented are code as well.
std::vector<ProtectedStretch> protected_in(std::string_view file, bool is_markdown);

// The size of what stands above a text, between lines "---", and is no part of it.
std::size_t front_matter_of(std::string_view file);

} // namespace motaudit
