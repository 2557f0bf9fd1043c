#pragma once

#include "base/arena.hpp"
#include "model/conversation.hpp"
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motaudit {

// What a transcript may say of itself before its first turn:
//
//     ID: call-0017
//     Channel: inbound
//     Agent: Jamie
//     Customer: Maria Lopez
//     Date: 2026-11-16 10:31
//     ----------------------
//
// The block ends with a blank line or a line of dashes. Keys: ID, Channel, Date (or Started), Language, Brand, Account (or
// Queue), Team, Site, Topic, Subject, Agent, Agent ID, Customer, Ended by, and of what is on file: Phone, Email, Model, IMEI,
// Order, Location, Purchase date, OS version. Before dashes other keys are kept as meta. "Agent: …" alone may as well be a turn:
// it is a header only beside other keys, before dashes, or where Agent and Customer both are names. Behind a header with the
// channel template or case the rest is one text.
struct Header {
    std::optional<Channel> channel = {};
    std::size_t size = 0;    // bytes up to the first line after it
    std::uint32_t lines = 0; // their number
};

// Fills `talk` with what the header says. Returns what is wrong in it, with its line; nothing where all is well.
struct HeaderFault {
    std::uint32_t line = 0;
    std::string message = {};
};
std::optional<HeaderFault> read_header(std::string_view text, Arena& arena, Conversation& talk, Header& header);

} // namespace motaudit
