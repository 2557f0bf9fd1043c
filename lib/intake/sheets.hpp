#pragma once

#include "base/csv.hpp"
#include "base/result.hpp"
#include "model/sheet.hpp"
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

class JsonParser;

// What holds verdicts: scorecards as audit --format jsonl writes them; or people's, one conversation a line as JSON
// ({"id", "expect" or "verdicts": {parameter: verdict}, "evaluator", "standard", "contested", "notes"}), or one verdict a row as
// CSV with the columns conversation, parameter, verdict, and perhaps evaluator, standard, reason, in any order.
enum class SheetKind { scorecards, verdicts, table };

// Known by a file's first bytes; nothing where it holds no verdicts.
std::optional<SheetKind> sheet_kind(std::string_view head);

// A verdict as people write it in a sheet: "Yes", "N/A".
std::optional<Verdict> marked_verdict(std::string_view text);

// The reason of an na, led by which na it is: "cannot be seen here: no times".
std::string with_na(std::string_view name, std::string reason);

// Score sheets out of a file's bytes, in pieces of any size. Sheets of JSON come as they are read; those of a table when all is
// read, since its rows may stand in any order. A line or row that cannot be read is a problem, and the others are read.
class SheetReader {
public:
    using Take = std::function<void(Sheet&&)>;
    using Problem = std::function<void(Error)>;

    SheetReader(SheetKind kind, std::string path, std::string_view head, Take take, Problem problem);
    ~SheetReader();
    SheetReader(const SheetReader&) = delete;
    SheetReader& operator=(const SheetReader&) = delete;

    void feed(std::string_view bytes);
    void finish();

private:
    struct Columns {
        std::optional<std::size_t> conversation, parameter, verdict, evaluator, standard, reason, na;
    };

    void line(std::string_view text);
    void row(std::size_t at, std::span<const std::string_view> cells);
    void header(std::size_t at, std::span<const std::string_view> cells);
    void wrong(std::size_t at, std::string message);

    SheetKind kind_;
    std::string path_;
    Take take_;
    Problem problem_;
    bool broken_ = false; // nothing more can be read

    std::unique_ptr<JsonParser> parser_;
    std::string rest_ = {}; // a line that goes on in the next piece
    std::size_t line_ = 0;

    std::optional<CsvReader> csv_ = {};
    std::optional<Columns> columns_ = {};
    using Key = std::array<std::string, 3>; // conversation, evaluator, standard
    std::map<Key, std::size_t> places_ = {};
    std::vector<Sheet> sheets_ = {};
    std::vector<std::map<std::string, std::size_t>> lines_ = {}; // of each sheet's parameters
};

} // namespace motaudit
