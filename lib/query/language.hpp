#pragma once

#include "model/conversation.hpp"
#include "text/words.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// Whether a standard that holds words of `languages` ("en", "zh") can read a conversation: by its `language` key, else by
// the script of its text and the share of words that the dictionaries know. Too little text to tell counts as readable.
bool is_readable(const Conversation& conversation, std::span<const Word> words, std::span<const std::string> languages);

} // namespace motaudit
