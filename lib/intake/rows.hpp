#pragma once

#include "base/result.hpp"
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace motaudit {

// Takes a table row by row, its header first: the names of the columns. Cells are text in UTF-8, valid during the call; a cell that
// is not there is empty, and a row may have fewer or more of them than the header. `line` is the file's, or the sheet's row,
// from 1.
class RowTaker {
public:
    virtual ~RowTaker() = default;
    virtual void row(std::uint64_t line, std::span<const std::string_view> cells) = 0;
    virtual void broken_row(Error error) = 0; // what is wrong with a row, without a path; others follow
};

// What makes rows of a file's bytes, which come in pieces of any size: comma-separated values, JSON lines, a sheet of a workbook.
// Both calls return what is wrong, without a path; then nothing more is read.
class RowSource {
public:
    virtual ~RowSource() = default;
    virtual std::optional<Error> feed(std::string_view bytes, RowTaker& to) = 0;
    virtual std::optional<Error> finish(RowTaker& to) = 0; // the rows that were not whole before
};

} // namespace motaudit
