#include "text/found.hpp"

#include <algorithm>

namespace motaudit {

void Found::open(const WordsOfTurns& words, std::span<const Match> phrases) {
    words_ = words;
    ++conversation_;
    is_said_.assign(lists_.size() / 64 + 1, 0);
    hits_.clear();
    word_lists_noted_ = false;
    for (const auto& match : phrases) note(match);
    note_words([&](WordId word) { return lexicon_.lists_of(word); });
}

// Most of these lists are only asked word by word.
void Found::note_word_lists() {
    word_lists_noted_ = true;
    note_words([&](WordId word) { return lexicon_.word_lists_of(word); });
}

template <class ListsOf>
void Found::note_words(const ListsOf& lists_of) {
    for (auto turn = static_cast<std::uint32_t>(words_.begins.size()) - 1; turn-- > 0;) {
        const auto in_turn = words_[turn];
        for (auto w = static_cast<std::uint32_t>(in_turn.size()); w-- > 0;)
            for (const auto& [list, phrase] : lists_of(in_turn[w].id)) note({list, phrase, turn, w, w});
    }
}

// Before the list's others, which are asked for in that order.
void Found::note(const Match& match) {
    auto& list = lists_[match.list];
    hits_.push_back({match, is_said(match.list) ? list.first_hit : 0});
    list.first_hit = static_cast<std::uint32_t>(hits_.size());
    is_said_[match.list / 64] |= std::uint64_t{1} << match.list % 64;
}

std::span<const Match> Found::of(ListId list) {
    if (lexicon_.is_word_list(list)) {
        if (!word_lists_noted_) note_word_lists();
        return all_of(list);
    }
    if (!is_said(list)) return {};
    const auto& rules = lexicon_.list(list);
    if (!rules.has_guards()) return all_of(list);
    auto& own = lists_[list];
    if (own.guarded == conversation_) return own.kept;
    own.guarded = conversation_;
    own.kept.clear();
    // A guard that is itself guarded counts all the same.
    for (const auto& m : all_of(list))
        if (!undone(m, rules)) own.kept.push_back(m);
    return own.kept;
}

std::span<const Match> Found::all_of(ListId list) {
    if (!is_said(list)) return {};
    auto& own = lists_[list];
    if (own.worked_out == conversation_) return own.all;
    own.worked_out = conversation_;
    own.all.clear();
    const auto before = [](const Match& a, const Match& b) {
        if (a.turn != b.turn) return a.turn < b.turn;
        if (a.first != b.first) return a.first < b.first;
        return a.last != b.last ? a.last > b.last : a.phrase < b.phrase;
    };
    bool sorted = true; // single words come in order
    for (auto at = own.first_hit; at != 0; at = hits_[at - 1].next) {
        const auto& match = hits_[at - 1].match;
        sorted = sorted && (own.all.empty() || before(own.all.back(), match));
        own.all.push_back(match);
    }
    if (!sorted) std::ranges::sort(own.all, before);
    std::size_t kept = 0;
    for (const auto& m : own.all)
        if (kept == 0 || own.all[kept - 1].turn != m.turn || m.first > own.all[kept - 1].last) own.all[kept++] = m;
    own.all.resize(kept);
    return own.all;
}

// They do not overlap, so that their first words and their last words both ascend.
std::span<const Match> Found::all_in_turn(ListId list, std::uint32_t turn) {
    const auto all = all_of(list);
    if (all.empty()) return {};
    return {std::ranges::lower_bound(all, turn, {}, &Match::turn), std::ranges::upper_bound(all, turn, {}, &Match::turn)};
}

bool Found::undone(const Match& m, const PhraseList& rules) {
    const auto words = words_[m.turn];
    if (rules.whole_words && (words[m.first].is(Word::joined) || (m.last + 1 < words.size() && words[m.last + 1].is(Word::joined))))
        return true;
    for (const auto guard : rules.except) {
        if (lexicon_.is_word_list(guard)) {
            for (auto w = m.first; w <= m.last; ++w)
                if (lexicon_.has_word(guard, words[w].id)) return true;
            continue;
        }
        const auto in_turn = all_in_turn(guard, m.turn);
        const auto g = std::ranges::lower_bound(in_turn, m.first, {}, &Match::last);
        if (g != in_turn.end() && g->first <= m.last) return true;
    }
    for (const auto guard : rules.unless) {
        const auto reach = lexicon_.list(guard).reach;
        if (lexicon_.is_word_list(guard)) {
            for (auto w = m.first; w-- > 0 && m.first - w <= reach + 1 && words[w].sentence == words[m.first].sentence;)
                if (lexicon_.has_word(guard, words[w].id)) return true;
            continue;
        }
        const auto in_turn = all_in_turn(guard, m.turn);
        const auto behind = std::ranges::lower_bound(in_turn, m.first, {}, &Match::last);
        if (behind == in_turn.begin()) continue;
        const auto& g = *(behind - 1); // the nearest before
        if (words[g.last].sentence == words[m.first].sentence && m.first - g.last <= reach + 1) return true;
    }
    return false;
}

} // namespace motaudit
