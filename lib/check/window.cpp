#include "check/window.hpp"

#include <algorithm>

namespace motaudit {

Where window_of(const Talk& talk, Speaker speaker, std::string_view window) {
    constexpr std::size_t turns = 2;
    Where where{.speaker = speaker};
    if (window != "opening" && window != "closing") return where;
    const auto blocks = talk.blocks_of(speaker);
    if (blocks.empty()) return {.speaker = speaker, .to = 0};
    if (window == "opening")
        where.to = talk.blocks()[blocks[std::min(turns, blocks.size()) - 1]].last + 1;
    else
        where.from = talk.blocks()[blocks[blocks.size() - std::min(turns, blocks.size())]].first;
    return where;
}

} // namespace motaudit
