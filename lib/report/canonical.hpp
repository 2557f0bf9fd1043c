#pragma once

#include "model/conversation.hpp"
#include <string>

namespace motaudit {

// Appends a conversation in the canonical form, one line of JSON without its end. What is empty is left out. Read back it gives the
// same conversation but for where it came from: its file, its record, and the lines that its turns stand on.
void append_canonical(const Conversation& talk, std::string& out);

} // namespace motaudit
