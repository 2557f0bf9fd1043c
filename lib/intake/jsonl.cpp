// Canonical conversations as JSON: one a line, or a whole file that is one object or an array of them.
//
// Each thread keeps one parser and one padded buffer; text is borrowed from the parser's own, so that nothing is allocated for
// a turn once they have grown. The parser does not say where it stopped: json_error looks again, for refused text only.

#include "intake/json_parser.hpp"
#include "intake/readers.hpp"
#include "intake/shape.hpp"
#include "text/charset.hpp"
#include <algorithm>
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

void deliver(const simdjson::dom::element& value, std::string_view where, const Record& record, std::uint64_t number,
             const ReadOptions& options, Arena& arena, Sink& sink) {
    Conversation& talk = workspace.talk;
    talk.clear();
    talk.path = record.path;
    talk.record = number;
    if (auto fault = shape(value, where, options, arena, talk))
        sink.unreadable({std::string(record.path), record.line, 0, std::move(*fault)});
    else
        sink.conversation(talk);
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
        deliver(value, {}, record, record.line, options, arena, sink);
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
        deliver(value, {}, record, record.number, options, arena, sink);
        return;
    }
    std::uint64_t number = 0;
    for (const simdjson::dom::element one : array) {
        deliver(one, fmt::format("[{}]", number), record, number + 1, options, arena, sink);
        ++number;
    }
    if (number == 0) sink.unreadable({std::string(record.path), 0, 0, "an empty array: no conversation in it"});
}

} // namespace readers
} // namespace motaudit
