// A form is compared with the bytes at each place where a word begins, not with the words: "Wi-Fi", "Find X5" and "128GB" fall
// into words in ways that their casing does not. The letters a form begins with choose the few that are compared.

#include "text/term_index.hpp"

#include "text/fold.hpp"
#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace motaudit {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
// Curly quotes, dashes and dots (U+2000 to U+203F) are letters by their bytes alone.
bool is_mark(std::string_view text, std::size_t at) { return text[at] == '\xE2' && at + 1 < text.size() && text[at + 1] == '\x80'; }
bool goes_on(std::string_view text, std::size_t at) { // with the word before
    return at < text.size() && (is_digit(text[at]) || (is_letter(text[at]) && !is_mark(text, at)));
}
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; }
bool same(char a, char b) { return lower(a) == lower(b); }

// Each letter as a small one; 0 for what is no letter.
constexpr auto small_letters = [] {
    std::array<unsigned char, 256> table = {};
    for (unsigned c = 0; c < table.size(); ++c)
        if (is_letter(static_cast<char>(c))) table[c] = static_cast<unsigned char>(lower(static_cast<char>(c)));
    return table;
}();

// Key of the letters that stand at the beginning, by their number and the first few; digits, and the # that stands for them,
// have one key.
std::uint64_t key_of(std::string_view text) {
    if (text.empty() || text[0] == '#' || is_digit(text[0])) return 0;
    constexpr std::size_t few = 4;
    std::uint64_t key = 1;
    std::size_t size = 0;
    for (; size < text.size(); ++size) {
        const auto letter = small_letters[static_cast<unsigned char>(text[size])];
        if (letter == 0 || is_mark(text, size)) break;
        if (size < few) key = key << 8 | letter;
    }
    key = (key ^ std::uint64_t{size} << 40) * 0xD6E8FEB86659FD93;
    return key ^ key >> 32;
}

// What texts that begin alike without case have in common, from their first two bytes or their first four.
constexpr std::uint32_t without_case = 0x20202020;
std::uint32_t beginning(std::string_view text, std::size_t bytes) {
    std::uint32_t first = 0;
    __builtin_memcpy(&first, text.data(), bytes);
    return (first | without_case >> (32 - 8 * bytes)) * 0x9E3779B1u >> 19;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

// The bytes of `text` that say `form`, without regard to case; 0 where it does not stand there.
std::size_t said(std::string_view form, std::string_view text) {
    std::size_t at = 0;
    for (const char c : form) {
        if (at >= text.size()) return 0;
        if (c == '#') {
            const auto digits = digits_at(text, at);
            if (digits == 0) return 0;
            at += digits;
        } else if (c == ' ') {
            const auto from = at;
            while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
            if (at == from) return 0;
        } else if (same(c, text[at]))
            ++at;
        else
            return 0;
    }
    return at;
}

// The same with case. A capital may begin a sentence.
bool is_exact(std::string_view form, std::string_view text, bool may_begin) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == '#')
            at += digits_at(text, at);
        else if (form[i] == ' ')
            while (text[at] == ' ' || text[at] == '\t') ++at;
        else if (text[at] == form[i] || (i == 0 && may_begin && text[at] == upper(form[i])))
            ++at;
        else
            return false;
    }
    return true;
}

// A plural s or a possessive behind a form.
std::size_t ending_at(std::string_view text) {
    for (const std::string_view ending : {"s", "S", "'s", "’s", "'S", "’S"})
        if (text.starts_with(ending) && !goes_on(text, ending.size())) return ending.size();
    return 0;
}

// The right form with the digits that were written.
std::string filled(std::string_view form, std::string_view written) {
    std::string out;
    std::size_t at = 0;
    for (const char c : form) {
        if (c != '#') {
            out += c;
            continue;
        }
        while (at < written.size() && !is_digit(written[at])) ++at;
        const auto digits = digits_at(written, at);
        out += written.substr(at, digits);
        at += digits;
    }
    return out;
}

bool fits(std::string_view wanted, std::string_view text, const Word& word) {
    if (wanted == "#") return word.kind == WordKind::number || (!text.empty() && is_digit(text[0]));
    return said(wanted, text) == text.size();
}

std::vector<std::string> split(std::string_view context) {
    std::vector<std::string> out;
    while (!context.empty()) {
        const auto part = context.substr(0, context.find(' '));
        if (!part.empty()) out.emplace_back(part);
        context.remove_prefix(std::min(context.size(), part.size() + 1));
    }
    return out;
}

// Written in letters of other scripts that look like Latin ones ("ОРРО"): with the Latin ones; else nothing. A hyphen or an
// apostrophe of another kind is none.
std::string behind_look_alikes(std::string_view written) {
    bool letters = false;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(written.data());
    for (int i = 0; i < static_cast<int>(written.size());) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, static_cast<int>(written.size()), c);
        letters |= c >= 0x80 && u_isalpha(c) != 0;
    }
    std::string plain;
    return letters && unmask(written, plain) ? plain : std::string();
}

} // namespace

void TermIndex::add(const Term& term) {
    std::vector<std::vector<std::string>> contexts;
    for (const auto& context : term.needs) contexts.push_back(split(context));
    const auto put = [&](const std::string& text, bool wrong) {
        const auto key = key_of(text);
        note_beginning(text);
        forms_.push_back({text, wrong ? term.form : text, wrong ? std::vector<std::vector<std::string>>{} : contexts, wrong});
        auto* last = &by_beginning_[key];
        while (*last != 0) last = &forms_[*last - 1].next;
        *last = static_cast<std::uint32_t>(forms_.size());
    };
    put(term.form, false);
    for (const auto& form : term.also) put(form, false);
    for (const auto& form : term.wrong) put(form, true);
}

void TermIndex::note_beginning(std::string_view form) {
    const auto fixed = std::min(form.size(), form.find_first_of("# ")); // beyond it, other bytes will do
    if (fixed == 1)
        for (unsigned c = 0; c < 256; ++c) twos_[beginning(std::string{form[0], static_cast<char>(c)}, 2)] = true;
    else if (fixed >= 4)
        fours_[beginning(form, 4)] = true;
    else if (fixed > 0)
        twos_[beginning(form, 2)] = true;
}

// False for nearly every word.
bool TermIndex::may_begin(std::string_view rest) const {
    if (rest.size() < 2 || is_digit(rest[0])) return true;
    return twos_[beginning(rest, 2)] || (rest.size() >= 4 && fours_[beginning(rest, 4)]);
}

bool TermIndex::in_context(const Form& form, std::string_view text, std::span<const Word> words, std::size_t first,
                           std::size_t end) {
    if (form.contexts.empty()) return true;
    const auto word_fits = [&](std::string_view wanted, std::size_t i) {
        return i < words.size() && words[i].sentence == words[first].sentence &&
               fits(wanted, text.substr(words[i].span.begin, words[i].span.size()), words[i]);
    };
    return std::ranges::any_of(form.contexts, [&](const std::vector<std::string>& context) {
        const auto self = static_cast<std::size_t>(std::ranges::find(context, "_") - context.begin());
        if (self > first) return false;
        for (std::size_t i = 0; i < context.size(); ++i)
            if (i < self ? !word_fits(context[i], first - self + i) : i > self && !word_fits(context[i], end + i - self - 1))
                return false;
        return true;
    });
}

// Of what is said from a word on: the longest, of equals one in its right form, then one that is never right.
TermIndex::Found TermIndex::longest(std::string_view text, std::span<const Word> words, std::size_t at) const {
    const auto rest = text.substr(words[at].span.begin);
    Found best;
    if (!may_begin(rest)) return best;
    const auto* first = by_beginning_.find(key_of(rest));
    for (auto number = first == nullptr ? 0 : *first; number != 0; number = forms_[number - 1].next) {
        const auto& form = forms_[number - 1];
        auto size = said(form.text, rest);
        if (size == 0) continue;
        const bool exact = !form.wrong && is_exact(form.text, rest, words[at].is(Word::sentence_start));
        size += ending_at(rest.substr(size));
        if (goes_on(rest, size)) continue;
        const bool better = size != best.size ? size > best.size : exact && !best.exact;
        if (!better) continue;
        if (!exact) {
            auto end = at;
            while (end < words.size() && words[end].span.begin < words[at].span.begin + size) ++end;
            if (!in_context(form, text, words, at, end)) continue;
        }
        best = {&form, size, exact};
    }
    return best;
}

std::vector<TermSlip> TermIndex::slips(std::string_view text, std::span<const Word> words, Judged judged) const {
    std::vector<TermSlip> out;
    std::size_t behind = 0; // the end of the last term found
    const auto whole_term = [&](std::string_view plain) -> std::string {
        if (plain.empty()) return {};
        const auto* first = by_beginning_.find(key_of(plain));
        for (auto number = first == nullptr ? 0 : *first; number != 0; number = forms_[number - 1].next)
            if (const auto& form = forms_[number - 1]; form.contexts.empty() && said(form.text, plain) == plain.size())
                return filled(form.right, plain);
        return {};
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto& word = words[at];
        const bool of_letters = word.kind == WordKind::word || word.kind == WordKind::code || word.kind == WordKind::number;
        if (word.span.begin < behind || !of_letters || word.is(Word::second_half) || !judged(word)) continue;
        if (word.is(Word::not_ascii))
            if (auto right = whole_term(behind_look_alikes(text.substr(word.span.begin, word.span.size()))); !right.empty()) {
                behind = word.span.end;
                out.push_back({word.span, std::move(right)});
                continue;
            }
        const auto found = longest(text, words, at);
        if (found.form == nullptr) continue;
        behind = word.span.begin + found.size;
        if (found.exact) continue;
        const auto written = text.substr(word.span.begin, found.size);
        const auto ending = found.size - said(found.form->text, written);
        out.push_back({{word.span.begin, static_cast<std::uint32_t>(behind)},
                       filled(found.form->right, written) + std::string(written.substr(found.size - ending))});
    }
    return out;
}

} // namespace motaudit
