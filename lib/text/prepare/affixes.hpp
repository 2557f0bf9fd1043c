#pragma once

#include <istream>
#include <string>
#include <vector>

namespace motaudit {

// Every form that a Hunspell dictionary (.aff, .dic) may accept, and more: flags are followed, the conditions of the rules are not.
// Whoever asks checks each form with a real speller. Stems with anything but letters, apostrophes and hyphens are left out, and so
// are compounds: in the English dictionaries both are numbers.
struct Form {
    std::string word = {};
    bool never_suggested = false; // NOSUGGEST: profanity
};
std::vector<Form> possible_forms(std::istream& aff, std::istream& dic);

} // namespace motaudit
