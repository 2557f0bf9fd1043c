#include "text/found.hpp"

#include <algorithm>

namespace motaudit {

// All lists' places lie in one array, list by list: they are counted first.
void Found::open(const WordsOfTurns& words, std::span<const Match> phrases) {
    words_ = words;
    ++conversation_;
    std::ranges::fill(places_, Places{});
    for (const auto& match : phrases) ++places_[match.list].end;
    for (const auto& word : words.words)
        for (const auto& [list, phrase] : lexicon_.lists_of(word.id)) ++places_[list].end;
    std::uint32_t end = 0;
    for (auto& places : places_) {
        const auto count = places.end;
        places.begin = places.end = end;
        end += count;
    }
    hits_.resize(end);
    for (std::uint32_t turn = 0; turn + 1 < words.begins.size(); ++turn)
        for (auto w = words.begins[turn]; w < words.begins[turn + 1]; ++w) {
            const auto in_turn = w - words.begins[turn];
            for (const auto& [list, phrase] : lexicon_.lists_of(words.words[w].id))
                hits_[places_[list].end++] = {list, phrase, turn, in_turn, in_turn};
        }
    for (const auto& match : phrases) {
        auto& places = places_[match.list];
        hits_[places.end++] = match;
        places.sorted = false;
    }
}

std::span<const Match> Found::of(ListId list) {
    const auto all = all_of(list);
    if (all.empty()) return all;
    const auto& rules = lexicon_.list(list);
    if (!rules.has_guards()) return all;
    auto& kept = kept_[list];
    if (kept.of == conversation_) return kept.places;
    kept.of = conversation_;
    kept.places.clear();
    // A guard that is itself guarded counts all the same.
    for (const auto& m : all)
        if (!undone(m, rules)) kept.places.push_back(m);
    return kept.places;
}

std::span<const Match> Found::all_of(ListId list) {
    auto& places = places_[list];
    if (!places.sorted) sort(places);
    return std::span(hits_).subspan(places.begin, places.end - places.begin);
}

// In order; of those that overlap the leftmost and longest stays.
void Found::sort(Places& places) {
    const std::span all = std::span(hits_).subspan(places.begin, places.end - places.begin);
    std::ranges::sort(all, [](const Match& a, const Match& b) {
        if (a.turn != b.turn) return a.turn < b.turn;
        if (a.first != b.first) return a.first < b.first;
        return a.last != b.last ? a.last > b.last : a.phrase < b.phrase;
    });
    std::size_t kept = 0;
    for (const auto& m : all)
        if (kept == 0 || all[kept - 1].turn != m.turn || m.first > all[kept - 1].last) all[kept++] = m;
    places.end = places.begin + static_cast<std::uint32_t>(kept);
    places.sorted = true;
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
