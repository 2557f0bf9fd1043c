#pragma once

#include "unpack/limits.hpp"
#include "unpack/source.hpp"
#include <string>

namespace motaudit {

// "16 GiB", "64 KiB", "1000 bytes"
std::string size_text(std::uint64_t bytes);

// Counts what comes out of one file over all levels of packing, and when that is too much.
class Meter {
public:
    Meter(const UnpackLimits& limits, const Source& file) : limits_(limits), file_(file) {}

    // A level made `out` bytes of `in`: over all levels the sum is what the file grew by.
    void grow(std::uint64_t out, std::uint64_t in);
    void add_entry();
    // A member has given `out` bytes so far, which came of `in` packed ones; why that is too much, or nothing.
    std::string member_breaks(std::uint64_t out, std::uint64_t in) const;

    const std::string& broken() const { return broken_; } // why nothing more is unpacked; empty = all is well
    const UnpackLimits& limits() const { return limits_; }

private:
    const UnpackLimits& limits_;
    const Source& file_;
    std::int64_t grown_ = 0;
    std::uint64_t entries_ = 0;
    std::string broken_ = {};
};

} // namespace motaudit
