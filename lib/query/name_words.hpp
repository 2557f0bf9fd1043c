#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// The words of a person's name as it is on file, folded and without diacritics, in the order in which they are said: what
// stands behind a comma ("Lopez, Maria") comes first.
std::vector<std::string> name_words(std::string_view name);

// Whether a name is written in the order family name, given name, as its script shows: Chinese, Japanese, Korean, Vietnamese.
bool family_name_first(std::string_view name);

} // namespace motaudit
