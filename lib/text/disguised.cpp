#include "text/disguised.hpp"

#include "text/byte_class.hpp"
#include "text/fold.hpp"
#include "text/lexicon.hpp"
#include <algorithm>
#include <array>
#include <string_view>

namespace motaudit {
namespace {

using Found = std::optional<Undisguised>;

struct Lookup {
    const Lexicon& lexicon;
    Found operator()(std::string_view form, bool marked) const {
        const auto hash = hash_of(form);
        const auto id = lexicon.id_of(hash);
        return id == 0 ? Found{} : Found{{hash, id, marked}};
    }
};

// Marks for letters or between them: the letters that the marks look like, any vowel for an asterisk.
Found behind_marks(std::string_view folded, const Lookup& look_up) {
    constexpr std::string_view vowels = "aeiou";
    constexpr std::size_t most_stars = 2;
    std::string plain;
    std::array<std::size_t, most_stars> stars = {};
    std::size_t starred = 0;
    for (const char c : folded) {
        constexpr std::string_view marks = "@$!|013457", letters = "asiloleast";
        if (const auto i = marks.find(c); i != std::string_view::npos)
            plain += letters[i];
        else if (c == '*') {
            if (starred == most_stars) return {};
            stars[starred++] = plain.size();
            plain += c;
        } else if (class_of(c) & byte_class::letter)
            plain += c;
    }
    if (plain.size() < 3) return {};
    if (starred == 0) return look_up(plain, true);
    for (const char first : vowels) {
        plain[stars[0]] = first;
        if (starred == 1) {
            if (const auto found = look_up(plain, true)) return found;
            continue;
        }
        for (const char second : vowels) {
            plain[stars[1]] = second;
            if (const auto found = look_up(plain, true)) return found;
        }
    }
    return {};
}

Found digits_for_letters(const std::string& folded, const Lookup& look_up) {
    constexpr unsigned most_ones = 3; // each "1" is an l or an i
    const auto ones = std::min<std::ptrdiff_t>(most_ones, std::ranges::count(folded, '1'));
    for (unsigned choice = 0; choice < 1U << ones; ++choice) {
        auto plain = folded;
        unsigned one = 0;
        for (char& c : plain)
            if (const auto i = std::string_view("013457").find(c); i != std::string_view::npos)
                c = c == '1' && (choice >> std::min(one++, most_ones)) % 2 != 0 ? 'i' : std::string_view("oleast")[i];
        if (const auto found = look_up(plain, true)) return found;
    }
    return {};
}

// Accents on a word that has none; of two letters it may be one of another language.
Found under_accents(const std::string& word, const Lookup& look_up) {
    constexpr std::size_t least = 4; // bytes
    if (word.size() < least) return {};
    const auto plain = folded(word, true);
    return is_ascii(plain) ? look_up(plain, true) : Found{};
}

// Three or more of one letter become two, then one.
Found held_down(std::string_view folded, const Lookup& look_up) {
    for (const std::size_t keep : {std::size_t{2}, std::size_t{1}}) {
        std::string plain;
        bool shortened = false;
        for (std::size_t i = 0; i < folded.size();) {
            std::size_t run = 1;
            while (i + run < folded.size() && folded[i + run] == folded[i]) ++run;
            shortened |= run > 2;
            plain.append(run > 2 ? keep : run, folded[i]);
            i += run;
        }
        if (!shortened) return {};
        if (const auto found = look_up(plain, false)) return found;
    }
    return {};
}

} // namespace

std::optional<Undisguised> find_disguised(const std::string& folded, const Lexicon& lexicon, bool spelled, bool in_latin_text) {
    const Lookup look_up{lexicon};
    if (folded.size() > 2 && folded.find_first_of("*@$!|.-_ ") != std::string::npos) return behind_marks(folded, look_up);
    if (spelled) return {};
    const auto some = [&](std::uint8_t kind) {
        return std::ranges::any_of(folded, [kind](char c) { return (class_of(c) & kind) != 0; });
    };
    const bool letters = some(byte_class::letter), digits = some(byte_class::digit);
    if (!is_ascii(folded)) {
        constexpr std::size_t short_word = 4; // bytes: "у" and "ου" are words of their own languages
        std::string plain;
        if (!in_latin_text || (!letters && folded.size() <= short_word)) return {};
        if (unmask(folded, plain) && is_ascii(plain)) return look_up(plain, true);
        return letters ? under_accents(folded, look_up) : Found{};
    }
    if (digits && letters) return folded.size() > 3 ? digits_for_letters(folded, look_up) : Found{};
    return letters ? held_down(folded, look_up) : Found{};
}

} // namespace motaudit
