#pragma once

#include "base/result.hpp"
#include <csv.h>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// The separator of a table, by its first line: whichever of , ; and tab stands there most often outside quotes; else a comma.
char csv_separator(std::string_view head);

// Rows of comma-separated values (RFC 4180) as their bytes come in, in pieces of any size: quoted cells may hold separators,
// quotes ("") and line ends; lines end in LF, CRLF or CR; a byte order mark is passed over, and so are empty lines. Memory is
// bounded by the longest row. Cells are not trimmed, and are whatever bytes they were.
class CsvReader {
public:
    // A row's cells, valid during the call, and the line (from 1) on which it begins.
    using Row = std::function<void(std::size_t line, std::span<const std::string_view> cells)>;

    CsvReader(char separator, Row row);
    ~CsvReader() { csv_free(&parser_); }
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    // Both return what is wrong, without a path; then nothing more is read.
    std::optional<Error> feed(std::string_view bytes);
    std::optional<Error> finish(); // the last row, where no line end follows it

    static constexpr std::size_t longest_row = std::size_t{64} << 20;

private:
    static void on_cell(void* text, std::size_t size, void* self);
    static void on_row(int end, void* self);
    std::optional<Error> feed_line(std::string_view line);
    void deliver();
    void deliver_plain(std::string_view line);

    csv_parser parser_ = {};
    char separator_;
    Row row_;
    std::string text_ = {};              // of the row's cells, one behind the other
    std::vector<std::size_t> ends_ = {}; // where each ends
    std::vector<std::string_view> cells_ = {};
    std::size_t line_ = 1, row_line_ = 1; // that is read; on which the row began
    std::size_t row_bytes_ = 0;           // of the row so far, as they stand in the file
    bool row_done_ = false, after_cr_ = false;
    std::size_t mark_ = 0; // bytes of a byte order mark seen so far
    bool started_ = false;
};

} // namespace motaudit
