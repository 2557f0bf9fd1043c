#pragma once

#include "model/conversation.hpp"
#include <string_view>

namespace motaudit {

// What a line that nobody says tells: "[hold]", "*** Maria Lopez left the chat ***", "Chat started".
struct Happening {
    Event event = Event::none;
    std::string_view who = {}; // who joined, left or ended it; may be empty
    bool is_chat = false;      // it can only stand in a chat
};

// A whole line without a speaker: is it such a line? `beside_time`: a time stands before it. Fills `out`.
bool is_happening(std::string_view line, bool beside_time, Happening& out);

// The same of the text of a turn that the system is said to speak: nothing where its words are no event.
Happening happening_of(std::string_view text);

} // namespace motaudit
