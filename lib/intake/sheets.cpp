#include "intake/sheets.hpp"

#include "base/nearest.hpp"
#include "intake/ascii.hpp"
#include "intake/json_parser.hpp"
#include "text/charset.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace motaudit {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view scorecard_schema = "motaudit.scorecard/1";
constexpr std::size_t longest_line = std::size_t{64} << 20;

std::string plain(std::string_view text) { return ascii::lower(ascii::trim(text)); }

std::string_view text_at(const object& fields, std::string_view key) {
    std::string_view text;
    if (fields[key].get(text) != simdjson::SUCCESS) return {};
    return text;
}

// "conversation" in a first line of cells, however it is written.
std::vector<std::string> header_names(std::string_view head) {
    std::vector<std::string> names;
    CsvReader reader(csv_separator(head), [&](std::size_t, std::span<const std::string_view> cells) {
        if (names.empty())
            for (const auto cell : cells) names.push_back(plain(cell));
    });
    const auto end = head.find_first_of("\r\n");
    if (!reader.feed(head.substr(0, end))) reader.finish();
    return names;
}

bool holds(const std::vector<std::string>& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

std::vector<Quote> quotes_of(const object& judged) {
    std::vector<Quote> quotes;
    simdjson::dom::array pieces;
    // Where a no has no evidence, the nearest thing said shows where it was expected; a mere end of the search shows nothing.
    for (const std::string_view key : {"evidence", "near"}) {
        if (!quotes.empty() || judged[key].get(pieces) != simdjson::SUCCESS) continue;
        for (const element piece : pieces) {
            object place;
            if (piece.get(place) != simdjson::SUCCESS) continue;
            std::uint64_t turn = 0;
            if (place["turn"].get(turn) != simdjson::SUCCESS) continue;
            const auto text = text_at(place, "text");
            if (!text.empty() || key == "evidence") quotes.push_back({static_cast<std::uint32_t>(turn), std::string(text)});
        }
    }
    return quotes;
}

// The reason, and what is missing.
std::string reason_of(const object& judged) {
    auto reason = with_na(text_at(judged, "na"), std::string(text_at(judged, "reason")));
    simdjson::dom::array missing;
    if (judged["missing"].get(missing) != simdjson::SUCCESS) return reason;
    std::string_view before = reason.empty() ? "missing: " : "; missing: ";
    for (const element one : missing) {
        std::string_view text;
        if (one.get(text) != simdjson::SUCCESS) continue;
        reason.append(before).append(text);
        before = ", ";
    }
    return reason;
}

void mark_contested(const object& fields, std::vector<Mark>& marks) {
    simdjson::dom::array contested;
    if (fields["contested"].get(contested) == simdjson::SUCCESS) {
        for (const element one : contested) {
            std::string_view name;
            if (one.get(name) != simdjson::SUCCESS) continue;
            const auto mark = std::ranges::find(marks, name, &Mark::parameter);
            if (mark != marks.end()) mark->contested = true;
        }
    }
    object notes;
    if (fields["notes"].get(notes) != simdjson::SUCCESS) return;
    for (const auto note : notes) {
        const auto mark = std::ranges::find(marks, note.key, &Mark::parameter);
        std::string_view text;
        if (mark == marks.end() || note.value.get(text) != simdjson::SUCCESS) continue;
        mark->reason = text;
        mark->contested = mark->contested || plain(text).starts_with("contested");
    }
}

using Wrong = std::function<void(std::string)>;

// Reads what an object holds into a sheet; whether there is one.
bool read_sheet(const object& fields, Sheet& sheet, const Wrong& wrong) {
    const auto refuse = [&](std::string message) {
        wrong(std::move(message));
        return false;
    };
    sheet.conversation = text_at(fields, "id");
    if (sheet.conversation.empty()) return refuse("no 'id' of a conversation");
    object standard;
    if (fields["standard"].get(standard) == simdjson::SUCCESS)
        sheet.standard = text_at(standard, "name");
    else
        sheet.standard = text_at(fields, "standard");
    sheet.evaluator = text_at(fields, "evaluator");

    const auto add = [&](std::string_view parameter, std::string_view name) -> Mark* {
        const auto verdict = marked_verdict(name);
        if (!verdict) {
            wrong(fmt::format("{}: unknown verdict '{}'; there are yes, no, na", parameter, name));
            return nullptr;
        }
        sheet.marks.push_back({.parameter = std::string(parameter), .verdict = *verdict});
        return &sheet.marks.back();
    };
    object verdicts;
    simdjson::dom::array parameters;
    if (fields["parameters"].get(parameters) == simdjson::SUCCESS) {
        for (const element one : parameters) {
            object judged;
            if (one.get(judged) != simdjson::SUCCESS) return refuse("'parameters' holds what is no object");
            auto* mark = add(text_at(judged, "id"), text_at(judged, "verdict"));
            if (mark == nullptr) continue;
            mark->reason = reason_of(judged);
            mark->evidence = quotes_of(judged);
        }
    } else if (fields["expect"].get(verdicts) == simdjson::SUCCESS || fields["verdicts"].get(verdicts) == simdjson::SUCCESS) {
        for (const auto field : verdicts) {
            std::string_view name;
            if (field.value.get(name) != simdjson::SUCCESS) name = "";
            add(field.key, name);
        }
    } else {
        return refuse("no verdicts: neither 'parameters' nor 'verdicts' nor 'expect'");
    }
    mark_contested(fields, sheet.marks);
    std::vector<std::string_view> seen;
    for (const auto& mark : sheet.marks) seen.push_back(mark.parameter);
    std::ranges::sort(seen);
    if (const auto twice = std::ranges::adjacent_find(seen); twice != seen.end())
        return refuse(fmt::format("{} has two verdicts", *twice));
    return true;
}

} // namespace

std::optional<SheetKind> sheet_kind(std::string_view head) {
    if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
    const auto first = head.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    head.remove_prefix(first);
    if (head.front() != '{') {
        const auto names = header_names(head);
        if (holds(names, "conversation") && holds(names, "parameter") && holds(names, "verdict")) return SheetKind::table;
        return {};
    }
    const auto line = head.substr(0, head.find('\n'));
    JsonParser parser;
    element value;
    object fields;
    if (parser.parse(line, value) == simdjson::SUCCESS && value.get(fields) == simdjson::SUCCESS) {
        if (text_at(fields, "schema") == scorecard_schema) return SheetKind::scorecards;
        const bool has_verdicts = !fields["expect"].error() || !fields["verdicts"].error();
        if (has_verdicts && fields["turns"].error()) return SheetKind::verdicts;
        return {};
    }
    // A first line longer than the head: a scorecard begins with its schema.
    if (line.size() == head.size() && line.substr(0, 64).find(scorecard_schema) != std::string_view::npos)
        return SheetKind::scorecards;
    return {};
}

SheetReader::SheetReader(SheetKind kind, std::string path, std::string_view head, Take take, Problem problem)
    : kind_(kind), path_(std::move(path)), take_(std::move(take)), problem_(std::move(problem)),
      parser_(std::make_unique<JsonParser>()) {
    if (kind != SheetKind::table) return;
    csv_.emplace(csv_separator(head), [this](std::size_t at, std::span<const std::string_view> cells) { row(at, cells); });
}

SheetReader::~SheetReader() = default;

void SheetReader::wrong(std::size_t at, std::string message) { problem_({path_, at, 0, std::move(message)}); }

void SheetReader::feed(std::string_view bytes) {
    if (broken_) return;
    if (csv_) {
        if (auto error = csv_->feed(bytes)) {
            broken_ = true;
            wrong(error->line, std::move(error->message));
        }
        return;
    }
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const auto piece = bytes.substr(0, end);
        const bool whole = end != std::string_view::npos;
        bytes.remove_prefix(whole ? end + 1 : bytes.size());
        if (rest_.size() + piece.size() > longest_line) {
            broken_ = true;
            wrong(line_ + 1, fmt::format("a line of more than {} bytes", longest_line));
            return;
        }
        if (!whole) {
            rest_ += piece;
        } else if (rest_.empty()) {
            line(piece);
        } else {
            rest_ += piece;
            line(rest_);
            rest_.clear();
        }
    }
}

void SheetReader::finish() {
    if (broken_) return;
    if (!csv_) {
        if (!rest_.empty()) line(rest_);
        return;
    }
    if (auto error = csv_->finish()) wrong(error->line, std::move(error->message));
    for (auto& sheet : sheets_) take_(std::move(sheet));
}

void SheetReader::line(std::string_view text) {
    ++line_;
    if (line_ == 1 && text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (ascii::trim(text).empty()) return;
    element value;
    object fields;
    if (const auto code = parser_->parse(text, value)) return problem_(json_error(text, code, path_, line_));
    if (value.get(fields) != simdjson::SUCCESS) return wrong(line_, "not an object");
    Sheet sheet = {.path = path_, .line = line_, .complete = kind_ == SheetKind::scorecards};
    if (read_sheet(fields, sheet, [&](std::string message) { wrong(line_, std::move(message)); })) take_(std::move(sheet));
}

} // namespace motaudit
