#pragma once

#include "base/csv.hpp"
#include "intake/map/column_map.hpp"
#include "intake/map/text_pieces.hpp"
#include "intake/rows.hpp"
#include <memory>
#include <string>

namespace motaudit {

class JsonParser;

// Comma-separated values and their like. The header tells the delimiter where the map does not; so does a line "sep=;" above it.
class CsvRows : public RowSource {
public:
    CsvRows(char delimiter, std::string encoding) : delimiter_(delimiter), pieces_(std::move(encoding)) {}
    std::optional<Error> feed(std::string_view bytes, RowTaker& to) override;
    std::optional<Error> finish(RowTaker& to) override;

private:
    std::optional<Error> take(std::string_view text);
    std::optional<Error> begin();

    char delimiter_;
    TextPieces pieces_;
    std::string head_ = {};     // up to the header's end, until that has come
    std::uint64_t skipped_ = 0; // lines above the header
    RowTaker* to_ = nullptr;
    std::unique_ptr<CsvReader> reader_ = {};
};

// Objects as JSON, one a line. Columns are keys, or paths of them: "sender.role".
class JsonlRows : public RowSource {
public:
    JsonlRows(const ColumnMap& map, std::string encoding);
    ~JsonlRows() override;
    std::optional<Error> feed(std::string_view bytes, RowTaker& to) override;
    std::optional<Error> finish(RowTaker& to) override;

private:
    std::optional<Error> take(std::string_view text);
    void line(std::string_view text);
    void begin();

    const ColumnMap& map_;
    TextPieces pieces_;
    std::unique_ptr<JsonParser> parser_;
    std::string rest_ = {}; // a line that goes on in the next piece
    std::uint64_t line_ = 0;
    RowTaker* to_ = nullptr;
    Arena arena_ = {};
    std::vector<std::string_view> cells_ = {};
    std::vector<bool> seen_ = {}; // columns that some line has
    std::string first_keys_ = {};
};

std::unique_ptr<RowSource> rows_of(const ColumnMap& map, const std::string& encoding);

} // namespace motaudit
