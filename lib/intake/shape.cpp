#include "intake/shape.hpp"

#include "base/nearest.hpp"
#include "intake/json_text.hpp"
#include <array>
#include <fmt/core.h>
#include <span>

namespace motaudit {
namespace {

using Element = simdjson::dom::element;
using Type = simdjson::dom::element_type;

// The keys that hold plain text, and where it goes.
struct TextKey {
    std::string_view name;
    std::string_view Conversation::*field;
};
constexpr TextKey text_keys[] = {
    {"id", &Conversation::id},
    {"agent", &Conversation::agent},
    {"agent_id", &Conversation::agent_id},
    {"customer", &Conversation::customer},
    {"language", &Conversation::language},
    {"brand", &Conversation::brand},
    {"account", &Conversation::account},
    {"team", &Conversation::team},
    {"site", &Conversation::site},
    {"topic", &Conversation::topic},
    {"started_at", &Conversation::started_at},
    {"subject", &Conversation::subject},
};

struct KnownKey {
    std::string_view name;
    std::string_view Known::*field;
};
constexpr KnownKey known_keys[] = {
    {"phone", &Known::phone},
    {"email", &Known::email},
    {"model", &Known::model},
    {"imei", &Known::imei},
    {"order", &Known::order},
    {"location", &Known::location},
    {"purchase_date", &Known::purchase_date},
    {"os_version", &Known::os_version},
    {"account", &Known::account},
};

constexpr std::string_view type_name(Type type) {
    switch (type) {
    case Type::ARRAY:
        return "an array";
    case Type::OBJECT:
        return "an object";
    case Type::STRING:
        return "a string";
    case Type::BOOL:
        return "true or false";
    case Type::NULL_VALUE:
        return "null";
    default:
        return "a number";
    }
}

// Reads one conversation; every function says in `fault` why it returned false.
class Shaper {
public:
    Shaper(std::string_view where, const ReadOptions& options, Arena& arena, Conversation& talk)
        : where_(where), options_(options), arena_(arena), talk_(talk) {}

    bool conversation(const Element& value) {
        simdjson::dom::object object;
        if (value.get(object) != simdjson::SUCCESS)
            return say_of_it(fmt::format("expected a conversation, an object, not {}", type_name(value.type())));
        std::uint32_t seen = 0;
        for (const auto field : object) {
            if (!top(field.key, field.value, seen)) return false;
        }
        if (!meta_.empty()) talk_.meta = arena_.keep(meta_);
        return complete(seen);
    }

    std::string fault = {};

private:
    enum : std::uint32_t {
        seen_channel = 1u << 20,
        seen_turns = 1u << 21,
        seen_reply = 1u << 22,
        seen_for = 1u << 23,
        seen_known = 1u << 24,
        seen_ended_by = 1u << 25
    };

    bool say(std::string message) {
        fault = std::move(message);
        return false;
    }

    // Of the conversation as a whole.
    bool say_of_it(std::string_view message) {
        return say(where_.empty() ? std::string(message) : fmt::format("{}: {}", where_, message));
    }

    // The name of what is being read: "turns[3].speaker".
    std::string name_of_key(std::string_view key) const {
        std::string name(where_);
        if (!where_.empty()) name += '.';
        if (in_turn_) name += fmt::format("turns[{}].", turn_);
        if (in_known_) name += "known.";
        return name.append(key);
    }

    std::string turn_name() const { return name_of_key(fmt::format("turns[{}]", turn_)); }

    bool once(std::string_view key, std::uint32_t bit, std::uint32_t& seen) {
        if ((seen & bit) != 0) return say(fmt::format("'{}' is there twice", name_of_key(key)));
        seen |= bit;
        return true;
    }

    bool wrong_type(std::string_view key, const Element& value, std::string_view expected) {
        return say(fmt::format("'{}' must be {}, not {}", name_of_key(key), expected, type_name(value.type())));
    }

    bool text(std::string_view key, const Element& value, std::string_view& out) {
        return value.get(out) == simdjson::SUCCESS || wrong_type(key, value, "a string");
    }

    bool number(std::string_view key, const Element& value, std::optional<double>& out) {
        double seconds = 0;
        if (value.get(seconds) != simdjson::SUCCESS) return wrong_type(key, value, "a number of seconds");
        out = seconds;
        return true;
    }

    bool unknown_word(std::string_view key, std::string_view word, std::span<const std::string_view> choices) {
        std::string list;
        for (const auto choice : choices) {
            if (!choice.empty()) list += (list.empty() ? "" : ", ") + std::string(choice);
        }
        const auto near = word.size() < 40 ? nearest(word, choices) : std::string_view{};
        return say(fmt::format("'{}' is '{}' ({})", name_of_key(key), shown(word),
                               near.empty() ? "one of " + list : std::string(near) + "?"));
    }

    // One of a few words, by its place in the table of names.
    template <class Enum, std::size_t n>
    bool word(std::string_view key, const Element& value, const std::array<std::string_view, n>& names, Enum& out) {
        std::string_view given;
        if (!text(key, value, given)) return false;
        for (std::size_t i = 0; i < n; ++i) {
            if (!names[i].empty() && names[i] == given) {
                out = static_cast<Enum>(i);
                return true;
            }
        }
        return unknown_word(key, given, names);
    }

    bool top(std::string_view key, const Element& value, std::uint32_t& seen) {
        for (std::size_t i = 0; i < std::size(text_keys); ++i) {
            if (key != text_keys[i].name) continue;
            if (!once(key, 1u << i, seen)) return false;
            if (i != 0 && value.is_null()) return true;
            return text(key, value, talk_.*text_keys[i].field);
        }
        if (key == "turns") return once(key, seen_turns, seen) && turns(value);
        if (key == "channel") return once(key, seen_channel, seen) && word(key, value, channel_names, talk_.channel);
        if (key == "known") return once(key, seen_known, seen) && (value.is_null() || known(value));
        if (key == "reply") return once(key, seen_reply, seen) && (value.is_null() || word(key, value, reply_names, talk_.reply));
        if (key == "ended_by")
            return once(key, seen_ended_by, seen) && (value.is_null() || word(key, value, ended_by_names, talk_.ended_by));
        if (key == "for") return once(key, seen_for, seen) && (value.is_null() || template_for(key, value));
        keep_unknown(key, value);
        return true;
    }

    void keep_unknown(std::string_view key, const Element& value) {
        if (!meta_.empty()) meta_ += ',';
        append_quoted(meta_, key);
        meta_ += ':';
        std::string_view plain;
        if (value.get(plain) == simdjson::SUCCESS)
            append_quoted(meta_, plain);
        else
            meta_ += simdjson::minify(value);
    }

    bool template_for(std::string_view key, const Element& value) {
        static constexpr std::array<std::string_view, 3> choices = {"email", "chat", "social"};
        static constexpr std::array<Channel, 3> channels = {Channel::email, Channel::chat, Channel::social};
        std::size_t choice = 0;
        if (!word(key, value, choices, choice)) return false;
        talk_.template_for = channels[choice];
        return true;
    }

    bool turns(const Element& value) {
        simdjson::dom::array array;
        if (value.get(array) != simdjson::SUCCESS) return wrong_type("turns", value, "an array of turns");
        turn_ = 0;
        for (const Element one : array) {
            if (!turn(one)) return false;
            ++turn_;
        }
        return true;
    }

    bool turn(const Element& value) {
        simdjson::dom::object object;
        if (value.get(object) != simdjson::SUCCESS) return wrong_type(turn_name(), value, "an object with 'speaker' and 'text'");
        Turn& to = talk_.turns.emplace_back();
        in_turn_ = true;
        std::uint32_t seen = 0;
        for (const auto field : object) {
            if (!turn_key(field.key, field.value, to, seen)) return false;
        }
        in_turn_ = false;
        if ((seen & 1u) == 0) return say(fmt::format("'{}' has no 'speaker'", turn_name()));
        if ((seen & 2u) == 0 && to.event == Event::none) return say(fmt::format("'{}' has no 'text'", turn_name()));
        return true;
    }

    bool turn_key(std::string_view key, const Element& value, Turn& to, std::uint32_t& seen) {
        if (key == "speaker") return once(key, 1, seen) && speaker(key, value, to.speaker);
        if (key == "text") return once(key, 2, seen) && text(key, value, to.text);
        if (key == "start") return once(key, 4, seen) && (value.is_null() || number(key, value, to.start));
        if (key == "end") return once(key, 8, seen) && (value.is_null() || number(key, value, to.end));
        if (key == "name") return once(key, 16, seen) && (value.is_null() || text(key, value, to.name));
        if (key == "event") return once(key, 32, seen) && (value.is_null() || word(key, value, event_names, to.event));
        if (key != "private") return true;
        if (!once(key, 64, seen)) return false;
        return value.is_null() || value.get(to.is_private) == simdjson::SUCCESS || wrong_type(key, value, "true or false");
    }

    // The user's map also serves labels that are none of the contract's.
    bool speaker(std::string_view key, const Element& value, Speaker& out) {
        std::string_view given;
        if (!options_.speaker_map.empty() && value.get(given) == simdjson::SUCCESS && given.size() < 100) {
            const auto mapped = options_.speaker_map.find(std::string(given));
            if (mapped != options_.speaker_map.end()) {
                out = mapped->second;
                return true;
            }
        }
        return word(key, value, speaker_names, out);
    }

    bool known(const Element& value) {
        simdjson::dom::object object;
        if (value.get(object) != simdjson::SUCCESS) return wrong_type("known", value, "an object");
        in_known_ = true;
        std::uint32_t seen = 0;
        for (const auto field : object) {
            for (std::size_t i = 0; i < std::size(known_keys); ++i) {
                if (field.key != known_keys[i].name) continue;
                if (!once(field.key, 1u << i, seen)) return false;
                if (!field.value.is_null() && !text(field.key, field.value, talk_.known.*known_keys[i].field)) return false;
            }
        }
        in_known_ = false;
        return true;
    }

    bool complete(std::uint32_t seen) {
        const bool has_id = (seen & 1u) != 0, has_turns = (seen & seen_turns) != 0;
        if (!has_id && !has_turns) return say_of_it("not a conversation: no 'id' and no 'turns'");
        if (!has_id) return say_of_it("no 'id'");
        if (talk_.id.empty()) return say(fmt::format("'{}' is empty", name_of_key("id")));
        if (!has_turns) return say_of_it("no 'turns'");
        if ((seen & seen_channel) != 0) return true;
        if (!options_.channel) return say_of_it("no 'channel'; add it, or --channel for all that have none");
        talk_.channel = *options_.channel;
        return true;
    }

    std::string_view where_;
    const ReadOptions& options_;
    Arena& arena_;
    Conversation& talk_;
    std::string meta_ = {};
    std::size_t turn_ = 0;
    bool in_turn_ = false, in_known_ = false;
};

} // namespace

std::string shown(std::string_view text) {
    constexpr std::size_t most = 40;
    std::string out;
    for (const char c : text.substr(0, most)) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    if (text.size() <= most) return out;
    while (!out.empty() && (static_cast<unsigned char>(text[out.size()]) & 0xC0) == 0x80) out.pop_back(); // not inside a character
    return out + "…";
}

std::optional<std::string> shape(const Element& value, std::string_view where, const ReadOptions& options, Arena& arena,
                                 Conversation& talk) {
    Shaper shaper(where, options, arena, talk);
    if (shaper.conversation(value)) return std::nullopt;
    return std::move(shaper.fault);
}

} // namespace motaudit
