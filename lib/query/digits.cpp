#include "query/digits.hpp"

#include "query/places.hpp"
#include <algorithm>
#include <array>

namespace motaudit {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What may stand between the groups of one number.
bool joins(std::string_view between) {
    return between.size() <= 3 && between.find_first_not_of(" -()+./\u00a0") == std::string_view::npos;
}

void append(std::string& to, std::string_view text) {
    for (const char c : text)
        if (is_digit(c)) to += c;
}

bool looks_like_date(std::string_view text) {
    std::array<std::size_t, 4> groups = {};
    std::size_t count = 0, size = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_digit(text[i])) {
            ++size;
            continue;
        }
        if (size != 0 && count < groups.size()) groups[count++] = size;
        size = 0;
    }
    if (count != 3) return false;
    return (groups[0] <= 2 && groups[1] <= 2 && groups[2] == 4) || (groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2);
}

} // namespace

Digits digits_at(const Talk& talk, std::uint32_t turn, std::uint32_t word) {
    const auto words = talk.words(turn);
    const Places spoken(talk, Role::spoken_digit);
    Digits out{.turn = turn, .first = word, .last = word};
    if (words[word].kind != WordKind::number && !spoken.holds(turn, word)) return out; // nearly every word
    const auto text = talk.turn(turn).text;
    for (auto i = word; i < words.size(); ++i) {
        const bool number = words[i].kind == WordKind::number;
        if (!number && !spoken.holds(turn, i)) {
            if (words[i].is(Word::filler) && i != word) continue;
            break;
        }
        if (i != word) {
            const auto from = words[out.last].span.end, to = words[i].span.begin;
            const auto between = text.substr(from, to > from ? to - from : 0);
            if (number ? !joins(between) : between.size() > 4) break;
        }
        if (number)
            append(out.digits, text.substr(words[i].span.begin, words[i].span.size()));
        else
            out.digits += '#'; // which digit is not asked for; "double five" counts as two
        out.last = i;
    }
    out.is_date = looks_like_date(text.substr(words[word].span.begin, words[out.last].span.end - words[word].span.begin));
    return out;
}

} // namespace motaudit
