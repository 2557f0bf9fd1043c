#pragma once

#include "query/talk.hpp"
#include <span>
#include <string>

namespace motaudit {

// For a no, where evidence is wanted: the last few things said that come near to what is missing.
void say_nearest(const Talk& talk, std::span<const ListId> lists, const Where& where, Finding& finding);

} // namespace motaudit
