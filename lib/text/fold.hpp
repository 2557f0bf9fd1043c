#pragma once

#include <string>
#include <string_view>

namespace motaudit {

bool is_ascii(std::string_view text);

// As folded(word), into a string that is used again.
void fold_into(std::string_view word, std::string& out);

// A folded word whose letters of other scripts look like Latin ones, in plain letters ("оkay" with a Cyrillic о → "okay").
// False where a letter looks like none.
bool unmask(std::string_view folded_word, std::string& out);

} // namespace motaudit
