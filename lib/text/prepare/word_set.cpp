#include "text/prepare/word_set.hpp"
#include "base/utf8.hpp"
#include "text/casing.hpp"
#include "text/prepare/affixes.hpp"
#include "text/prepare/automaton.hpp"

#include <nuspell/dictionary.hxx>

#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace motaudit {

namespace {

struct Source {
    nuspell::Dictionary dictionary = {};
    std::set<std::string> keys = {};  // possible forms in lower case
    std::set<std::string> mixed = {}; // those that are written in mixed case
    std::set<std::string> never_suggested = {};
};

Source read_source(const std::string& path) {
    Source source;
    source.dictionary.load_aff_dic(path + ".aff");
    std::ifstream aff(path + ".aff"), dic(path + ".dic");
    for (Form& form : possible_forms(aff, dic)) {
        const std::string key = lower_case(form.word);
        source.keys.insert(key);
        if (form.never_suggested) source.never_suggested.insert(key);
        if (casing_of(form.word) == Casing::mixed) source.mixed.insert(std::move(form.word));
    }
    return source;
}

using Words = std::map<std::string, WordSet::Value>;

void add_source(const Source& source, Words& words) {
    const auto& dictionary = source.dictionary;
    for (const std::string& key : source.keys) {
        WordSet::Value value = 0;
        if (dictionary.spell(key)) value |= WordSet::lower;
        if (dictionary.spell(with_capital(key))) value |= WordSet::capital;
        if (dictionary.spell(upper_case(key))) value |= WordSet::capitals;
        if (value != 0) words[key] |= value;
    }
    for (const std::string& form : source.mixed)
        if (dictionary.spell(form)) words[form] |= WordSet::as_written;
    for (const std::string& key : source.never_suggested) {
        const auto found = words.find(key);
        if (found != words.end()) found->second |= WordSet::never_suggested;
    }
}

// Compounds whose halves say the same need not be kept.
void drop_plain_compounds(Words& words) {
    const auto value_of = [&](const std::string& word) {
        const auto found = words.find(word);
        return found == words.end() ? 0 : found->second;
    };
    std::vector<std::string> plain;
    for (const auto& [word, value] : words) {
        const auto hyphen = word.find('-');
        if (hyphen == word.npos || hyphen == 0 || hyphen + 1 == word.size() || (value & WordSet::as_written) != 0) continue;
        const WordSet::Value first = value_of(word.substr(0, hyphen)), rest = value_of(word.substr(hyphen + 1));
        // "Re-entry": of the halves only the first has the capital.
        const WordSet::Value both =
            (first & rest & (WordSet::lower | WordSet::capitals)) | (rest & WordSet::lower ? first & WordSet::capital : 0);
        if ((value & WordSet::any_casing & ~both) == 0) plain.push_back(word);
    }
    for (const std::string& word : plain) words.erase(word);
}

// The list is in order of frequency.
void mark_common(std::istream& list, Words& words) {
    constexpr std::size_t steps[] = {12000, 8000, 4000, 2000, 1000, 500, 200};
    std::size_t rank = 0;
    for (std::string word; std::getline(list, word);) {
        if (word.empty() || word[0] == '#') continue;
        ++rank;
        const auto found = words.find(word);
        if (found == words.end()) continue;
        WordSet::Value commonness = 0;
        for (const std::size_t step : steps) commonness += rank <= step;
        found->second |= commonness << WordSet::common_shift;
    }
}

// Lists by size; in Latin-1, as the package has them.
bool mark_known(const std::string& folder, Words& words) {
    constexpr std::pair<const char*, WordSet::Value> sizes[] = {{"10", 7}, {"20", 6}, {"35", 5}, {"40", 4},
                                                                {"50", 3}, {"55", 2}, {"60", 2}, {"70", 1}};
    bool any = false;
    for (const char* const kind : {"english", "american", "british", "british_z", "australian"}) {
        for (const char* const part : {"words", "contractions", "upper", "proper-names"}) {
            for (const auto& [size, known] : sizes) {
                std::ifstream list(folder + "/" + kind + "-" + part + "." + size);
                any = any || list.is_open();
                for (std::string line; std::getline(list, line);) {
                    std::string word;
                    for (const char c : line) append_utf8(word, static_cast<unsigned char>(c));
                    const auto found = words.find(lower_case(word));
                    if (found == words.end() || WordSet::knownness(found->second) >= known) continue;
                    found->second &= ~(WordSet::Value{7} << WordSet::known_shift);
                    found->second |= known << WordSet::known_shift;
                }
            }
        }
    }
    return any;
}

bool any_spells(const std::vector<Source>& sources, const std::string& word) {
    for (const Source& source : sources)
        if (source.dictionary.spell(word)) return true;
    // One half may be American and the other British.
    const auto hyphen = word.find('-', 1);
    return hyphen != word.npos && hyphen + 1 < word.size() && any_spells(sources, word.substr(0, hyphen)) &&
           any_spells(sources, word.substr(hyphen + 1));
}

// One slip of the pen, the same on every run.
std::string mutated(std::string word, std::uint64_t& seed) {
    const auto random = [&](std::size_t below) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>((seed >> 33) % below);
    };
    const std::size_t at = random(word.size());
    const char letter = "abcdefghijklmnopqrstuvwxyzAEST'-"[random(32)];
    switch (random(5)) {
    case 0:
        word.erase(at, 1);
        break;
    case 1:
        word.insert(at, 1, letter);
        break;
    case 2:
        word[at] = letter;
        break;
    case 3:
        std::swap(word[at], word[word.size() - 1 - at]);
        break;
    default:
        word[at] = static_cast<char>(word[at] ^ 0x20);
        break;
    }
    return word;
}

Outcome compare(const WordSet& set, const std::vector<Source>& sources) {
    std::size_t asked = 0, different = 0;
    std::string shown;
    const auto ask = [&](const std::string& word) {
        ++asked;
        if (set.knows(word) == any_spells(sources, word)) return;
        if (++different <= 20) shown += "\n  " + word + (set.knows(word) ? " (only the set knows it)" : " (only nuspell knows it)");
    };
    std::uint64_t seed = 1;
    for (const Source& source : sources) {
        std::size_t count = 0;
        for (const std::string& key : source.keys) {
            if (++count % 8 == 0) {
                ask(key);
                ask(with_capital(key));
                ask(upper_case(key));
            }
            const bool ascii = casing_of(key) != Casing::mixed && key.find_first_not_of("abcdefghijklmnopqrstuvwxyz'-") == key.npos;
            if (count % 16 != 0 || !ascii) continue;
            const std::string slip = mutated(key, seed);
            // Digits and full stops are not asked of the set, nor is nothing.
            if (slip.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'-") == slip.npos && !slip.empty())
                ask(slip);
        }
        for (const std::string& form : source.mixed) ask(form);
    }
    return {different == 0, std::to_string(asked) + " words asked, " + std::to_string(different) + " differences" + shown};
}

std::vector<Source> read_sources(std::span<const std::string> dictionaries) {
    std::vector<Source> sources;
    for (const std::string& path : dictionaries) sources.push_back(read_source(path));
    return sources;
}

} // namespace

Outcome prepare_word_set(const std::string& out, const std::string& common, const std::string& sizes,
                         std::span<const std::string> dictionaries) {
    Words words;
    for (const Source& source : read_sources(dictionaries)) add_source(source, words);
    drop_plain_compounds(words);
    std::ifstream list(common);
    if (!list.is_open()) return {false, common + " cannot be read"};
    mark_common(list, words);
    if (!mark_known(sizes, words)) return {false, sizes + " holds no lists"};
    if (words.size() < 100000) return {false, "only " + std::to_string(words.size()) + " words"};

    const auto arcs = automaton_of({words.begin(), words.end()});
    const auto bytes = arcs.size() * sizeof(WordSet::Arc);
    std::ofstream file(out, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(arcs.data()), static_cast<std::streamsize>(bytes));
    file.close();
    if (!file) return {false, out + " cannot be written"};
    return {true, std::to_string(words.size()) + " words, " + std::to_string(bytes) + " bytes"};
}

Outcome check_word_set(const std::string& path, std::span<const std::string> dictionaries) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    std::vector<WordSet::Arc> arcs(bytes.size() / sizeof(WordSet::Arc));
    bytes.copy(reinterpret_cast<char*>(arcs.data()), arcs.size() * sizeof(WordSet::Arc));
    if (arcs.empty()) return {false, path + " holds no words"};
    return compare(WordSet(arcs), read_sources(dictionaries));
}

} // namespace motaudit
