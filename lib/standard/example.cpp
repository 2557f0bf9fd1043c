#include "standard/example.hpp"

#include "base/faults.hpp"
#include "base/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

// Header lines, then turns. A turn goes on until a line that begins the next one, so that its text is one piece of the whole.

namespace motaudit {
namespace {

struct TextKey {
    std::string_view name = {};
    std::string_view Conversation::*to = nullptr;
};
constexpr TextKey text_keys[] = {
    {"account", &Conversation::account},   {"agent", &Conversation::agent},       {"agent_id", &Conversation::agent_id},
    {"brand", &Conversation::brand},       {"customer", &Conversation::customer}, {"id", &Conversation::id},
    {"language", &Conversation::language}, {"site", &Conversation::site},         {"started_at", &Conversation::started_at},
    {"subject", &Conversation::subject},   {"team", &Conversation::team},         {"topic", &Conversation::topic}};
struct KnownKey {
    std::string_view name = {};
    std::string_view Known::*to = nullptr;
};
constexpr KnownKey known_keys[] = {{"known.phone", &Known::phone},          {"known.email", &Known::email},
                                   {"known.model", &Known::model},          {"known.imei", &Known::imei},
                                   {"known.order", &Known::order},          {"known.location", &Known::location},
                                   {"known.account", &Known::account},      {"known.purchase_date", &Known::purchase_date},
                                   {"known.os_version", &Known::os_version}};

const std::vector<std::string_view>& header_keys() {
    static const auto keys = [] {
        std::vector<std::string_view> out = {"channel", "for", "reply", "ended_by"};
        for (const auto& key : text_keys) out.push_back(key.name);
        for (const auto& key : known_keys) out.push_back(key.name);
        return out;
    }();
    return keys;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

// Whether the name is one of the choices; its place among them goes to `to`.
template <class Choice, std::size_t size>
bool choose(std::string_view name, const std::array<std::string_view, size>& names, Choice& to) {
    const auto at = name.empty() ? names.end() : std::ranges::find(names, name);
    if (at != names.end()) to = static_cast<Choice>(at - names.begin());
    return at != names.end();
}

// Sets what a header line says; the text of the error, or nothing.
std::string set_header(Conversation& talk, std::string_view key, std::string_view value) {
    if (value.empty()) return fmt::format("'{}' is empty", key);
    const auto channel_into = [&](auto& to) {
        const auto channel = channel_named(value);
        if (channel) to = *channel;
        return channel ? std::string{} : unknown("channel", value, channel_names);
    };
    if (key == "channel") return channel_into(talk.channel);
    if (key == "for") return channel_into(talk.template_for);
    if (key == "reply") return choose(value, reply_names, talk.reply) ? "" : unknown("reply", value, reply_names);
    if (key == "ended_by") return choose(value, ended_by_names, talk.ended_by) ? "" : unknown("end", value, ended_by_names);
    for (const auto& one : text_keys)
        if (one.name == key) talk.*one.to = value;
    for (const auto& one : known_keys)
        if (one.name == key) talk.known.*one.to = value;
    return {};
}

// "key: value" where the key is one lower-case word, dots and underscores allowed.
bool split_header(std::string_view line, std::string_view& key, std::string_view& value) {
    const auto end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.");
    if (end == 0 || end == std::string_view::npos || line[end] != ':') return false;
    key = line.substr(0, end);
    value = trimmed(line.substr(end + 1));
    return true;
}

bool read_seconds(std::string_view text, std::optional<double>& to) {
    double seconds = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (failed != std::errc{} || end != text.data() + text.size() || seconds < 0) return false;
    to = seconds;
    return true;
}

enum class Begins { no, yes, wrong };

// Whether a line begins a turn: "[12.0-15.0] C<@handle>(private): text". Then `turn` is set and `size` is the length of what
// comes before the text. `why` says what is wrong.
Begins begins_turn(std::string_view line, Turn& turn, std::size_t& size, std::string& why) {
    auto rest = line;
    if (rest.starts_with('[')) {
        const auto close = rest.find(']');
        if (close == std::string_view::npos) return Begins::no;
        const auto times = rest.substr(1, close - 1);
        const auto dash = times.find('-');
        if (!read_seconds(times.substr(0, dash), turn.start)) return Begins::no;
        if (dash != std::string_view::npos && (!read_seconds(times.substr(dash + 1), turn.end) || *turn.end < *turn.start)) {
            why = fmt::format("'[{}]' is no time; as in [12.0] or [12.0-15.5]", times);
            return Begins::wrong;
        }
        rest.remove_prefix(close + 1);
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    }
    constexpr std::string_view letters = "ACSB";
    constexpr Speaker speakers[] = {Speaker::agent, Speaker::customer, Speaker::system, Speaker::bot};
    const auto speaker = rest.empty() ? std::string_view::npos : letters.find(rest.front());
    if (speaker == std::string_view::npos) {
        if (!turn.start) return Begins::no;
        why = "no speaker after the time: A, C, S or B";
        return Begins::wrong;
    }
    turn.speaker = speakers[speaker];
    rest.remove_prefix(1);
    if (rest.starts_with('<')) {
        const auto close = rest.find('>');
        if (close == std::string_view::npos) return Begins::no;
        turn.name = rest.substr(1, close - 1);
        rest.remove_prefix(close + 1);
    }
    if (rest.starts_with('(')) {
        const auto close = rest.find("):");
        if (close == std::string_view::npos) return Begins::no;
        const auto word = rest.substr(1, close - 1);
        turn.is_private = word == "private";
        if (!turn.is_private && !choose(word, event_names, turn.event)) {
            std::vector<std::string_view> right(event_names.begin() + 1, event_names.end());
            right.push_back("private");
            why = unknown("event", word, right);
            return Begins::wrong;
        }
        rest.remove_prefix(close + 1);
    }
    if (!rest.starts_with(':')) return Begins::no;
    rest.remove_prefix(1);
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    size = line.size() - rest.size();
    return Begins::yes;
}

bool is_prose(Channel channel) { return channel == Channel::email || channel == Channel::template_ || channel == Channel::case_; }

} // namespace

Result<Conversation> read_example(std::string_view text, Channel channel, Arena& arena) {
    text = arena.keep(text);
    Conversation talk;
    talk.channel = channel;
    std::size_t number = 0, at = 0;
    bool in_header = true;
    std::size_t turn_begin = 0; // where the text of the last turn begins
    const auto finish = [&](std::size_t end) {
        if (talk.turns.empty()) return;
        auto said = text.substr(turn_begin, end - turn_begin);
        while (said.ends_with('\n') || said.ends_with('\r')) said.remove_suffix(1);
        talk.turns.back().text = said;
    };
    const auto wrong = [&](std::string message) { return Error{{}, number, 0, std::move(message)}; };

    while (at < text.size()) {
        ++number;
        const auto line_begin = at;
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        at = std::min(end + 1, text.size());

        Turn turn;
        std::size_t prefix = 0;
        std::string why;
        const auto begins = begins_turn(line, turn, prefix, why);
        if (begins == Begins::wrong) return wrong(std::move(why));
        if (begins == Begins::yes) {
            finish(line_begin);
            talk.turns.push_back(turn);
            turn_begin = line_begin + prefix;
            in_header = false;
            continue;
        }
        std::string_view key, value;
        if (in_header && split_header(line, key, value)) {
            const auto& keys = header_keys();
            const bool is_known = std::ranges::find(keys, key) != keys.end();
            // A letter may begin with "note: …"; only what is nearly a key is taken for one.
            if (is_known || !is_prose(talk.channel) || !nearest(key, keys).empty()) {
                auto problem = is_known ? set_header(talk, key, value) : unknown("key", key, keys);
                if (!problem.empty()) return wrong(std::move(problem));
                continue;
            }
        }
        if (talk.turns.empty()) {
            if (is_blank(line)) {
                in_header = in_header && number == 1; // a blank line ends the header
                continue;
            }
            if (!is_prose(talk.channel)) return wrong("no speaker; a turn begins with A:, C:, S: or B:");
            talk.turns.push_back({.speaker = Speaker::agent});
            turn_begin = line_begin;
        }
        in_header = false;
    }
    finish(text.size());
    if (talk.turns.empty()) return wrong("nobody says anything");
    return talk;
}

Result<Conversation> read_example(const Parameter& parameter, const Example& example, Arena& arena) {
    auto talk = read_example(example.text, parameter.channels.empty() ? Channel::chat : parameter.channels.front(), arena);
    if (talk) return talk;
    return Error{example.path, example.line, 0, talk.error().message};
}

} // namespace motaudit
