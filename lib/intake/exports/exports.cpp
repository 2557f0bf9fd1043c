#include "intake/exports/exports.hpp"

#include "intake/json_access.hpp"
#include "intake/json_parser.hpp"
#include "intake/readers.hpp"
#include "text/charset.hpp"
#include <algorithm>
#include <fmt/core.h>
#include <vector>

namespace motaudit::exports {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_wide(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

// Are all brackets closed at the end of the line?
bool is_whole(std::string_view line) {
    std::size_t depth = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') {
            for (++i; i < line.size() && line[i] != '"'; ++i) i += line[i] == '\\' ? 1 : 0;
            if (i >= line.size()) return false;
        } else if (line[i] == '{' || line[i] == '[') {
            ++depth;
        } else if (line[i] == '}' || line[i] == ']') {
            if (depth == 0) return false;
            --depth;
        }
    }
    return depth == 0;
}

} // namespace

Choice choose(const JsonOutline& outline) {
    Choice best;
    int most = 0;
    for (const auto& format : table) {
        const int fits = fit(outline, format.keys);
        if (fits == 0 || fits < most) continue;
        if (fits == most) {
            best.fault +=
                fmt::format("{}{}", best.fault.empty() ? fmt::format("could be {} or ", best.format->name) : " or ", format.name);
            continue;
        }
        best = {&format, {}};
        most = fits;
    }
    if (!best.fault.empty()) best.fault += "; --from says which";
    return best;
}

std::string nearest_formats(const JsonOutline& outline) {
    struct Near {
        const ExportFormat* format;
        NearFit fit;
    };
    std::vector<Near> near;
    for (const auto& format : table) {
        const auto one = near_fit(outline, format.keys);
        if (one.there > 0) near.push_back({&format, one});
    }
    std::ranges::stable_sort(near, std::ranges::greater{}, [](const Near& one) { return one.fit.there; });
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(near.size(), 3); ++i)
        text += fmt::format("{}{} (no '{}')", i == 0 ? "nearest: " : ", ", near[i].format->name, near[i].fit.missing);
    return text;
}

void read_value(const ExportFormat& format, Json value, Export& to) {
    if (!value.is_array()) return format.read(value, to);
    to.is_one_of_many = true;
    const auto before = to.count;
    value.each([&](Json one) { format.read(one, to); });
    if (to.count == before) to.refuse("an empty array: no conversation in it");
}

namespace {

void read_text(const ExportFormat& format, std::string_view text, const Record& record, const ReadOptions& options, Arena& arena,
               Sink& sink) {
    thread_local JsonParser parser;
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return; // a blank line
    simdjson::dom::element value;
    if (const auto code = parser.parse(text, value)) return sink.unreadable(json_error(text, code, record.path, record.line));
    Export to{.record = record, .options = options, .arena = arena, .sink = sink};
    read_value(format, JsonAccess::wrap(value), to);
    if (to.count == 0) to.refuse(fmt::format("no conversation in it, though it is read as {}", format.name));
}

} // namespace

void read_record(const ExportFormat& format, const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    const auto text = to_utf8(record.bytes, options.encoding, arena);
    if (!text) {
        Error error = text.error();
        error.path = record.path;
        if (error.line != 0) error.line += record.line - 1;
        return sink.unreadable(std::move(error));
    }
    if (!is_wide(record.bytes)) return read_text(format, *text, record, options, arena, sink);
    // Lines could not be cut before they were decoded.
    Record line = record;
    for (std::string_view rest = *text; !rest.empty(); ++line.line, ++line.number) {
        const auto size = cut(rest) != 0 ? cut(rest) : rest.size();
        read_text(format, rest.substr(0, size), line, options, arena, sink);
        rest.remove_prefix(size);
    }
}

std::size_t cut(std::string_view bytes) {
    if (is_wide(bytes)) return 0;
    const auto line_end = bytes.find('\n');
    if (line_end == std::string_view::npos) return 0;
    auto line = bytes.substr(0, line_end);
    if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
    if (line.empty()) return line_end + 1;
    const auto first = line.find_first_not_of(" \t");
    if (line[first] != '{') return 0;
    if (is_whole(line)) return line_end + 1;
    // A line that breaks off, before one that begins anew; where a value goes on it is the first line of one.
    const bool goes_on = std::string_view("[{,:").find(line.back()) != std::string_view::npos;
    return !goes_on && bytes.substr(line_end + 1).starts_with('{') ? line_end + 1 : 0;
}

} // namespace motaudit::exports
