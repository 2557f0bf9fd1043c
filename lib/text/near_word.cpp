#include "text/near_word.hpp"

#include "text/word_set.hpp"
#include <algorithm>
#include <array>
#include <string>

namespace motaudit {

bool is_near_word(std::string_view word) {
    constexpr std::size_t shortest = 4, longest = 20;
    if (word.size() < shortest || word.size() > longest || word[0] < 'A' || word[0] > 'Z') return false;
    if (!std::ranges::all_of(word.substr(1), [](char c) { return c >= 'a' && c <= 'z'; })) return false;
    std::string typed(word);
    typed[0] = static_cast<char>(typed[0] | 0x20);
    const unsigned common = word.size() >= 7 ? 1 : word.size() == 6 ? 3 : 6;
    const auto is_word = [&](const std::string& other) {
        const auto value = english_words().find(other);
        return (value & WordSet::lower) != 0 && WordSet::commonness(value) >= common;
    };
    std::string other;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        other = typed;
        other.erase(i, 1);
        if (is_word(other)) return true;
        if (i + 1 < typed.size()) {
            other = typed;
            std::swap(other[i], other[i + 1]);
            if (is_word(other)) return true;
        }
        for (char c = 'a'; c <= 'z'; ++c) {
            other = typed;
            other[i] = c;
            if (i > 0 && is_word(other)) return true; // a wrong first letter is no usual slip
            other = typed;
            other.insert(i + 1, 1, c);
            if (is_word(other)) return true;
        }
    }
    return false;
}

} // namespace motaudit
