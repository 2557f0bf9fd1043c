#pragma once

#include <span>
#include <string>

namespace motaudit {

// What came of a preparation or a check, in words for whoever builds.
struct Outcome {
    bool good = false;
    std::string message = {};
};

// Writes the word set of the dictionaries (paths of .aff files without their ending) to `out`; `common` lists words by frequency,
// `sizes` is a folder of word lists by size as SCOWL has them ("english-words.35"): the smaller the list, the better known its
// words. Every form that an affix rule may build is asked of nuspell in each casing, and kept in those where any dictionary says
// yes.
Outcome prepare_word_set(const std::string& out, const std::string& common, const std::string& sizes,
                         std::span<const std::string> dictionaries);

// Compares a prepared set with nuspell: a part of all forms in each casing, and slips of the pen.
Outcome check_word_set(const std::string& path, std::span<const std::string> dictionaries);

} // namespace motaudit
