#include "query/language.hpp"

#include <algorithm>

namespace motaudit {
namespace {

// "en-AU" and "EN_au" are "en".
std::string primary(std::string_view tag) {
    std::string out;
    for (const char c : tag.substr(0, tag.find_first_of("-_"))) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return out;
}

} // namespace

bool is_readable(const Conversation& conversation, std::span<const Word> words, std::span<const std::string> languages) {
    const auto holds = [&](std::string_view language) { return std::ranges::find(languages, language) != languages.end(); };
    if (!conversation.language.empty()) return holds(primary(conversation.language));

    constexpr std::size_t enough = 12; // words; fewer tell nothing
    std::size_t latin = 0, known = 0, ideographs = 0, other = 0;
    for (const auto& word : words) {
        if (word.kind != WordKind::word || word.is(Word::second_half)) continue;
        if (word.is(Word::not_ascii) && !word.is(Word::disguised) && !word.is(Word::spelled)) {
            // An ideograph is a word of its own; other scripts' words are longer.
            (word.span.size() <= 4 && word.span.size() >= 3 ? ideographs : other) += 1;
            continue;
        }
        ++latin;
        known += word.is(Word::spelled) || word.is(Word::name) || word.is(Word::capital) || word.id != 0;
    }
    if (latin + ideographs + other < enough) return true;
    // Names and model numbers keep their Latin letters in any language, and any language borrows a word or two.
    if (ideographs > latin && ideographs > other) return holds("zh");
    return other <= latin && holds("en") && known * 2 >= latin;
}

} // namespace motaudit
