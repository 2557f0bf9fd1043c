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
    Places(const Talk& talk, Role role) : talk_(talk), list_(talk.list(role)) {
        single_words_ = list_ != no_list && talk.standard().lexicon.is_word_list(list_);
        if (!single_words_) all_ = talk.matches(list_);
    }

    // One begins at a word.
    bool at(std::uint32_t turn, std::uint32_t word) const {
        if (single_words_) return is_word(turn, word);
        const auto found = std::ranges::lower_bound(all_, std::pair(turn, word), {}, begin);
        return found != all_.end() && found->turn == turn && found->first == word;
    }
    bool holds(std::uint32_t turn, std::uint32_t word) const {
        if (single_words_) return is_word(turn, word);
        auto found = std::ranges::upper_bound(all_, std::pair(turn, word), {}, begin);
        return found != all_.begin() && (--found)->turn == turn && found->last >= word;
    }
    bool ends_at(std::uint32_t turn, std::uint32_t word) const {
        if (single_words_) return is_word(turn, word);
        auto found = std::ranges::upper_bound(all_, std::pair(turn, word), {}, begin);
        return found != all_.begin() && (--found)->turn == turn && found->last == word;
    }
    // One that begins in the words [first, last] of a turn.
    bool within(std::uint32_t turn, std::uint32_t first, std::uint32_t last) const {
        const auto all = places();
        const auto found = std::ranges::lower_bound(all, std::pair(turn, first), {}, begin);
        return found != all.end() && found->turn == turn && found->first <= last;
    }
    // Those of some turns, both included.
    std::span<const Match> in_turns(std::uint32_t from, std::uint32_t to) const {
        const auto all = places();
        const auto begins = std::ranges::lower_bound(all, from, {}, &Match::turn);
        return {begins, std::ranges::upper_bound(begins, all.end(), to, {}, &Match::turn)};
    }

private:
    bool is_word(std::uint32_t turn, std::uint32_t word) const {
        return talk_.standard().lexicon.has_word(list_, talk_.words(turn)[word].id);
    }
    std::span<const Match> places() const { return single_words_ ? talk_.matches(list_) : all_; }

    // Places of one list do not overlap, so that the last one that begins before a word is the one that may hold it.
    static std::pair<std::uint32_t, std::uint32_t> begin(const Match& m) { return {m.turn, m.first}; }
    const Talk& talk_;
    ListId list_ = no_list;
    bool single_words_ = false; // asked word by word, not worked out as a whole
    std::span<const Match> all_ = {};
};

} // namespace motaudit
