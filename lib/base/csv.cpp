#include "base/csv.hpp"

#include <algorithm>
#include <array>
#include <new>

// The grammar is libcsv's; a line without quotes is a row whose cells are plain to see, and goes without it. It is fed a line at a
// time: then it never finds more than one row in a call, the line that a row begins on is known, and the row's receiver is not
// called from within C.

namespace motaudit {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// RFC 4180: spaces are part of a cell.
int no_space(unsigned char) { return 0; }

} // namespace

char csv_separator(std::string_view head) {
    constexpr std::array separators = {',', ';', '\t'};
    std::array<std::size_t, separators.size()> counts = {};
    bool quoted = false;
    for (const char c : head) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        const auto found = std::ranges::find(separators, c);
        if (found != separators.end()) ++counts[static_cast<std::size_t>(found - separators.begin())];
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

CsvReader::CsvReader(char separator, Row row) : separator_(separator), row_(std::move(row)) {
    if (csv_init(&parser_, 0) != 0) throw std::bad_alloc();
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    csv_set_space_func(&parser_, no_space);
}

void CsvReader::on_cell(void* text, std::size_t size, void* self) {
    auto& reader = *static_cast<CsvReader*>(self);
    reader.text_.append(static_cast<const char*>(text), size);
    reader.ends_.push_back(reader.text_.size());
}

void CsvReader::on_row(int, void* self) { static_cast<CsvReader*>(self)->row_done_ = true; }

std::optional<Error> CsvReader::feed(std::string_view bytes) {
    while (!started_ && !bytes.empty()) {
        if (mark_ < byte_order_mark.size() && bytes.front() == byte_order_mark[mark_]) {
            ++mark_;
            bytes.remove_prefix(1);
            continue;
        }
        started_ = true;
        if (mark_ > 0 && mark_ < byte_order_mark.size())
            if (auto error = feed_line(byte_order_mark.substr(0, mark_))) return error;
    }
    // Where the next of each kind of line end stands is looked for once, not once a line.
    auto feed_at = bytes.find('\n'), return_at = bytes.find('\r');
    for (std::size_t at = 0; at < bytes.size();) {
        if (after_cr_ && bytes[at] == '\n') --line_; // CRLF is one line end, also where a piece ends between its halves
        after_cr_ = false;
        if (feed_at < at) feed_at = bytes.find('\n', at);
        if (return_at < at) return_at = bytes.find('\r', at);
        const auto end = std::min(feed_at, return_at);
        const auto line = bytes.substr(at, end == std::string_view::npos ? end : end + 1 - at);
        at += line.size();
        if (auto error = feed_line(line)) return error;
        if (end == std::string_view::npos) break;
        after_cr_ = line.back() == '\r';
        ++line_;
    }
    return {};
}

std::optional<Error> CsvReader::feed_line(std::string_view line) {
    const bool is_whole = line.back() == '\n' || line.back() == '\r';
    if (row_bytes_ == 0 && is_whole && line.find('"') == std::string_view::npos) {
        deliver_plain(line.substr(0, line.size() - 1));
        return {};
    }
    if (row_bytes_ == 0) row_line_ = line_;
    row_bytes_ += line.size();
    if (row_bytes_ > longest_row) return Error{.line = row_line_, .message = "a row of more than 64 MiB; is a quote not closed?"};
    if (csv_parse(&parser_, line.data(), line.size(), on_cell, on_row, this) != line.size()) throw std::bad_alloc();
    if (row_done_) deliver();
    // An empty line is no row.
    else if (ends_.empty() && (line == "\n" || line == "\r") && row_bytes_ == 1)
        row_bytes_ = 0;
    return {};
}

std::optional<Error> CsvReader::finish() {
    if (!started_ && mark_ > 0 && mark_ < byte_order_mark.size())
        if (auto error = feed_line(byte_order_mark.substr(0, mark_))) return error;
    // Stray quotes inside a cell are borne (5" screen); one that is still open at the end has swallowed rows.
    csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(&parser_, on_cell, on_row, this) != 0)
        return Error{.line = row_line_, .message = "a quote is not closed in the row that begins here"};
    if (row_done_) deliver();
    return {};
}

// A row without a quote needs no parser, and no copy. Most are such.
void CsvReader::deliver_plain(std::string_view line) {
    if (line.empty()) return;
    cells_.clear();
    for (auto end = line.find(separator_); end != std::string_view::npos; end = line.find(separator_)) {
        cells_.push_back(line.substr(0, end));
        line.remove_prefix(end + 1);
    }
    cells_.push_back(line);
    row_(line_, cells_);
}

void CsvReader::deliver() {
    cells_.clear();
    std::size_t begin = 0;
    for (const auto end : ends_) {
        cells_.push_back(std::string_view(text_).substr(begin, end - begin));
        begin = end;
    }
    row_(row_line_, cells_);
    text_.clear();
    ends_.clear();
    row_bytes_ = 0;
    row_done_ = false;
}

} // namespace motaudit
