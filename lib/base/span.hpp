#pragma once

#include <cstdint>

namespace motaudit {

// Half-open byte range [begin, end).
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
    bool holds(std::uint32_t at) const { return begin <= at && at < end; }
    bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend bool operator==(Span, Span) = default;
};

} // namespace motaudit
