#include "intake/transcript_header.hpp"

#include "base/nearest.hpp"
#include "intake/ascii.hpp"
#include "intake/json_text.hpp"
#include "intake/labels.hpp"
#include "intake/stamp.hpp"
#include "intake/transcript_layout.hpp"
#include <fmt/core.h>
#include <vector>

namespace motaudit {
namespace {

using namespace ascii;

struct TextKey {
    std::string_view name;
    std::string_view Conversation::*field;
};
constexpr TextKey text_keys[] = {
    {"id", &Conversation::id},
    {"conversation id", &Conversation::id},
    {"chat id", &Conversation::id},
    {"call id", &Conversation::id},
    {"language", &Conversation::language},
    {"brand", &Conversation::brand},
    {"account", &Conversation::account},
    {"queue", &Conversation::account},
    {"team", &Conversation::team},
    {"site", &Conversation::site},
    {"topic", &Conversation::topic},
    {"subject", &Conversation::subject},
    {"agent id", &Conversation::agent_id},
    {"agent name", &Conversation::agent},
    {"customer name", &Conversation::customer},
};
struct KnownKey {
    std::string_view name;
    std::string_view Known::*field;
};
constexpr KnownKey known_keys[] = {
    {"phone", &Known::phone},
    {"email", &Known::email},
    {"e-mail", &Known::email},
    {"model", &Known::model},
    {"imei", &Known::imei},
    {"order", &Known::order},
    {"location", &Known::location},
    {"purchase date", &Known::purchase_date},
    {"os version", &Known::os_version},
};

// sure: neither a speaker nor a line of a message is called so; on_file: the latter may be.
enum class Key : std::uint8_t { role, sure, on_file, other };

struct Entry {
    std::string_view key = {}, value = {};
    Key kind = Key::other;
    std::uint32_t line = 0;
    std::size_t end = 0; // offset of the next line
};

Key kind_of(std::string_view key) {
    const std::string name = lower(key);
    if (name == "agent" || name == "customer") return Key::role;
    for (const auto word : {"channel", "date", "started", "started at", "start time", "ended by"}) {
        if (name == word) return Key::sure;
    }
    if (std::ranges::find(text_keys, name, &TextKey::name) != std::end(text_keys)) return Key::sure;
    return std::ranges::find(known_keys, name, &KnownKey::name) != std::end(known_keys) ? Key::on_file : Key::other;
}

bool is_rule(std::string_view line) { return line.size() >= 3 && line.find_first_not_of("-=_*#~ ") == std::string_view::npos; }

// "Jamie", "Maria Lopez", "Dr. M. O'Neil": not "Hi there".
bool is_name(std::string_view value) {
    if (value.empty() || value.size() > 60 || std::string_view(".!?,").find(value.back()) != std::string_view::npos) return false;
    if (std::ranges::count(value, ' ') > 3 || ascii::is_digit(value[0])) return false;
    const std::string first = lower(value.substr(0, value.find(' ')));
    for (const auto word : {"hi",      "hello",  "hey", "good",    "thank", "thanks", "yes",   "no",   "ok",   "okay", "sure",
                            "welcome", "please", "bye", "goodbye", "sorry", "great",  "right", "hold", "well", "um"}) {
        if (first == word) return false;
    }
    for (std::size_t at = 0; at != std::string_view::npos && at < value.size();
         at = value.find(' ', at) == std::string_view::npos ? value.size() : value.find(' ', at) + 1) {
        constexpr std::size_t longest_particle = 4; // "Pieter van Wyk"
        const auto word = value.substr(at, value.find(' ', at) - at);
        const bool particle = at > 0 && at + word.size() < value.size() && word.size() <= longest_particle;
        const bool begins_name =
            is_upper(value[at]) || value[at] == '@' || value[at] == '(' || static_cast<unsigned char>(value[at]) >= 0x80;
        if (!begins_name && !particle) return false;
    }
    return true;
}

// The run of "Key: value" lines at the front, and how it ends.
struct Run {
    std::vector<Entry> entries = {};
    bool blank_after = false, rule_after = false;
    std::size_t end = 0; // offset after the blank line or rule
    std::uint32_t lines = 0;
};

Run read_run(std::string_view text) {
    constexpr std::size_t most = 64;
    Run run;
    std::string_view rest = text;
    std::uint32_t number = 0;
    while (!rest.empty() && run.entries.size() < most) {
        const auto line = trim(take_line(rest));
        ++number;
        run.end = text.size() - rest.size();
        run.lines = number;
        const bool rule = is_rule(line);
        if (line.empty() || rule) {
            if (run.entries.empty()) continue;
            run.blank_after = !rule;
            run.rule_after = rule;
            break;
        }
        const auto colon = line.substr(0, 60).find(':');
        const auto key = trim(line.substr(0, colon));
        if (colon == std::string_view::npos || !is_label(key, false)) break;
        run.entries.push_back({key, trim(line.substr(colon + 1)), kind_of(key), number, run.end});
    }
    return run;
}

// How many of the run's entries are the header: what cannot be a turn, and what stands before it.
std::size_t header_entries(const Run& run) {
    const auto& entries = run.entries;
    const auto kind = [&](Key k) { return std::ranges::count(entries, k, &Entry::kind); };
    const bool names = std::ranges::all_of(entries, [](const Entry& e) { return e.kind != Key::role || is_name(e.value); });
    if (run.rule_after && names && kind(Key::sure) + kind(Key::role) > 0) return entries.size();
    // From the top down to the last key that is sure, over names and what is on file.
    std::size_t sure = 0;
    bool role = false;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        if (entry.kind == Key::other || (entry.kind == Key::role && !is_name(entry.value))) break;
        role = role || entry.kind == Key::role;
        if (entry.kind == Key::sure || (entry.kind == Key::on_file && sure != 0 && !role)) sure = i + 1;
    }
    const bool whole = run.blank_after && names && kind(Key::other) == 0;
    const bool both_named = entries.size() == 2 && kind(Key::role) == 2 && lower(entries[0].key) != lower(entries[1].key);
    if (whole && (sure != 0 || both_named)) return entries.size();
    return sure;
}

// One of the words a key allows, by its place in their table.
template <std::size_t n>
std::optional<std::size_t> choice(const Entry& entry, const std::array<std::string_view, n>& names, HeaderFault& fault) {
    const std::string value = lower(entry.value);
    const auto found = std::ranges::find(names, value);
    if (found != names.end() && !value.empty()) return static_cast<std::size_t>(found - names.begin());
    const auto near = value.size() < 40 ? nearest(value, names) : std::string_view{};
    std::string list;
    for (const auto name : names) list += (list.empty() ? "" : ", ") + std::string(name);
    fault = {entry.line, fmt::format("'{}' is '{}' ({})", entry.key, entry.value.substr(0, 60),
                                     near.empty() ? "one of " + list : std::string(near) + "?")};
    return std::nullopt;
}

bool apply(const Entry& entry, Arena& arena, Conversation& talk, Header& header, std::string& meta, HeaderFault& fault) {
    const std::string key = lower(entry.key);
    if (key == "channel") {
        const auto channel = choice(entry, channel_names, fault);
        if (channel) header.channel = static_cast<Channel>(*channel);
        return channel.has_value();
    }
    if (key == "ended by") {
        const auto who = choice(entry, ended_by_names, fault);
        if (who) talk.ended_by = static_cast<EndedBy>(*who);
        return who.has_value();
    }
    if (key == "agent" || key == "customer") {
        (key == "agent" ? talk.agent : talk.customer) = entry.value;
        return true;
    }
    if (key == "date" || key.starts_with("start")) {
        // As ISO 8601 where its order is certain; "16 Nov 2026" is left as it is.
        Stamp stamp;
        const bool whole = read_stamp(entry.value, stamp) == entry.value.size() && stamp.year_first;
        talk.started_at =
            whole && entry.value.find('T') == std::string_view::npos ? arena.keep(iso_of(stamp, DateOrder::unknown)) : entry.value;
        return true;
    }
    if (const auto row = std::ranges::find(text_keys, key, &TextKey::name); row != std::end(text_keys)) {
        talk.*row->field = entry.value;
    } else if (const auto known = std::ranges::find(known_keys, key, &KnownKey::name); known != std::end(known_keys)) {
        talk.known.*known->field = entry.value;
    } else {
        if (!meta.empty()) meta += ',';
        append_quoted(meta, entry.key);
        meta += ':';
        append_quoted(meta, entry.value);
    }
    return true;
}

} // namespace

std::optional<HeaderFault> read_header(std::string_view text, Arena& arena, Conversation& talk, Header& header) {
    const Run run = read_run(text);
    const std::size_t count = header_entries(run);
    if (count == 0) return std::nullopt;
    std::string meta;
    HeaderFault fault;
    for (std::size_t i = 0; i < count; ++i) {
        if (!apply(run.entries[i], arena, talk, header, meta, fault)) return fault;
    }
    talk.meta = arena.keep(meta);
    const bool whole = count == run.entries.size() && (run.blank_after || run.rule_after);
    header.size = whole ? run.end : run.entries[count - 1].end;
    header.lines = whole ? run.lines : run.entries[count - 1].line;
    return std::nullopt;
}

} // namespace motaudit
