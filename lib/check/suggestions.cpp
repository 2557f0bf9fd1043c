#include "check/suggestions.hpp"

#include "text/casing.hpp"
#include "text/slips.hpp"
#include "text/word_set.hpp"
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace motaudit {
namespace {

constexpr std::size_t most_shown = 3;

// Looking takes milliseconds and misspellings repeat, so each thread remembers what it found for the standard it judges by; what
// is remembered never shows in what is said.
const std::vector<std::string>& usual(const Talk& talk, std::string_view word) {
    constexpr std::size_t most = 20'000;
    thread_local std::string standard;
    thread_local std::unordered_map<std::string, std::vector<std::string>> known;
    if (standard != talk.standard().digest || known.size() > most) {
        known.clear();
        standard = talk.standard().digest;
    }
    const auto [at, is_new] = known.try_emplace(std::string(word));
    if (is_new) at->second = talk.standard().speller.suggest(word, most_shown);
    return at->second;
}

// The commonest words are in every conversation, so that their being there tells nothing.
bool tells(const Word& word, std::string_view text, std::string_view kept) {
    constexpr unsigned too_common = 6;
    if (word.is(Word::spelled)) return WordSet::commonness(english_words().find(kept)) < too_common;
    if (word.is(Word::slip)) return false;
    // A product's name that no dictionary has.
    return casing_of(text) == Casing::mixed || (word.is(Word::capital) && !word.is(Word::sentence_start));
}

} // namespace

void Suggestions::gather() {
    constexpr std::size_t shortest = 4;
    gathered_ = true;
    std::unordered_set<std::uint64_t> seen;
    for (std::uint32_t t = 0; t < talk_.turn_count(); ++t) {
        if (talk_.turn(t).is_private) continue;
        for (const auto& word : talk_.words(t)) {
            if (word.kind != WordKind::word || word.is(Word::second_half) || word.is(Word::not_ascii) || word.is(Word::disguised) ||
                word.span.size() < shortest || !seen.insert(word.hash).second)
                continue;
            const auto text = talk_.text(word, t);
            auto kept = lower_case(text);
            if (!tells(word, text, kept)) continue;
            // At a sentence's start, and where all is in capitals, the casing is not the word's own.
            const bool own_casing = !word.is(Word::spelled);
            said_.push_back({own_casing ? std::string(text) : kept, std::move(kept)});
        }
    }
}

std::string Suggestions::of(std::string_view misspelt) {
    constexpr int small_slip = 8;
    if (!gathered_) gather();
    const auto typed = lower_case(misspelt);
    std::vector<std::pair<int, const Said*>> near;
    for (const auto& one : said_) {
        if (one.kept == typed || one.kept.size() > typed.size() + 1 || typed.size() > one.kept.size() + 1) continue;
        if (const int cost = slip_cost(typed, one.kept); cost >= 0 && cost <= small_slip) near.emplace_back(cost, &one);
    }
    std::ranges::stable_sort(near, {}, &std::pair<int, const Said*>::first);
    std::vector<std::string> shown;
    const auto show = [&](std::string word) {
        if (shown.size() < most_shown && std::ranges::find(shown, word) == shown.end()) shown.push_back(std::move(word));
    };
    const auto& others = usual(talk_, misspelt);
    for (const auto& [cost, one] : near) {
        // As the speller writes it, where it knows it.
        const auto same = std::ranges::find(others, one->kept, [](const std::string& word) { return lower_case(word); });
        const bool capital =
            same == others.end() && casing_of(misspelt) == Casing::capital && casing_of(one->word) == Casing::lower;
        show(same != others.end() ? *same : capital ? with_capital(one->word) : one->word);
    }
    for (const auto& word : others) show(word);
    std::string out;
    for (const auto& word : shown) out += (out.empty() ? "" : ", ") + word;
    return out;
}

} // namespace motaudit
