#include "text/article.hpp"

#include <algorithm>

namespace motaudit {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// Letters whose own name begins with a vowel: "an SMS", "an X-ray".
bool named_with_vowel(char c) { return std::string_view("aefhilmnorsx").find(c) != std::string_view::npos; }

// "an 8", "an 11-inch", "an 18-month", "an 85". 1100 may be eleven hundred.
Article of_number(std::string_view digits) {
    const auto size = std::min(digits.find_first_not_of("0123456789"), digits.size());
    if (size == 0) return Article::either;
    if (digits[0] == '8') return Article::an;
    const bool eleven = digits.starts_with("11") || digits.starts_with("18");
    if (eleven && size == 2) return Article::an;
    return eleven && size == 4 ? Article::either : Article::a;
}

std::size_t longest(std::span<const std::string> list, std::string_view word) {
    std::size_t best = 0;
    for (const std::string_view one : list) {
        if (one.empty() || one.front() != word.front()) continue; // nearly every one
        const auto beginning = one.substr(0, one.find('*'));
        if (beginning.size() < one.size() ? word.starts_with(beginning) : word == one) best = std::max(best, beginning.size());
    }
    return best;
}

} // namespace

Article Articles::before(std::string_view text, const Word& word) const {
    const auto plain = folded(text);
    if (plain.empty()) return Article::either;
    if (word.kind == WordKind::number) return of_number(plain);
    const auto letters = std::min(plain.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), plain.size());
    if (word.kind == WordKind::code) {
        if (letters == 0) return of_number(plain);
        if (letters == 1 && plain[0] != 'u') return named_with_vowel(plain[0]) ? Article::an : Article::a; // "an A98"
        return Article::either;
    }
    if (word.kind != WordKind::word || letters == 0) return Article::either;

    const auto by_an = longest(an, plain), by_a = longest(a, plain), by_either = longest(either, plain);
    if (const auto most = std::max({by_an, by_a, by_either}); most != 0)
        return by_either == most ? Article::either : by_an == most ? Article::an : Article::a;
    if (plain.size() == 1)
        return plain[0] == 'u' || plain[0] == 'a' ? Article::either : named_with_vowel(plain[0]) ? Article::an : Article::a;
    if (word.is(Word::all_caps)) {
        // Said by letters or as a word: only where both agree is there no doubt.
        if (plain[0] == 'u') return Article::either;
        if (is_vowel(plain[0])) return Article::an;
        return named_with_vowel(plain[0]) ? Article::either : Article::a;
    }
    if (!word.is(Word::spelled)) return Article::either;
    return is_vowel(plain[0]) ? Article::an : Article::a;
}

} // namespace motaudit
