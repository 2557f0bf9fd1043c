#include "text/speller.hpp"
#include "text/casing.hpp"
#include "text/slips.hpp"
#include "text/words.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace motaudit {

namespace {

// Longer than any word; what is longer is not looked at.
constexpr std::size_t longest = 256;

bool is_ascii(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
}

// The word in plain characters: composed, narrow, without invisible ones, apostrophes and hyphens those of ASCII.
std::string plain(std::string_view word) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    const auto raw = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
    const icu::UnicodeString composed = U_SUCCESS(status) ? nfkc->normalize(raw, status) : raw;
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
        const UChar32 c = composed.char32At(i);
        if (c == 0x2019 || c == 0x2018 || c == 0x02bc || c == 0x2032)
            kept.append(u'\'');
        else if (c == 0x2010 || c == 0x2011)
            kept.append(u'-');
        else if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            kept.append(c);
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

WordSet::Value needed(Casing casing) {
    switch (casing) {
    case Casing::lower:
        return WordSet::lower;
    case Casing::capital:
        return WordSet::capital;
    case Casing::capitals:
        return WordSet::capitals;
    case Casing::mixed:
        return WordSet::as_written;
    }
    return 0;
}

} // namespace

Speller::Piece Speller::keep(std::string_view bytes) {
    auto& all = bytes_.own();
    const Piece piece = {static_cast<std::uint32_t>(all.size()), static_cast<std::uint32_t>(bytes.size())};
    all.insert(all.end(), bytes.begin(), bytes.end());
    return piece;
}

const Speller::Own* Speller::find_own(std::string_view kept) const {
    const auto* place = places_.find(hash_of(kept));
    if (place == nullptr) return nullptr;
    const auto& own = own_[*place - 1];
    return text(own.kept) == kept ? &own : nullptr;
}

// Made where it is new.
Speller::Own& Speller::own(std::string_view kept, std::string_view form) {
    auto& place = places_[hash_of(kept)];
    auto& all = own_.own();
    if (place == 0) {
        all.push_back({.kept = keep(kept), .form = keep(form)});
        place = static_cast<std::uint32_t>(all.size());
    }
    return all[place - 1];
}

void Speller::add(std::string_view words, Accept accept) {
    while (!words.empty()) {
        const auto begin = words.find_first_not_of(" \t\r");
        if (begin == words.npos) return;
        words.remove_prefix(begin);
        const std::string_view word = words.substr(0, words.find_first_of(" \t\r"));
        words.remove_prefix(word.size());
        if (word == "*") continue;

        const std::string form = is_ascii(word) ? std::string(word) : plain(word);
        const Casing casing = casing_of(form);
        auto& casings = own(lower_case(form), form).casings;
        casings |= WordSet::capitals;
        if (accept == Accept::any_casing) casings |= WordSet::any_casing;
        if (casing == Casing::lower) casings |= WordSet::lower | WordSet::capital;
        if (casing == Casing::capital) casings |= WordSet::capital;
        if (casing == Casing::mixed) own(form, form).casings |= WordSet::as_written;
    }
}

bool Speller::knows_own(std::string_view word) const {
    const Casing casing = casing_of(word);
    if (casing == Casing::mixed) {
        const auto* exact = find_own(word);
        if (exact != nullptr && (exact->casings & WordSet::as_written)) return true;
    }
    const auto* found = find_own(lower_case(word));
    return found != nullptr && (found->casings & needed(casing)) != 0;
}

bool Speller::knows_plain(std::string_view word) const {
    if (english_.knows(word)) return true;
    if (word.empty() || word.size() > longest) return false;
    if (knows_own(word)) return true;
    if (word.ends_with("'s") || word.ends_with("'S")) return knows_own(word.substr(0, word.size() - 2));
    // "the customers' phones", and what stands before a closing quotation mark.
    if (word.ends_with("s'") || word.ends_with("S'")) return knows_plain(word.substr(0, word.size() - 1));
    // "PDFs", "eSIMs", "iPhones": short forms in capitals and names of products take a small s.
    const std::string_view stem = word.substr(0, word.size() - 1);
    if (word.back() == 's' && stem.size() >= 2) {
        const Casing casing = casing_of(stem);
        if (casing == Casing::capitals && stem.size() <= 5) return english_.knows(stem) || knows_own(stem);
        if (casing == Casing::mixed) return knows_own(stem);
    }
    return false;
}

bool Speller::knows(std::string_view word) const {
    if (english_.knows(word)) return true;
    std::string held;
    if (!is_ascii(word)) {
        if (word.size() > longest) return false;
        held = plain(word);
        word = held;
    }
    if (knows_plain(word)) return true;
    // Each part of a compound may be a word of either side.
    if (word.find('-') == word.npos || word.find_first_not_of('-') == word.npos) return false;
    while (!word.empty()) {
        const auto part = word.substr(0, word.find('-'));
        if (!part.empty() && !knows_plain(part)) return false;
        word.remove_prefix(std::min(word.size(), part.size() + 1));
    }
    return true;
}

std::vector<std::string> Speller::suggest(std::string_view word, std::size_t at_most) const {
    if (word.empty() || word.size() > 48) return {};
    const std::string typed = is_ascii(word) ? std::string(word) : plain(word);
    const std::string key = lower_case(typed);
    const Casing casing = casing_of(typed);

    std::vector<Slip> slips = slips_of(key, english_);
    for (const auto& own : own_) {
        const auto kept = text(own.kept), form = text(own.form);
        if (kept == form && casing_of(kept) == Casing::mixed) continue; // the mixed form's second entry
        const int cost = slip_cost(key, kept);
        // Who types in small letters seldom means a name that is near by chance.
        constexpr int name_in_small_letters = 14;
        const bool unlikely = casing == Casing::lower && casing_of(form) == Casing::capital;
        if (cost >= 0) slips.push_back({std::string(form), cost + (unlikely ? name_in_small_letters : 0), own.casings, true});
    }
    std::ranges::sort(slips, {}, [](const Slip& slip) { return std::pair(slip.cost, std::string_view(slip.word)); });

    std::vector<std::string> suggestions;
    for (const Slip& slip : slips) {
        if (suggestions.size() >= at_most) break;
        std::string form = slip.word;
        if (!slip.own && !(slip.casings & WordSet::as_written)) {
            if (!(slip.casings & WordSet::lower)) form = slip.casings & WordSet::capital ? with_capital(form) : upper_case(form);
        }
        if (casing == Casing::capital && casing_of(form) == Casing::lower) form = with_capital(form);
        if (casing == Casing::capitals && casing_of(form) != Casing::mixed) form = upper_case(form);
        if (form != typed && std::ranges::find(suggestions, form) == suggestions.end()) suggestions.push_back(std::move(form));
    }
    return suggestions;
}

} // namespace motaudit
