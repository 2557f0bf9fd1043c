#include "intake/exports/chat_body.hpp"

#include "intake/ascii.hpp"
#include "intake/entities.hpp"
#include "intake/labels.hpp"
#include "intake/readers.hpp"
#include "intake/stamp.hpp"
#include "text/charset.hpp"
#include <algorithm>
#include <fmt/core.h>
#include <set>

namespace motaudit::exports {
namespace {

using namespace ascii;

// Line breaks and paragraphs become line ends, entities what they stand for; other tags stay: what is said is escaped.
std::string lines_of(std::string_view body) {
    std::string once;
    if (body.find("&lt;p") != std::string_view::npos) body = once = with_entities_decoded(body);
    std::string out;
    for (std::size_t at = 0; at < body.size();) {
        const char c = body[at];
        if (c == '<') {
            const auto end = body.substr(at, 80).find('>');
            const auto tag = end == std::string_view::npos ? std::string{} : lower(body.substr(at + 1, end - 1));
            if (tag == "p" || tag == "/p" || tag.starts_with("p ") || tag == "br" || tag == "br/" || tag == "br /") {
                out += '\n';
                at += end + 1;
                continue;
            }
        }
        const auto size = c == '&' ? read_entity(body.substr(at, 14), out) : 0;
        if (size == 0) out += c;
        at += size == 0 ? 1 : size;
    }
    return out;
}

// "Monday, March 03, 2025, 10:00:00 (+0800)" as "2025-03-03T10:00:00+0800"; empty where it is written otherwise.
std::string moment_of(std::string_view text) {
    constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                           "july",    "august",   "september", "october", "november", "december"};
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) return {};
    text = trim(text.substr(comma + 1));
    const auto space = std::min(text.find(' '), text.size());
    const auto month = std::ranges::find(months, lower(text.substr(0, space)));
    if (month == std::end(months)) return {};
    text = trim(text.substr(space));
    // "03, 2025, 10:00:00 (+0800)"
    const auto day_end = text.find(','), year_end = day_end == std::string_view::npos ? day_end : text.find(',', day_end + 1);
    if (year_end == std::string_view::npos) return {};
    const auto day = trim(text.substr(0, day_end)), year = trim(text.substr(day_end + 1, year_end - day_end - 1));
    auto clock = trim(text.substr(year_end + 1));
    const auto open = clock.find('(');
    auto zone = open == std::string_view::npos ? std::string_view{} : trim(clock.substr(open + 1));
    zone = zone.substr(0, zone.find(')'));
    clock = trim(clock.substr(0, open));
    const auto moment =
        fmt::format("{}-{:02}-{}{}T{}{}", year, month - std::begin(months) + 1, day.size() == 1 ? "0" : "", day, clock, zone);
    return instant_of(moment) ? moment : std::string{};
}

// The offset at the front of "( 1m 13s ) Name: text", which is taken off; nothing where none is there.
std::optional<double> take_offset(std::string_view& line) {
    if (!line.starts_with('(')) return {};
    const auto close = line.substr(0, 40).find(')');
    if (close == std::string_view::npos) return {};
    const auto inside = trim(line.substr(1, close - 1));
    Stamp stamp;
    if (read_stamp(inside, stamp) != inside.size() || !stamp.units) return {};
    line = trim(line.substr(close + 1));
    return stamp.time[0] * 3600.0 + stamp.time[1] * 60.0 + stamp.time[2];
}

struct Line {
    std::string_view label = {}, text = {};
    std::optional<double> start = {};
    bool is_telling = false; // nobody says it
};

class ChatBody {
public:
    ChatBody(std::string_view text, Draft& draft) : draft_(draft) {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            take(trim(text.substr(0, end)), text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    void say() {
        agent_speaks_ = std::ranges::any_of(labels_, [&](std::string_view one) { return agents_.contains(one); });
        others_ = std::ranges::count_if(labels_, [&](std::string_view one) { return !agents_.contains(one) && !role_of(one); });
        for (const auto& line : lines_) {
            if (line.is_telling) {
                draft_.say({.speaker = Speaker::system, .text = line.text, .start = line.start, .event = event_of(line.text)});
                continue;
            }
            Utterance said{.name = line.label, .text = line.text, .start = line.start};
            said.speaker = who(line.label);
            if (said.speaker == Speaker::unknown) {
                said.label = line.label;
                said.name = {};
            }
            draft_.say(said);
        }
    }

private:
    void take(std::string_view line, std::string_view whole) {
        if (line.empty()) return;
        auto text = line;
        if (const auto offset = take_offset(text)) {
            const auto colon = text.find(": ");
            const auto end = colon == std::string_view::npos && text.ends_with(':') ? text.size() - 1 : colon;
            if (end == std::string_view::npos || end > 80) {
                lines_.push_back({.text = text, .start = offset, .is_telling = true});
                return;
            }
            lines_.push_back({.label = text.substr(0, end), .text = trim(text.substr(end + 1)), .start = offset});
            labels_.insert(lines_.back().label);
            return;
        }
        if (line.starts_with("Chat Started:")) {
            if (began_) lines_.push_back({.text = line, .is_telling = true});
            began_ = true;
            if (draft_.began_text.empty()) draft_.began_text = draft_.arena().keep(moment_of(line.substr(13)));
        } else if (line.starts_with("Chat Origin:")) {
            draft_.topic = trim(line.substr(12));
        } else if (line.starts_with("Chat Transferred")) {
            const auto to = line.rfind(" To "), from = line.find(" From ");
            if (to != std::string_view::npos) {
                agents_.insert(trim(line.substr(to + 4)));
                if (from != std::string_view::npos && from < to) agents_.insert(trim(line.substr(from + 6, to - from - 6)));
            }
            lines_.push_back({.text = line, .is_telling = true});
        } else if (line.starts_with("Agent ") && line.find(": ") == std::string_view::npos) {
            const auto name = trim(line.substr(6));
            const auto moved = name.find(" successfully transferred");
            agents_.insert(name.substr(0, moved));
            if (draft_.agent.empty()) draft_.agent = name.substr(0, moved);
            if (moved == std::string_view::npos) return;
            if (const auto to = name.rfind(" to "); to != std::string_view::npos) agents_.insert(trim(name.substr(to + 4)));
            lines_.push_back({.text = line, .is_telling = true});
        } else if (!lines_.empty() && !lines_.back().is_telling) {
            // A message of several lines.
            auto& text_before = lines_.back().text;
            text_before = {text_before.data(), static_cast<std::size_t>(whole.data() + whole.size() - text_before.data())};
        } else {
            lines_.push_back({.text = line, .is_telling = true});
        }
    }

    static Event event_of(std::string_view text) {
        return text.find("ransferred") != std::string_view::npos ? Event::transfer : Event::none;
    }

    Speaker who(std::string_view label) const {
        if (agents_.contains(label)) return Speaker::agent;
        if (label == "Visitor" || (!draft_.customer.empty() && label == draft_.customer)) return Speaker::customer;
        if (const auto role = role_of(label)) return role->speaker;
        // One is left who is neither an agent nor a bot by its words.
        return agent_speaks_ && others_ == 1 ? Speaker::customer : Speaker::unknown;
    }

    Draft& draft_;
    std::vector<Line> lines_ = {};
    std::set<std::string_view> agents_ = {}, labels_ = {};
    std::ptrdiff_t others_ = 0; // who speak and may be the customer
    bool began_ = false, agent_speaks_ = false;
};

} // namespace

void read_chat_body(std::string_view body, Draft& draft) {
    draft.channel = Channel::chat;
    ChatBody(draft.arena().keep(lines_of(body)), draft).say();
}

bool is_chat_body(std::string_view text) {
    constexpr std::string_view start = "Chat Started:";
    const auto at = text.substr(0, 200).find(start);
    if (at == std::string_view::npos) return false;
    const auto before = trim(text.substr(0, at));
    return before.empty() || before.starts_with("<p") || before.starts_with("&lt;p");
}

} // namespace motaudit::exports

namespace motaudit::readers {

int recognises_salesforce_chat(std::string_view head, std::string_view) { return exports::is_chat_body(plain_head(head)) ? 2 : 0; }

void read_salesforce_chat(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    const auto text = to_utf8(record.bytes, options.encoding, arena);
    if (!text) {
        Error error = text.error();
        error.path = record.path;
        return sink.unreadable(std::move(error));
    }
    Export to{.record = record, .options = options, .arena = arena, .sink = sink};
    Draft draft(to);
    exports::read_chat_body(*text, draft);
    draft.finish();
}

} // namespace motaudit::readers
