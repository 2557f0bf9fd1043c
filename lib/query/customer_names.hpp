#pragma once

#include "query/talk.hpp"
#include <string>
#include <vector>

namespace motaudit {

// The ways in which the customer may be addressed by the given name, folded, without diacritics and with nothing between the
// words ("mary ann" is "maryann"): of the name on file and of the one that they sign with.
struct GivenNames {
    std::vector<std::string> right = {};
    bool known = false; // some name of the customer's is known
};

// `family_first`: the name on file is written family name first where its script does not show it.
GivenNames given_names(const Talk& talk, bool family_first);

// Words joined as above.
std::string joined_name(std::string_view text);

} // namespace motaudit
