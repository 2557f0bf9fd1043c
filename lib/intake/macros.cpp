// Zendesk macros as its API gives them: {"macros": [{"title": …, "actions": [{"field": "comment_value", "value": …}]}]}, one
// alone, or one a line. The parser says whether the text is JSON, and a walk over it where each string stands.

#include "intake/ascii.hpp"
#include "intake/canned.hpp"
#include "intake/json_parser.hpp"
#include "intake/readers.hpp"
#include "text/charset.hpp"

#include <fmt/core.h>

namespace motaudit {
namespace {

using std::string_view;

struct Action {
    std::string field = {};
    PlacedText value = {};
};

// What stands open on the way to a value.
struct Level {
    bool is_object = false;
    std::string key = {}; // of the member that is read
    Canned canned = {};   // in case the object is a macro
    std::string id = {}, title = {};
    Action action = {}; // in case it is one of its actions
    PlacedText plain = {}, html = {};
    bool has_actions = false;
    Place begin = {};
};

class Walk {
public:
    Walk(string_view text, Place place, const Record& record, Arena& arena, Sink& sink)
        : text_(text), place_(place), record_(record), arena_(arena), sink_(sink) {}

    // How many macros there are, with a reply or without.
    std::size_t run() {
        while (at_ < text_.size()) step();
        return macros_;
    }

private:
    void step() {
        const char c = text_[at_];
        if (c == '{' || c == '[') {
            levels_.emplace_back();
            levels_.back().is_object = c == '{';
            levels_.back().begin = place_;
            advance(1);
        } else if (c == '}' || c == ']') {
            advance(1);
            if (!levels_.empty()) close();
        } else if (c == '"') {
            auto end = at_ + 1;
            while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
            end = std::min(end + 1, text_.size());
            string(text_.substr(at_, end - at_), end);
        } else if (ascii::is_digit(c)) {
            const auto end = std::min(text_.find_first_not_of("0123456789", at_), text_.size());
            if (!levels_.empty() && levels_.back().key == "id") levels_.back().id = text_.substr(at_, end - at_);
            advance(end - at_);
        } else {
            advance(1);
        }
    }

    void string(string_view quoted, std::size_t end) {
        auto value = json_string(quoted, place_);
        advance(quoted.size());
        if (levels_.empty()) return;
        auto& level = levels_.back();
        const auto colon = text_.find_first_not_of(" \t\r\n", end);
        if (level.is_object && colon != string_view::npos && text_[colon] == ':') {
            level.key = value.text();
            return;
        }
        if (!level.is_object) {
            // "value": ["channel:all", "Hello"]: the last one is the text.
            if (levels_.size() > 1 && levels_[levels_.size() - 2].key == "value")
                levels_[levels_.size() - 2].action.value = std::move(value);
            return;
        }
        if (level.key == "id") level.id = value.text();
        if (level.key == "title") level.title = value.text();
        if (level.key == "field") level.action.field = value.text();
        if (level.key == "value") level.action.value = std::move(value);
    }

    void close() {
        Level level = std::move(levels_.back());
        levels_.pop_back();
        if (!level.is_object) return;
        const bool in_actions = levels_.size() > 1 && levels_[levels_.size() - 2].key == "actions" && !levels_.back().is_object;
        if (in_actions && !level.action.field.empty()) {
            auto& macro = levels_[levels_.size() - 2];
            macro.has_actions = true;
            if (level.action.field == "comment_value") macro.plain = std::move(level.action.value);
            if (level.action.field == "comment_value_html") macro.html = std::move(level.action.value);
            if (level.action.field == "comment_mode_is_public") macro.canned.is_private = level.action.value.text() == "false";
            return;
        }
        if (level.has_actions) macro(level);
    }

    void macro(Level& level) {
        ++macros_;
        auto& canned = level.canned;
        canned.text = level.html.text().empty() ? std::move(level.plain) : text_of_reply(level.html, record_, sink_);
        if (canned.text.text().empty()) return; // sets a status, and says nothing
        canned.id = arena_.keep(level.id);
        canned.title = arena_.keep(level.title);
        Record record = record_;
        record.number += macros_ - 1;
        give_canned(std::move(canned), level.begin, record, arena_, sink_);
    }

    void advance(std::size_t size) {
        place_ = place_behind(text_.substr(at_, size), place_);
        at_ += size;
    }

    string_view text_;
    Place place_;
    const Record& record_;
    Arena& arena_;
    Sink& sink_;
    std::size_t at_ = 0, macros_ = 0;
    std::vector<Level> levels_ = {};
};

} // namespace

namespace readers {

void read_macros(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    const auto decoded = to_utf8(record.bytes, options.encoding, arena);
    if (!decoded) {
        Error error = decoded.error();
        error.path = record.path;
        return sink.unreadable(std::move(error));
    }
    if (decoded->find_first_not_of(" \t\r\n") == string_view::npos) return; // a blank line
    thread_local JsonParser parser;
    simdjson::dom::element value;
    if (const auto code = parser.parse(*decoded, value))
        return sink.unreadable(json_error(*decoded, code, record.path, record.line));
    Walk walk(*decoded, {static_cast<std::uint32_t>(record.line), 1}, record, arena, sink);
    if (walk.run() == 0) sink.unreadable({std::string(record.path), record.line, 0, "no macro in it"});
}

} // namespace readers
} // namespace motaudit
