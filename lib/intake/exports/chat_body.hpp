#pragma once

#include "intake/exports/draft.hpp"
#include <string_view>

namespace motaudit::exports {

// The body of a Salesforce live chat: paragraphs that tell of the chat, and lines "( 1m 13s ) Name: text". HTML, once escaped HTML,
// or plain text. Its agents are those that "Agent Name" paragraphs name.
void read_chat_body(std::string_view body, Draft& draft);

// Does a text begin like one?
bool is_chat_body(std::string_view text);

} // namespace motaudit::exports
