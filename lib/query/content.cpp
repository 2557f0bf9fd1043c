// Two ways of saying one thing share few words as they are written, more of them by their beginnings: "connection" and
// "connect", "dropping" and "drops". So a word's key is its first letters; codes and numbers are compared whole. What a
// prefix cannot join ("wifi" and "network") the list `synonyms` does, one phrase a meaning.

#include "query/content.hpp"

#include "query/places.hpp"
#include <algorithm>
#include <array>

namespace motaudit {
namespace {

constexpr std::size_t key_letters = 4;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::uint64_t key_of(const Talk& talk, std::uint32_t turn, const Word& word) {
    if (word.kind != WordKind::word || word.span.size() <= key_letters) return word.hash;
    const auto text = talk.text(word, turn);
    std::array<char, key_letters> small;
    std::size_t plain = 0;
    for (; plain < key_letters && is_letter(text[plain]); ++plain) small[plain] = static_cast<char>(text[plain] | 0x20);
    if (plain == key_letters) return hash_of({small.data(), small.size()}); // most words: nothing to fold or to allocate
    const auto letters = folded(text, true);
    if (letters.size() <= key_letters) return hash_of(letters);
    std::size_t end = key_letters;
    while (end < letters.size() && (static_cast<unsigned char>(letters[end]) & 0xC0) == 0x80) ++end; // never half a character
    return hash_of(std::string_view(letters).substr(0, end));
}

// A key that no word has.
std::uint64_t key_of_meaning(std::uint16_t phrase) { return hash_of("\x01") + phrase; }

// The matches of a list in a turn, from word `first` on.
std::span<const Match> in_turn(std::span<const Match> matches, std::uint32_t turn, std::uint32_t first) {
    const auto before = [&](const Match& m) { return m.turn < turn || (m.turn == turn && m.last < first); };
    const auto begin = std::ranges::partition_point(matches, before);
    const auto end = std::partition_point(begin, matches.end(), [&](const Match& m) { return m.turn == turn; });
    return {begin, end};
}

} // namespace

void contents_of(const Talk& talk, std::uint32_t turn, std::uint32_t first, std::uint32_t last, std::vector<Content>& out) {
    const auto words = talk.words(turn);
    const Places stops(talk, Role::stop_words);
    const auto meanings = in_turn(talk.matches(talk.list(Role::synonyms)), turn, first);
    std::size_t meaning = 0;
    for (std::uint32_t w = first; w < last && w < words.size(); ++w) {
        while (meaning < meanings.size() && meanings[meaning].last < w) ++meaning;
        if (meaning < meanings.size() && meanings[meaning].first <= w) {
            out.push_back({key_of_meaning(meanings[meaning].phrase), w});
            w = meanings[meaning].last;
            continue;
        }
        const auto& word = words[w];
        if (word.kind != WordKind::word && word.kind != WordKind::number && word.kind != WordKind::code) continue;
        if (word.is(Word::filler) || word.is(Word::second_half)) continue;
        if (word.kind == WordKind::word && word.span.size() < 2) continue;
        if (stops.holds(turn, w)) continue;
        out.push_back({key_of(talk, turn, word), w});
    }
}

} // namespace motaudit
