#include "unpack/meter.hpp"

#include <fmt/format.h>

namespace motaudit {
namespace {

// Packed bytes are read and counted in blocks, so a little is forgiven; and much where a file is only read over.
constexpr std::uint64_t forgiven_in = std::uint64_t{64} << 10;
constexpr std::uint64_t forgiven_out = std::uint64_t{1} << 30;

std::uint64_t times(std::uint64_t a, std::uint64_t b) { return b != 0 && a > UINT64_MAX / 2 / b ? UINT64_MAX / 2 : a * b; }

std::string ratio_text(std::uint64_t ratio) {
    return fmt::format("unpacks to more than {} times its size; --archive-limits ratio=N allows more", ratio);
}

} // namespace

std::string size_text(std::uint64_t bytes) {
    constexpr std::string_view units[] = {"bytes", "KiB", "MiB", "GiB", "TiB"};
    std::size_t unit = 0;
    for (; unit + 1 < std::size(units) && bytes != 0 && bytes % 1024 == 0; ++unit) bytes /= 1024;
    return fmt::format("{} {}", bytes, units[unit]);
}

void Meter::grow(std::uint64_t out, std::uint64_t in) {
    grown_ += static_cast<std::int64_t>(out - in);
    if (grown_ <= 0 || !broken_.empty()) return;
    const auto grown = static_cast<std::uint64_t>(grown_);
    const auto size = file_.size().value_or(file_.packed());
    if (grown > limits_.total)
        broken_ = fmt::format("unpacks to more than {}; --archive-limits total=SIZE allows more", size_text(limits_.total));
    else if (grown > times(limits_.ratio, size) + forgiven_out)
        broken_ = ratio_text(limits_.ratio);
}

void Meter::add_entry() {
    if (++entries_ > limits_.entries && broken_.empty())
        broken_ = fmt::format("holds more than {} entries; --archive-limits entries=N allows more", limits_.entries);
}

std::string Meter::member_breaks(std::uint64_t out, std::uint64_t in) const {
    if (out > limits_.member)
        return fmt::format("unpacks to more than {}; --archive-limits member=SIZE allows more", size_text(limits_.member));
    if (out > times(limits_.ratio, in + forgiven_in)) return ratio_text(limits_.ratio);
    return {};
}

} // namespace motaudit
