#pragma once

#include "query/talk.hpp"
#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

namespace motaudit {

// The places of one list, to be asked about single words.
class Places {
public:
    Places(const Talk& talk, Role role) : all_(talk.matches(talk.list(role))) {}

    // The place that begins at a word.
    const Match* at(std::uint32_t turn, std::uint32_t word) const {
        const auto found = std::ranges::lower_bound(all_, std::pair(turn, word), {}, begin);
        return found != all_.end() && found->turn == turn && found->first == word ? &*found : nullptr;
    }
    bool holds(std::uint32_t turn, std::uint32_t word) const {
        auto found = std::ranges::upper_bound(all_, std::pair(turn, word), {}, begin);
        return found != all_.begin() && (--found)->turn == turn && found->last >= word;
    }
    bool ends_at(std::uint32_t turn, std::uint32_t word) const {
        auto found = std::ranges::upper_bound(all_, std::pair(turn, word), {}, begin);
        return found != all_.begin() && (--found)->turn == turn && found->last == word;
    }
    std::span<const Match> all() const { return all_; }

private:
    // Places of one list do not overlap, so that the last one that begins before a word is the one that may hold it.
    static std::pair<std::uint32_t, std::uint32_t> begin(const Match& m) { return {m.turn, m.first}; }
    std::span<const Match> all_;
};

} // namespace motaudit
