#pragma once

#include "intake/rows.hpp"
#include <string>
#include <string_view>

namespace motaudit {

// Reads one sheet of an Excel workbook (.xlsx). Its first row that is not empty
// is the header. Cells are text as a person would type it: a date is
// "2026-11-16T10:31:00", a time "10:31:00", whatever way the sheet shows it; a
// formula is its last result.
class WorkbookRows final : public RowSource {
public:
    explicit WorkbookRows(std::string sheet) : sheet_(std::move(sheet)) {} // empty = the first

    std::optional<Error> feed(std::string_view bytes, RowTaker& to) override; // held until the file ends: its list stands there
    std::optional<Error> finish(RowTaker& to) override;

private:
    std::string sheet_;
    std::string bytes_ = {};
};

} // namespace motaudit
