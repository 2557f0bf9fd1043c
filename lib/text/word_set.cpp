#include "text/word_set.hpp"
#include "text/casing.hpp"

#include <array>
#include <string>

namespace motaudit {

WordSet::Value WordSet::find(std::string_view kept) const {
    if (arcs_.empty()) return 0;
    std::uint32_t at = 0;
    for (const char c : kept) {
        const Arc label = static_cast<unsigned char>(c);
        if (label == 0) return 0;
        while ((arcs_[at] & 0xff) != label)
            if (arcs_[at++] & last_arc) return 0;
        at = arcs_[at] >> target_shift;
    }
    // The end of a word is the first arc of its state.
    return (arcs_[at] & 0xff) == 0 ? arcs_[at] >> target_shift : 0;
}

bool WordSet::knows_whole(std::string_view word) const {
    // No kept word is longer; the bound keeps megabyte "words" cheap.
    std::array<char, 64> folded;
    if (word.empty() || word.size() > folded.size()) return false;
    bool ascii = true;
    unsigned uppers = 0, lowers = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        const bool upper = c >= 'A' && c <= 'Z';
        uppers += upper;
        lowers += c >= 'a' && c <= 'z';
        ascii &= static_cast<unsigned char>(c) < 0x80;
        folded[i] = upper ? static_cast<char>(c | 0x20) : c;
    }
    if (!ascii) {
        const Casing casing = casing_of(word);
        if (casing == Casing::mixed) return (find(word) & as_written) != 0;
        const Value need = casing == Casing::lower ? lower : casing == Casing::capital ? capital : capitals;
        return (find(lower_case(word)) & need) != 0;
    }
    const std::string_view key(folded.data(), word.size());
    if (uppers == 0) return (find(key) & lower) != 0;
    if (uppers == 1 && word[0] >= 'A' && word[0] <= 'Z') return (find(key) & capital) != 0;
    if (lowers == 0) return (find(key) & capitals) != 0;
    return (find(word) & as_written) != 0;
}

bool WordSet::knows(std::string_view word) const {
    for (;;) {
        if (knows_whole(word)) return true;
        // A hyphen at either end is punctuation; one inside parts two words.
        if (word.size() > 1 && word.front() == '-') {
            word.remove_prefix(1);
            continue;
        }
        const auto hyphen = word.find('-');
        if (hyphen == word.npos || hyphen == 0) return false;
        if (!knows_whole(word.substr(0, hyphen))) return false;
        word.remove_prefix(hyphen + 1);
        if (word.empty()) return true;
    }
}

} // namespace motaudit
