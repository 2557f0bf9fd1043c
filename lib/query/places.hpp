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
    // One that begins in the words [first, last] of a turn.
    bool within(std::uint32_t turn, std::uint32_t first, std::uint32_t last) const {
        const auto found = std::ranges::lower_bound(all_, std::pair(turn, first), {}, begin);
        return found != all_.end() && found->turn == turn && found->first <= last;
    }
    // Those of some turns, both included.
    std::span<const Match> in_turns(std::uint32_t from, std::uint32_t to) const {
        const auto begins = std::ranges::lower_bound(all_, from, {}, &Match::turn);
        return {begins, std::ranges::upper_bound(begins, all_.end(), to, {}, &Match::turn)};
    }

private:
    // Places of one list do not overlap, so that the last one that begins before a word is the one that may hold it.
    static std::pair<std::uint32_t, std::uint32_t> begin(const Match& m) { return {m.turn, m.first}; }
    std::span<const Match> all_;
};

} // namespace motaudit
