#include "archive_limits.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <iterator>

namespace motaudit {
namespace {

struct LimitName {
    std::string_view name;
    std::uint64_t UnpackLimits::*value;
    bool is_size;
};
constexpr LimitName limit_names[] = {{"entries", &UnpackLimits::entries, false},
                                     {"member", &UnpackLimits::member, true},
                                     {"total", &UnpackLimits::total, true},
                                     {"ratio", &UnpackLimits::ratio, false},
                                     {"depth", &UnpackLimits::depth, false}};

} // namespace

std::string archive_limits_help() {
    std::string text = "How much may come out of a packed file, by default ";
    for (const auto& limit : limit_names) {
        const auto value = UnpackLimits{}.*limit.value;
        text += fmt::format("{}{}={}", limit.name == limit_names[0].name ? "" : ",", limit.name,
                            limit.is_size ? fmt::format("{}G", value >> 30) : std::to_string(value));
    }
    return text;
}

std::string set_archive_limit(UnpackLimits& limits, std::string_view pair) {
    const auto equals = std::min(pair.find('='), pair.size());
    const auto name = pair.substr(0, equals);
    const auto* row = std::ranges::find(limit_names, name, &LimitName::name);
    if (row == std::end(limit_names))
        return fmt::format("--archive-limits: there is no limit '{}', but entries, member, total, ratio and depth", name);
    auto text = pair.substr(std::min(equals + 1, pair.size()));
    std::uint64_t unit = 1;
    constexpr std::string_view units = "KMGT";
    if (const auto at = text.empty() ? units.npos : units.find(text.back()); row->is_size && at != units.npos) {
        unit = std::uint64_t{1} << 10 * (at + 1);
        text.remove_suffix(1);
    }
    std::uint64_t value = 0;
    constexpr auto most = std::uint64_t{1} << 60;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == 0 || value > most / unit)
        return fmt::format("--archive-limits {0} takes a number from 1 on{1}, as {0}={2}", name,
                           row->is_size ? ", with K, M, G or T behind it" : "", row->is_size ? "2G" : "100");
    limits.*row->value = value * unit;
    return {};
}

} // namespace motaudit
