#pragma once

#include "base/arena.hpp"
#include "base/result.hpp"
#include "model/conversation.hpp"
#include "model/standard.hpp"
#include <string_view>

namespace motaudit {

// An example's text made a conversation, kept in the arena. It is of `channel` where its header does not say; an error's line
// counts from 1 within the text. See "EXAMPLES" in motaudit-standard(5) for the notation.
Result<Conversation> read_example(std::string_view text, Channel channel, Arena& arena);

// An example of a row, of the first of its channels. Errors name the standard's file.
Result<Conversation> read_example(const Parameter& parameter, const Example& example, Arena& arena);

} // namespace motaudit
