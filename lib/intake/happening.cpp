#include "intake/happening.hpp"

#include "intake/ascii.hpp"
#include <string>

namespace motaudit {
namespace {

using namespace ascii;

constexpr std::string_view hold_words[] = {"hold",
                                           "on hold",
                                           "hold started",
                                           "hold start",
                                           "hold begins",
                                           "hold music",
                                           "call on hold",
                                           "placed on hold",
                                           "put on hold",
                                           "customer on hold",
                                           "customer placed on hold",
                                           "customer put on hold",
                                           "music on hold"};
constexpr std::string_view unhold_words[] = {"hold ended",   "hold ends",      "hold end",          "end of hold",  "end hold",
                                             "off hold",     "unhold",         "hold released",     "hold over",    "resumed",
                                             "call resumed", "back from hold", "customer off hold", "call off hold"};
constexpr std::string_view end_words[] = {"chat ended",   "chat has ended",      "the chat has ended", "chat closed",
                                          "call ended",   "call has ended",      "the call has ended", "end of call",
                                          "end of chat",  "end of conversation", "conversation ended", "conversation closed",
                                          "session ended"};
// Plain remarks of a telephone or chat system.
constexpr std::string_view remarks[] = {"connected",
                                        "call connected",
                                        "connecting",
                                        "disconnected",
                                        "call disconnected",
                                        "dialling",
                                        "dialing",
                                        "ringing",
                                        "ring",
                                        "call started",
                                        "call begins",
                                        "chat started",
                                        "conversation started",
                                        "recording started",
                                        "recording stopped",
                                        "recording paused",
                                        "voicemail",
                                        "muted",
                                        "unmuted",
                                        "queue",
                                        "in queue",
                                        "silence",
                                        "dead air",
                                        "survey",
                                        "ivr",
                                        "beep"};
constexpr std::string_view places[] = {" the chat", " the conversation", " the session", " the call", " the room",
                                       " chat",     " conversation"};

template <std::size_t n>
bool among(std::string_view word, const std::string_view (&list)[n]) {
    return std::ranges::find(list, word) != std::end(list);
}

std::string_view undecorated(std::string_view text) {
    constexpr std::string_view signs = "*-=~[]()<> \t\r.·";
    const auto begin = text.find_first_not_of(signs);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(signs) - begin + 1);
}

// "{who} (has) joined (the chat)": the size of who's name, npos where it is not said.
std::size_t who_did(std::string_view words, std::string_view verb, bool place_needed, bool& in_chat) {
    bool placed = false;
    for (const auto place : places) {
        if (!words.ends_with(place)) continue;
        words.remove_suffix(place.size());
        in_chat = placed = place != " the call";
        placed = true;
        break;
    }
    if ((place_needed && !placed) || !words.ends_with(verb)) return std::string_view::npos;
    words.remove_suffix(verb.size());
    if (!words.empty() && words.back() != ' ') return std::string_view::npos;
    if (words.ends_with(" has ")) words.remove_suffix(5);
    return words.find_last_not_of(' ') + 1; // npos + 1 = 0
}

Happening read(std::string_view text, bool place_needed) {
    Happening out;
    text = undecorated(text);
    if (text.size() > 160) return out;
    const std::string words = lower(text);
    // A line that has no sign of its own must say what it is word for word.
    const bool free = !place_needed;
    const auto has = [&](std::string_view part) { return words.find(part) != std::string::npos; };
    out.is_chat = has("chat");
    if (free && (among(words, hold_words) || (words.starts_with("hold ") && words.size() > 5 && is_digit(words[5]))))
        out.event = Event::hold;
    else if (free && among(words, unhold_words))
        out.event = Event::unhold;
    else if (among(words, end_words))
        out.event = Event::end;
    else if (words.starts_with("chat transferred") || words.starts_with("call transferred") || has("successfully transferred") ||
             words.starts_with("transferred to ") || (free && (words == "transfer" || has("transferred") || has("transferring"))))
        out.event = Event::transfer;
    if (out.event != Event::none) return out;
    struct {
        std::string_view verb;
        Event event;
    } const verbs[] = {{"joined", Event::join},        {"entered", Event::join}, {"left", Event::leave}, {"exited", Event::leave},
                       {"disconnected", Event::leave}, {"ended", Event::end},    {"closed", Event::end}};
    for (const auto& row : verbs) {
        bool in_chat = false;
        const std::size_t who = who_did(words, row.verb, place_needed, in_chat);
        if (who == std::string_view::npos || who == 0 || std::ranges::count(words.substr(0, who), ' ') > 4) continue;
        return {row.event, text.substr(0, who), in_chat};
    }
    return {};
}

bool is_enclosed(std::string_view line) {
    return (line.starts_with("[") && line.ends_with("]")) || (line.starts_with("(") && line.ends_with(")")) ||
           (line.starts_with("**") && line.ends_with("**")) || (line.starts_with("--") && line.ends_with("--")) ||
           (line.starts_with("==") && line.ends_with("=="));
}

} // namespace

Happening happening_of(std::string_view text) { return read(text, false); }

bool is_happening(std::string_view line, bool beside_time, Happening& out) {
    line = trim(line);
    if (line.empty() || line.size() > 200) return false;
    const bool enclosed = is_enclosed(line);
    // Without brackets, stars or a time it may be a message's own words: only what systems say word for word counts.
    out = read(line, !enclosed && !beside_time);
    if (out.event != Event::none) return true;
    const std::string words = lower(undecorated(line));
    const bool started = words.starts_with("chat started") || words.starts_with("you are now connected") ||
                         words.starts_with("you are now chatting");
    out.is_chat = words.starts_with("chat started") || words.starts_with("you are now chatting");
    if (beside_time || started) return true;
    if (!enclosed) return false;
    return line.starts_with("**") || line.starts_with("--") || line.starts_with("==") ? !words.empty() : among(words, remarks);
}

} // namespace motaudit
