#pragma once

#include "unpack/meter.hpp"
#include <memory>

namespace motaudit {

enum class Packing { none, gzip, zstd, tar, zip };

// By content. An Office file, though a zip archive, is a document: none.
Packing packing_of(std::string_view head);
inline constexpr std::size_t packing_head = 512; // bytes that it takes

// What is packed in `from` by gzip or zstd. Checksums are checked; what follows the packed data must be more of them.
std::unique_ptr<Source> unpacked(Packing packing, std::unique_ptr<Source> from, Meter& meter);

} // namespace motaudit
