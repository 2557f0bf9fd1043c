// Canonical conversations as JSON: one a line, or a whole file that is one object or an array of them.
//
// Each thread keeps one parser; text is borrowed from the parser's own, so that nothing is allocated for a turn once it has grown.

#include "intake/exports/exports.hpp"
#include "intake/json_access.hpp"
#include "intake/json_parser.hpp"
#include "intake/readers.hpp"
#include "intake/shape.hpp"
#include "text/charset.hpp"
#include <fmt/core.h>

namespace motaudit {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";

bool is_blank(std::string_view text) { return text.find_first_not_of(blanks) == std::string_view::npos; }

struct Workspace {
    JsonParser parser = {};
    Conversation talk = {};
};
thread_local Workspace workspace;

// A JSON that is no conversation of ours may be an export whose keys stand far from the file's beginning, or behind a first line
// that is broken. False = it is none; `near` says which it resembles.
bool read_as_export(std::string_view text, const simdjson::dom::element& value, const Record& record, const ReadOptions& options,
                    Arena& arena, Sink& sink, std::string& near) {
    const auto json = JsonAccess::wrap(value);
    if (!json.is_object() && !json.first().is_object()) return false;
    const auto one = json.is_array() ? json.first() : json;
    if (one["turns"] || (one["id"] && one["channel"])) return false; // ours, and incomplete
    const JsonOutline outline(text);
    const auto choice = exports::choose(outline);
    if (choice.format == nullptr || !choice.fault.empty()) {
        near = choice.format != nullptr ? choice.fault : exports::nearest_formats(outline);
        near = near.empty() ? "; nor an export that is known (--from names one)" : "; and no known export, " + near;
        return false;
    }
    Export to{.record = record, .options = options, .arena = arena, .sink = sink};
    exports::read_value(*choice.format, json, to);
    return to.count != 0;
}

void set_down(Conversation& talk, const Record& record, std::uint64_t number) {
    talk.clear();
    talk.path = record.path;
    talk.record = number;
}

Error wrong_shape(const Record& record, const std::string& fault, std::string_view near) {
    return {std::string(record.path), record.line, 0, fmt::format("{}{}", fault, near)};
}

// One value: a conversation of ours, else an export.
void deliver(std::string_view text, const simdjson::dom::element& value, const Record& record, std::uint64_t number,
             const ReadOptions& options, Arena& arena, Sink& sink) {
    Conversation& talk = workspace.talk;
    set_down(talk, record, number);
    const auto fault = shape(value, {}, options, arena, talk);
    if (!fault) return sink.conversation(talk);
    std::string near;
    if (!read_as_export(text, value, record, options, arena, sink, near)) sink.unreadable(wrong_shape(record, *fault, near));
}

void read_line(std::string_view text, const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    if (record.line == 1 && text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (is_blank(text)) return;
    if (text.size() > options.longest_record || (text.size() == options.longest_record && text.back() != '\n')) {
        sink.unreadable(
            {std::string(record.path), record.line, 0, fmt::format("the record is longer than {} bytes", options.longest_record)});
        return;
    }
    simdjson::dom::element value;
    auto code = workspace.parser.parse(text, value);
    if (code == simdjson::UTF8_ERROR && !options.encoding.empty()) {
        // JSON is UTF-8 whatever --encoding says of the other files; only what is not is decoded.
        if (const auto decoded = decode(text, options.encoding, arena)) code = workspace.parser.parse(*decoded, value);
    }
    if (code)
        sink.unreadable(json_error(text, code, record.path, record.line));
    else
        deliver(text, value, record, record.line, options, arena, sink);
}

bool begins_json(std::string_view text, char open) {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos || text[first] != open) return false;
    if (open == '{') return true;
    // "[00:01:02] Agent: …" is no JSON.
    const auto next = text.find_first_not_of(blanks, first + 1);
    return next == std::string_view::npos || text[next] == '{' || text[next] == ']';
}

// Does each line hold an object of its own? Known by the first, or by the second where the first is broken.
bool is_lines(std::string_view text) {
    if (!begins_json(text, '{')) return false;
    text.remove_prefix(text.find('{'));
    const auto line_end = text.find('\n');
    if (line_end == std::string_view::npos) return true;
    const auto line = text.substr(0, line_end);
    const auto last = line.find_last_not_of(blanks);
    return line[last] == '}' || text.substr(line_end + 1).starts_with("{");
}

bool is_wide(std::string_view head) { return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"); }

} // namespace

namespace readers {

int recognises_jsonl(std::string_view head, std::string_view path) {
    if (is_wide(head)) return 0; // its lines cannot be cut before it is decoded: read_json does that
    if (has_extension(path, ".jsonl") || has_extension(path, ".ndjson")) return 2;
    if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
    return is_lines(head) ? 2 : 0;
}

std::size_t cut_line(std::string_view bytes) { return bytes.find('\n') + 1; } // npos + 1 = 0

void read_jsonl(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    read_line(record.bytes, record, options, arena, sink);
}

int recognises_json(std::string_view head, std::string_view path) {
    const bool lines = recognises_jsonl(head, path) != 0;
    const std::string text = plain_head(head);
    return !lines && (begins_json(text, '{') || begins_json(text, '[')) ? 2 : 0;
}

void read_json(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    const auto decoded = to_utf8(record.bytes, options.encoding, arena);
    if (!decoded) {
        Error error = decoded.error();
        error.path = record.path;
        sink.unreadable(std::move(error));
        return;
    }
    std::string_view text = *decoded;
    if (is_lines(text) && is_wide(record.bytes)) {
        Record line = record;
        for (; !text.empty(); ++line.line) {
            const std::size_t size = cut_line(text) != 0 ? cut_line(text) : text.size();
            read_line(text.substr(0, size), line, options, arena, sink);
            text.remove_prefix(size);
        }
        return;
    }
    simdjson::dom::element value;
    if (const auto code = workspace.parser.parse(text, value)) {
        sink.unreadable(json_error(text, code, record.path, record.line));
        return;
    }
    simdjson::dom::array array;
    if (value.get(array) != simdjson::SUCCESS) {
        deliver(text, value, record, record.number, options, arena, sink);
        return;
    }
    std::string near;
    if (read_as_export(text, value, record, options, arena, sink, near)) return;
    std::uint64_t number = 0;
    for (const simdjson::dom::element one : array) {
        Conversation& talk = workspace.talk;
        set_down(talk, record, number + 1);
        if (const auto fault = shape(one, fmt::format("[{}]", number), options, arena, talk))
            sink.unreadable(wrong_shape(record, *fault, near));
        else
            sink.conversation(talk);
        ++number;
    }
    if (number == 0) sink.unreadable({std::string(record.path), 0, 0, "an empty array: no conversation in it"});
}

} // namespace readers
} // namespace motaudit
