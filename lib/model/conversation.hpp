#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace motaudit {

enum class Channel : std::uint8_t { inbound, outbound, email, chat, social, template_, case_ };
enum class Speaker : std::uint8_t { agent, customer, bot, system, supervisor, unknown };
enum class Event : std::uint8_t { none, hold, unhold, join, leave, transfer, end };
enum class Reply : std::uint8_t { unknown, first, followup };
enum class EndedBy : std::uint8_t { unknown, agent, customer, system };

inline constexpr std::array<std::string_view, 7> channel_names = {"inbound", "outbound", "email", "chat",
                                                                  "social",  "template", "case"};
inline constexpr std::array<std::string_view, 6> speaker_names = {"agent", "customer", "bot", "system", "supervisor", "unknown"};
inline constexpr std::array<std::string_view, 7> event_names = {"", "hold", "unhold", "join", "leave", "transfer", "end"};
inline constexpr std::array<std::string_view, 3> reply_names = {"", "first", "followup"};
inline constexpr std::array<std::string_view, 4> ended_by_names = {"", "agent", "customer", "system"};

inline std::string_view name_of(Channel c) { return channel_names[static_cast<std::size_t>(c)]; }
inline std::string_view name_of(Speaker s) { return speaker_names[static_cast<std::size_t>(s)]; }
inline std::string_view name_of(Event e) { return event_names[static_cast<std::size_t>(e)]; }
inline std::string_view name_of(Reply r) { return reply_names[static_cast<std::size_t>(r)]; }
inline std::string_view name_of(EndedBy e) { return ended_by_names[static_cast<std::size_t>(e)]; }

// The name of the contract ("chat", "case", …) back to its value; nothing where it is not one.
std::optional<Channel> channel_named(std::string_view name);
std::optional<Speaker> speaker_named(std::string_view name);
std::optional<Event> event_named(std::string_view name);

inline bool is_voice(Channel c) { return c == Channel::inbound || c == Channel::outbound; }
inline bool is_written(Channel c) {
    return c == Channel::email || c == Channel::chat || c == Channel::social || c == Channel::template_;
}

// Where a turn's text stands as it is in its file: line and byte column of its first byte, both from 1; line 0 = it does not.
struct Place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

// From this byte of a turn's text on, up to the next mark, the text stands in the file at this place; line 0 = nowhere.
struct PlaceMark {
    std::uint32_t at = 0;
    Place place = {};
};

// One message or utterance. Text is UTF-8, borrowed from whoever read it; times are seconds from the conversation's start.
struct Turn {
    Speaker speaker = Speaker::unknown;
    Event event = Event::none;
    bool is_private = false;
    std::string_view name = {};
    std::string_view text = {};
    std::optional<double> start = {};
    std::optional<double> end = {};
    Place place = {};
    std::span<const PlaceMark> marks = {}; // in order, for a text that was decoded; empty = it stands there as it is
};

// What is already on file of the customer (contract: "known"); empty = not on file.
struct Known {
    std::string_view phone = {}, email = {}, model = {}, imei = {}, order = {}, location = {}, purchase_date = {}, os_version = {},
                     account = {};
};

// One contact with a customer, whatever it was read from. It borrows all its text: from the Arena or buffer handed to the
// reader, which must outlive it. Empty text = not known.
struct Conversation {
    std::string_view id = {};
    Channel channel = Channel::chat;
    std::vector<Turn> turns = {};
    std::string_view agent = {}, agent_id = {}, customer = {}, language = {}, brand = {};
    std::string_view account = {}, team = {}, site = {}, topic = {}, started_at = {}, subject = {};
    Reply reply = Reply::unknown;
    std::optional<Channel> template_for = {}; // a template only: whose rows apply; nothing = email
    EndedBy ended_by = EndedBy::unknown;
    Known known = {};
    std::string_view meta = {}; // unknown keys, as the inside of a JSON object: "a":1,"b":"x"
    std::string_view path = {}; // the file
    std::uint64_t record = 0;   // the record's number in the file, from 1: the line of JSONL, the message of an mbox

    // Ready for the next record; keeps memory.
    void clear() {
        auto kept = std::move(turns);
        kept.clear();
        *this = {};
        turns = std::move(kept);
    }
};

} // namespace motaudit
