#include "check/near.hpp"

#include <algorithm>

namespace motaudit {

void say_nearest(const Talk& talk, std::span<const ListId> lists, const Where& where, Finding& finding) {
    if (!talk.detailed()) return;
    constexpr std::size_t most = 2; // more would bury the rest
    const auto said = talk.said(lists, where);
    for (const auto& match : std::span(said).last(std::min(most, said.size()))) finding.near.push_back(talk.evidence(match));
}

} // namespace motaudit
