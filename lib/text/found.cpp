#include "text/found.hpp"

#include <algorithm>

namespace motaudit {

void Found::open(const WordsOfTurns& words, std::span<const Match> phrases) {
    words_ = words;
    ++conversation_;
    phrases_.sort(phrases, lists_.size());
    hits_.clear();
    for (std::uint32_t turn = 0; turn + 1 < words.begins.size(); ++turn) {
        const auto in_turn = words[turn];
        for (std::uint32_t w = 0; w < in_turn.size(); ++w)
            for (const auto& [list, phrase] : lexicon_.lists_of(in_turn[w].id)) hits_.push_back({list, phrase, turn, w, w});
    }
    single_words_.sort(hits_, lists_.size());
}

void Found::ByList::sort(std::span<const Match> matches, std::size_t lists) {
    ends.assign(lists + 1, 0);
    for (const auto& m : matches) ++ends[m.list + 1u];
    for (std::size_t l = 1; l < ends.size(); ++l) ends[l] += ends[l - 1];
    places.resize(matches.size());
    for (const auto& m : matches) places[ends[m.list]++] = m;
}

std::span<const Match> Found::of(ListId list) {
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
    auto& own = lists_[list];
    if (own.worked_out == conversation_) return own.all;
    own.worked_out = conversation_;
    own.all = single_words_.of(list);
    const auto phrases = phrases_.of(list);
    if (phrases.empty()) return own.all;
    own.merged.assign(own.all.begin(), own.all.end());
    own.merged.insert(own.merged.end(), phrases.begin(), phrases.end());
    std::ranges::sort(own.merged, [](const Match& a, const Match& b) {
        if (a.turn != b.turn) return a.turn < b.turn;
        if (a.first != b.first) return a.first < b.first;
        return a.last != b.last ? a.last > b.last : a.phrase < b.phrase;
    });
    std::size_t kept = 0;
    for (const auto& m : own.merged)
        if (kept == 0 || own.merged[kept - 1].turn != m.turn || m.first > own.merged[kept - 1].last) own.merged[kept++] = m;
    own.merged.resize(kept);
    return own.all = own.merged;
}

// They do not overlap, so that their first words and their last words both ascend.
std::span<const Match> Found::all_in_turn(ListId list, std::uint32_t turn) {
    const auto all = all_of(list);
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
