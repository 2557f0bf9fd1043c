// Canonical conversations as JSON: one a line, or a whole file that is one object or an array of them.
//
// Each thread keeps one parser and one padded buffer; text is borrowed from the parser's own, so that nothing is allocated for
// a turn once they have grown. The parser does not say where it stopped: json_fault looks again, for refused text only.

#include "intake/json_fault.hpp"
#include "intake/readers.hpp"
#include "intake/shape.hpp"
#include "text/charset.hpp"
#include <algorithm>
#include <bit>
#include <cstring>
#include <fmt/core.h>
#include <memory>
#include <new>

namespace motaudit {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";

bool is_blank(std::string_view text) { return text.find_first_not_of(blanks) == std::string_view::npos; }

// A parser and its padded input. What a huge record made it grow is given back at the next small one.
class Parser {
public:
    // The value lives until the next call on this thread.
    simdjson::error_code parse(std::string_view text, simdjson::dom::element& value) {
        if (!make_room(text.size())) return simdjson::MEMALLOC;
        std::memcpy(buffer_.get(), text.data(), text.size());
        std::memset(buffer_.get() + text.size(), ' ', simdjson::SIMDJSON_PADDING);
        return parser_->parse(buffer_.get(), text.size(), false).get(value);
    }

private:
    static constexpr std::size_t least = std::size_t{64} << 10, much = std::size_t{8} << 20;

    bool make_room(std::size_t size) {
        const std::size_t wanted = std::bit_ceil(std::max(size, least));
        if (size <= room_ && (room_ <= much || wanted > much)) return true;
        room_ = 0;
        parser_ = std::make_unique<simdjson::dom::parser>();
        buffer_.reset();
        buffer_.reset(new (std::nothrow) char[wanted + simdjson::SIMDJSON_PADDING]);
        if (!buffer_ || parser_->allocate(wanted, deepest_json) || parser_->doc.allocate(wanted)) return false;
        room_ = wanted;
        return true;
    }

    std::unique_ptr<simdjson::dom::parser> parser_ = {};
    std::unique_ptr<char[]> buffer_ = {};
    std::size_t room_ = 0;
};

struct Workspace {
    Parser parser = {};
    Conversation talk = {};
};
thread_local Workspace workspace;

struct LineColumn {
    std::size_t line, column;
};
LineColumn place_of(std::string_view text, std::size_t at, std::size_t first_line) {
    const auto before = text.substr(0, at);
    const auto lines = static_cast<std::size_t>(std::ranges::count(before, '\n'));
    return {first_line + lines, at - (before.rfind('\n') + 1) + 1};
}

Error refused(std::string_view text, simdjson::error_code code, const Record& record) {
    Error error{std::string(record.path), record.line, 0, {}};
    const auto at = [&](std::size_t offset, std::string message) {
        const auto [line, column] = place_of(text, offset, record.line);
        error.line = line;
        error.column = column;
        error.message = std::move(message);
        return error;
    };
    if (code == simdjson::MEMALLOC) {
        error.message = fmt::format("not enough memory for a record of {} bytes", text.size());
        return error;
    }
    const std::size_t bad = first_not_utf8(text);
    if (bad != std::string_view::npos) return at(bad, "not valid UTF-8");
    const auto fault = json_fault(text);
    if (fault.at != std::string_view::npos) return at(fault.at, fmt::format("not JSON: {}", fault.what));
    error.message = code == simdjson::NUMBER_ERROR ? "a number is too large" : "cannot be parsed";
    return error;
}

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
        sink.unreadable(refused(text, code, record));
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
        sink.unreadable(refused(text, code, record));
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
