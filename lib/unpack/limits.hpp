#pragma once

#include <cstdint>

namespace motaudit {

// How much may come out of one packed file or archive before it counts as a bomb, or as too much; --archive-limits.
struct UnpackLimits {
    std::uint64_t entries = 100'000;                // in all, folders and the members of inner archives too
    std::uint64_t member = std::uint64_t{16} << 30; // bytes of a member
    std::uint64_t total = std::uint64_t{64} << 30;  // bytes in all
    std::uint64_t ratio = 250;                      // bytes unpacked for a byte packed
    std::uint64_t depth = 3;                        // 1 = an archive with files, packed as a whole or not; 2 = archives in it
};

} // namespace motaudit
