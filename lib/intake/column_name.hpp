#pragma once

#include "intake/ascii.hpp"
#include <string>
#include <string_view>

namespace motaudit {

// A column's name without case, blanks and what systems add to it: "Body (HTML)", "Macro_Title", "Text__c".
inline std::string plain_column(std::string_view name) {
    if (name.ends_with("__c")) name.remove_suffix(3);
    std::string out;
    for (const char c : name)
        if (ascii::is_letter(c) || ascii::is_digit(c)) out += ascii::lower(c);
    return out;
}

} // namespace motaudit
