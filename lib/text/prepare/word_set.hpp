#pragma once

#include <span>
#include <string>

namespace motaudit {

// What came of a preparation or a check, in words for whoever builds.
struct Outcome {
    bool good = false;
    std::string message = {};
};

// Writes the word set of the dictionaries (paths of .aff files without their ending) to `out`; `common` lists words by frequency.
// Every form that an affix rule may build is asked of nuspell in each casing, and kept in those where any dictionary says yes.
Outcome prepare_word_set(const std::string& out, const std::string& common, std::span<const std::string> dictionaries);

// Compares a prepared set with nuspell: a part of all forms in each casing, and slips of the pen.
Outcome check_word_set(const std::string& path, std::span<const std::string> dictionaries);

} // namespace motaudit
