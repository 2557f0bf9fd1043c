#pragma once

#include "base/arena.hpp"
#include "intake/reader.hpp"
#include "model/conversation.hpp"
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>

namespace motaudit {

// A parsed value as a conversation of the contract: fills `talk`, which borrows from the value's document and, for unknown keys,
// from the arena. Returns what is wrong, in words ("'turns[3].speaker' is 'agnt' (agent?)"), or nothing. `where` stands before
// every name: "[2]" inside an array.
std::optional<std::string> shape(const simdjson::dom::element& value, std::string_view where, const ReadOptions& options,
                                 Arena& arena, Conversation& talk);

// A value out of the input for a message: without control characters, cut to a few words.
std::string shown(std::string_view text);

} // namespace motaudit
