#include "intake/map/table_cutter.hpp"

#include "base/nearest.hpp"
#include "intake/ascii.hpp"
#include "intake/column_name.hpp"
#include "intake/labels.hpp"
#include "intake/map/packed.hpp"
#include "intake/shape.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace motaudit {
namespace {

constexpr std::size_t most_strangers = 5, most_names = 30, nowhere = std::string::npos;

bool is_blank(std::string_view text) { return ascii::trim(text).empty(); }

std::string listed(std::span<const std::string> names) {
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i)
        out += fmt::format("{}'{}'", i == 0 ? "" : ", ", shown(names[i]));
    return names.size() > most_names ? out + fmt::format(" and {} more", names.size() - most_names) : out;
}

std::uint64_t hash_of(std::string_view id) { return std::hash<std::string_view>()(id); }

} // namespace

TableCutter::TableCutter(std::string_view path, const ReadOptions& options, const ColumnMap& map, std::unique_ptr<RowSource> rows)
    : options_(options), map_(map), path_(path), source_(std::move(rows)) {}

void TableCutter::feed(std::string_view bytes) {
    if (stopped_) return;
    if (auto error = source_->feed(bytes, *this)) stop(std::move(*error));
}

void TableCutter::finish() {
    if (!stopped_)
        if (auto error = source_->finish(*this)) stop(std::move(*error));
    if (is_open_) close(open_);
    is_open_ = false;
    for (auto& group : groups_) ready_.push_back(std::move(group));
    groups_.clear();
    index_.clear();
    if (strangers_.empty()) return;
    std::string values, lines;
    for (const auto& one : strangers_) values += fmt::format("{}'{}'", values.empty() ? "" : ", ", shown(one.value));
    Group hint{.line = strangers_[0].line};
    const auto first = shown(strangers_[0].value), words = fmt::format("{}", fmt::join(speaker_names, "|"));
    hint.fault = map_.is_built_in ? fmt::format("who is {}? --speaker-map {}={} says it", values, first, words)
                                  : fmt::format("who is {}? {} has no such value in [speaker]; add \"{}\" = \"{}\"", values,
                                                map_.path, first, words);
    hint.bytes = packed::hint;
    ready_.push_back(std::move(hint));
}

bool TableCutter::next(Record& record) {
    if (ready_.empty()) return false;
    given_ = std::move(ready_.front());
    ready_.pop_front();
    if (!given_.fault.empty()) {
        const bool is_hint = given_.bytes.starts_with(packed::hint);
        given_.bytes = (is_hint ? packed::hint : packed::fault) + given_.fault;
        if (given_.fault_line != 0) given_.line = given_.fault_line;
    }
    record = {.bytes = given_.bytes, .path = path_, .number = ++number_, .line = given_.line};
    return true;
}

void TableCutter::stop(Error error) {
    stopped_ = true;
    // What is open may have lost rows to it.
    if (is_open_) {
        open_.fault = "the rows of this conversation break off: " + error.message;
        open_.fault_line = error.line;
        emit(std::move(open_));
        is_open_ = false;
        return;
    }
    refuse(error.line, std::move(error.message));
}

void TableCutter::refuse(std::uint64_t line, std::string message) {
    Group one{.line = line};
    one.fault = std::move(message);
    emit(std::move(one));
}

void TableCutter::emit(Group&& group) { ready_.push_back(std::move(group)); }

void TableCutter::broken_row(Error error) { refuse(error.line, std::move(error.message)); }

// Of a column's names the first that the header has.
std::size_t TableCutter::find_column(const ColumnMap::Column& column) const {
    const auto find = [&](std::string_view name) {
        auto at = std::ranges::find(header_, name);
        if (at == header_.end()) at = std::ranges::find_if(header_, [&](const std::string& one) { return ascii::same(one, name); });
        if (at == header_.end() && map_.is_built_in)
            at = std::ranges::find_if(header_, [&](const std::string& one) { return plain_column(one) == plain_column(name); });
        return at == header_.end() ? nowhere : static_cast<std::size_t>(at - header_.begin());
    };
    auto at = find(column.name);
    for (std::size_t i = 0; at == nowhere && i < column.others.size(); ++i) at = find(column.others[i]);
    return at;
}

// A known export has the columns that somebody asked for; without these it says nothing.
bool TableCutter::may_lack(Field field) const {
    if (!map_.is_built_in || field == Field::id || field == Field::speaker || field == Field::transcript) return false;
    const auto has = [&](Field other) {
        const auto at = map_.place(other);
        return at && find_column(map_.columns[*at]) != nowhere;
    };
    return field == Field::text ? has(Field::html) : true;
}

void TableCutter::header(std::uint64_t line, std::span<const std::string_view> cells) {
    headed_ = true;
    for (const auto cell : cells) header_.emplace_back(ascii::trim(cell));
    while (!header_.empty() && header_.back().empty()) header_.pop_back();
    for (const auto& column : map_.columns) {
        const auto named =
            fmt::format("which {}:{} names as {}", map_.path, column.line, field_names[static_cast<std::size_t>(column.field)]);
        const auto place = find_column(column);
        if (place == nowhere && may_lack(column.field)) {
            places_.push_back(nowhere);
            continue;
        }
        if (place == nowhere) {
            const std::vector<std::string_view> names(header_.begin(), header_.end());
            const auto near = nearest(column.name, names);
            return stop({.line = line,
                         .message = fmt::format("no column '{}'{}, {}; there are {}", column.name,
                                                near.empty() ? "" : fmt::format(" ('{}'?)", shown(near)), named, listed(header_))});
        }
        const auto at = header_.begin() + static_cast<std::ptrdiff_t>(place);
        if (const auto twice = std::find(at + 1, header_.end(), *at); twice != header_.end())
            return stop({.line = line,
                         .message = fmt::format("columns {} and {} are both called '{}', {}; rename one", at - header_.begin() + 1,
                                                twice - header_.begin() + 1, *at, named)});
        places_.push_back(place);
        if (column.field == Field::id) id_ = places_.back();
        if (column.field == Field::speaker) speaker_ = places_.back();
    }
}

// Exports put together one below the other bring theirs along.
bool TableCutter::is_header(std::span<const std::string_view> cells) const {
    if (cells.size() < header_.size() || cells.empty() || ascii::trim(cells[0]) != header_[0]) return false;
    for (std::size_t i = 1; i < header_.size(); ++i)
        if (ascii::trim(cells[i]) != header_[i]) return false;
    return true;
}

std::string TableCutter::ragged(std::span<const std::string_view> cells) const {
    auto size = cells.size();
    while (size > header_.size() && is_blank(cells[size - 1])) --size; // a delimiter at the end of each line
    if (size == header_.size()) return {};
    return fmt::format("the row has {} {}, the header {}; is a text with the delimiter or a line end in it not quoted?", size,
                       size == 1 ? "cell" : "cells", header_.size());
}

void TableCutter::row(std::uint64_t line, std::span<const std::string_view> cells) {
    if (stopped_) return;
    if (!headed_) return header(line, cells);
    if (is_header(cells) || std::ranges::all_of(cells, is_blank)) return;
    auto fault = ragged(cells);
    if (fault.empty() && speaker_) look_at_speaker(line, cells);
    if (!id_ || map_.row_is_whole) return single(line, cells, std::move(fault));
    const auto id = *id_ < cells.size() ? ascii::trim(cells[*id_]) : std::string_view();
    if (id.empty() && fault.empty()) fault = fmt::format("no conversation in '{}'", header_[*id_]);
    if (id.empty()) return refuse(line, std::move(fault));
    auto& group = group_of(id, line);
    if (!fault.empty() && group.fault.empty()) {
        group.fault = std::move(fault);
        group.fault_line = line;
    }
    if (group.fault.empty()) add(group, line, cells);
}

// A conversation of one row.
void TableCutter::single(std::uint64_t line, std::span<const std::string_view> cells, std::string fault) {
    Group one{.line = line, .fault = std::move(fault)};
    if (id_ && *id_ < cells.size()) one.id = ascii::trim(cells[*id_]);
    if (id_ && one.id.empty() && one.fault.empty()) one.fault = fmt::format("no conversation in '{}'", header_[*id_]);
    if (const auto* before = one.id.empty() ? nullptr : done_.find(hash_of(one.id)); before != nullptr && one.fault.empty())
        one.fault = fmt::format("conversation '{}' is there twice; the first is in line {}", shown(one.id), *before);
    if (one.fault.empty()) add(one, line, cells);
    close(one);
}

TableCutter::Group& TableCutter::group_of(std::string_view id, std::uint64_t line) {
    if (!map_.ordered) {
        const auto [at, is_new] = index_.try_emplace(std::string(id), groups_.size());
        if (is_new) groups_.push_back({.id = std::string(id), .line = line});
        return groups_[at->second];
    }
    if (is_open_ && open_.id == id) return open_;
    if (is_open_) close(open_);
    is_open_ = true;
    open_ = {.id = std::string(id), .line = line};
    if (const auto* before = done_.find(hash_of(id)))
        open_.fault =
            fmt::format("rows of conversation '{}' again; those before begin in line {}. Sort the file by conversation, or say "
                        "ordered = false in {}",
                        shown(id), *before, map_.path);
    return open_;
}

void TableCutter::add(Group& group, std::uint64_t line, std::span<const std::string_view> cells) {
    auto& to = group.bytes;
    if (to.empty()) to += packed::rows;
    packed::put(line, to);
    for (const auto place : places_) packed::put_cell(place < cells.size() ? cells[place] : std::string_view(), to);
    if (to.size() <= options_.longest_record) return;
    group.fault = fmt::format("conversation '{}' is longer than {} bytes", shown(group.id), options_.longest_record);
    to = {};
}

void TableCutter::close(Group& group) {
    if (!group.id.empty())
        if (auto& line = done_[hash_of(group.id)]; line == 0) line = group.line;
    emit(std::move(group));
}

void TableCutter::look_at_speaker(std::uint64_t line, std::span<const std::string_view> cells) {
    const auto value = ascii::trim(cells[*speaker_]);
    if (value == last_speaker_ || value.empty() || strangers_.size() >= most_strangers) return;
    if (map_.speakers.contains(ascii::lower(value)) || mapped(value, options_))
        last_speaker_ = value;
    else if (std::ranges::find(strangers_, value, &Stranger::value) == strangers_.end())
        strangers_.push_back({std::string(value), line});
}

} // namespace motaudit
