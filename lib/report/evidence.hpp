#pragma once

#include "model/conversation.hpp"
#include "model/finding.hpp"
#include "model/scorecard.hpp"
#include <optional>
#include <string_view>

namespace motaudit {

// The turn that a piece of evidence stands in; null where it names none of the conversation's.
const Turn* turn_of(const Evidence& evidence, const Conversation& talk);

// The words of a piece of evidence; empty where it points at the turn as a whole, or at nothing.
std::string_view words_of(const Evidence& evidence, const Conversation& talk);

// Where evidence begins in its file, if the turn's text or that piece of it stands there; else line 0. The column counts bytes.
// Asked in the order of the text, it reads each turn once, however much is found in it.
class PlaceFinder {
public:
    explicit PlaceFinder(const Conversation& talk) : talk_(talk) {}
    Place of(const Evidence& evidence);

private:
    const Conversation& talk_;
    const Turn* turn_ = nullptr;
    std::size_t at_ = 0;
    Place here_ = {};
};

// Seconds from the start of the conversation to the last time that any turn tells; nothing without times.
std::optional<double> duration_of(const Conversation& talk);

} // namespace motaudit
