#include "report/canonical.hpp"

#include "report/json_members.hpp"
#include "report/reporter.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace motaudit {
namespace {

using json::text_if_any;

struct TextKey {
    std::string_view name;
    std::string_view Conversation::*field;
};
constexpr TextKey text_keys[] = {
    {"agent", &Conversation::agent},       {"agent_id", &Conversation::agent_id},
    {"customer", &Conversation::customer}, {"language", &Conversation::language},
    {"brand", &Conversation::brand},       {"account", &Conversation::account},
    {"team", &Conversation::team},         {"site", &Conversation::site},
    {"topic", &Conversation::topic},       {"started_at", &Conversation::started_at},
    {"subject", &Conversation::subject},
};

struct KnownKey {
    std::string_view name;
    std::string_view Known::*field;
};
constexpr KnownKey known_keys[] = {
    {"phone", &Known::phone},           {"email", &Known::email},
    {"model", &Known::model},           {"imei", &Known::imei},
    {"order", &Known::order},           {"location", &Known::location},
    {"account", &Known::account},       {"purchase_date", &Known::purchase_date},
    {"os_version", &Known::os_version},
};

// As few digits as give the same number again.
void add_seconds(std::string_view key, const std::optional<double>& seconds, std::string& out) {
    if (!seconds || !std::isfinite(*seconds)) return;
    append_json_key(key, out);
    out += fmt::format("{}", *seconds == 0 ? 0.0 : *seconds); // no -0
}

void add_turn(const Turn& turn, std::string& out) {
    out += '{';
    text_if_any("speaker", name_of(turn.speaker), out);
    text_if_any("name", turn.name, out);
    if (!turn.text.empty() || turn.event == Event::none) {
        append_json_key("text", out);
        append_json_string(turn.text, out);
    }
    add_seconds("start", turn.start, out);
    add_seconds("end", turn.end, out);
    text_if_any("event", name_of(turn.event), out);
    if (turn.is_private) {
        append_json_key("private", out);
        out += "true";
    }
    out += '}';
}

void add_known(const Known& known, std::string& out) {
    if (std::ranges::all_of(known_keys, [&](const KnownKey& key) { return (known.*key.field).empty(); })) return;
    append_json_key("known", out);
    out += '{';
    for (const auto& key : known_keys) text_if_any(key.name, known.*key.field, out);
    out += '}';
}

bool is_own_key(std::string_view key) {
    constexpr std::string_view others[] = {"id", "channel", "turns", "reply", "for", "ended_by", "known"};
    return std::ranges::find(others, key) != std::end(others) ||
           std::ranges::find(text_keys, key, &TextKey::name) != std::end(text_keys);
}

// Size of the JSON string at the front, quotes included.
std::size_t string_size(std::string_view json) {
    std::size_t at = 1;
    while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
    return std::min(at + 1, json.size());
}

// Keys nobody knows pass through. One of a transcript's header may have a name that means something here ("reply: none"): it gets
// a line behind it, so that it still means nothing.
void add_meta(std::string_view meta, std::string& out) {
    while (!meta.empty()) {
        const auto key = meta.substr(0, string_size(meta));
        std::size_t end = key.size();
        for (std::size_t depth = 0; end < meta.size() && (depth > 0 || meta[end] != ',');) {
            const char c = meta[end];
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') depth -= depth > 0 ? 1 : 0;
            end += c == '"' ? string_size(meta.substr(end)) : 1;
        }
        const auto name = key.substr(1, key.size() - 2);
        out += ',';
        append_json_text(is_own_key(name) ? fmt::format("\"{}_\"", name) : std::string(key), out);
        append_json_text(meta.substr(key.size(), end - key.size()), out);
        meta.remove_prefix(std::min(end + 1, meta.size()));
    }
}

} // namespace

void append_canonical(const Conversation& talk, std::string& out) {
    std::string line = "{";
    append_json_key("id", line);
    append_json_string(talk.id, line);
    text_if_any("channel", name_of(talk.channel), line);
    if (talk.template_for) text_if_any("for", name_of(*talk.template_for), line);
    for (const auto& key : text_keys) text_if_any(key.name, talk.*key.field, line);
    text_if_any("reply", name_of(talk.reply), line);
    text_if_any("ended_by", name_of(talk.ended_by), line);
    add_known(talk.known, line);
    append_json_key("turns", line);
    line += '[';
    for (std::size_t i = 0; i < talk.turns.size(); ++i) {
        if (i > 0) line += ',';
        add_turn(talk.turns[i], line);
    }
    line += ']';
    add_meta(talk.meta, line);
    out += line;
    out += '}';
}

namespace reporters {
const Reporter canonical = {.name = "canonical",
                            .summary = "conversations in motaudit's own form, one a line",
                            .talk = [](const Conversation& talk, std::string& out) {
                                append_canonical(talk, out);
                                out += '\n';
                            }};
} // namespace reporters

} // namespace motaudit
