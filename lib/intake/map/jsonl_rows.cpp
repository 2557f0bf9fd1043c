#include "intake/ascii.hpp"
#include "intake/json_parser.hpp"
#include "intake/map/table_rows.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace motaudit {
namespace {

using simdjson::dom::element;

constexpr std::size_t longest_line = std::size_t{64} << 20;

// A value by its key, or by a path of keys where no key has the whole name.
bool find(const element& in, std::string_view path, element& out) {
    simdjson::dom::object object;
    if (in.get(object) != simdjson::SUCCESS) return false;
    if (object[path].get(out) == simdjson::SUCCESS) return true;
    for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.', dot + 1)) {
        element inner;
        if (object[path.substr(0, dot)].get(inner) == simdjson::SUCCESS && find(inner, path.substr(dot + 1), out)) return true;
    }
    return false;
}

std::string_view cell_of(const element& value, Arena& arena) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS || value.is_null()) return text;
    return arena.keep(simdjson::minify(value));
}

} // namespace

JsonlRows::JsonlRows(const ColumnMap& map, std::string encoding)
    : map_(map), pieces_(std::move(encoding)), parser_(std::make_unique<JsonParser>()), seen_(map.columns.size()) {}

JsonlRows::~JsonlRows() = default;

std::optional<Error> JsonlRows::feed(std::string_view bytes, RowTaker& to) {
    to_ = &to;
    return pieces_.feed(bytes, [this](std::string_view text) { return take(text); });
}

std::optional<Error> JsonlRows::finish(RowTaker& to) {
    to_ = &to;
    if (auto error = pieces_.finish([this](std::string_view text) { return take(text); })) return error;
    if (!rest_.empty()) line(rest_);
    if (first_keys_.empty()) return {};
    for (std::size_t i = 0; i < seen_.size(); ++i) {
        if (seen_[i]) continue;
        const auto& column = map_.columns[i];
        return Error{.message = fmt::format("no line has '{}', which {}:{} names as {}; the first has {}", column.name, map_.path,
                                            column.line, field_names[static_cast<std::size_t>(column.field)], first_keys_)};
    }
    return {};
}

std::optional<Error> JsonlRows::take(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto piece = text.substr(0, end);
        if (rest_.size() + piece.size() > longest_line) return Error{.line = line_ + 1, .message = "a line of more than 64 MiB"};
        if (end == std::string_view::npos) {
            rest_ += piece;
            break;
        }
        text.remove_prefix(end + 1);
        if (rest_.empty()) {
            line(piece);
        } else {
            rest_ += piece;
            line(rest_);
            rest_.clear();
        }
    }
    return {};
}

void JsonlRows::begin() {
    cells_.clear();
    for (const auto& column : map_.columns) cells_.push_back(column.name);
    to_->row(line_, cells_);
}

void JsonlRows::line(std::string_view text) {
    if (++line_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (line_ == 1) begin();
    if (ascii::trim(text).empty()) return;
    element value;
    if (const auto code = parser_->parse(text, value)) {
        auto error = json_error(text, code, {}, line_);
        return to_->broken_row(std::move(error));
    }
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS) return to_->broken_row({.line = line_, .message = "not an object"});
    if (first_keys_.empty()) {
        for (const auto field : object)
            if (first_keys_.size() < 400) first_keys_ += fmt::format("{}'{}'", first_keys_.empty() ? "" : ", ", field.key);
    }
    arena_.clear();
    cells_.clear();
    for (std::size_t i = 0; i < map_.columns.size(); ++i) {
        element at;
        const bool there = find(value, map_.columns[i].name, at);
        if (there) seen_[i] = true;
        cells_.push_back(there ? cell_of(at, arena_) : std::string_view());
    }
    to_->row(line_, cells_);
}

} // namespace motaudit
