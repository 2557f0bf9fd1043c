#pragma once

#include "base/hash_table.hpp"
#include "intake/map/column_map.hpp"
#include "intake/reader.hpp"
#include "intake/rows.hpp"
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>

namespace motaudit {

// Puts the rows of a table together to conversations, each a record of packed rows. Holds the rows of one conversation, or of all
// where the map says that they are not in order; and of each conversation that is done a few bytes, to know it again.
class TableCutter : public Cutter, private RowTaker {
public:
    TableCutter(std::string_view path, const ReadOptions& options, const ColumnMap& map, std::unique_ptr<RowSource> rows);

    void feed(std::string_view bytes) override;
    void finish() override;
    bool next(Record& record) override;

private:
    struct Group {
        std::string id = {};
        std::string bytes = {}; // packed
        std::uint64_t line = 0; // of its first row
        std::string fault = {};
        std::uint64_t fault_line = 0;
    };

    void row(std::uint64_t line, std::span<const std::string_view> cells) override;
    void broken_row(Error error) override;
    void header(std::uint64_t line, std::span<const std::string_view> cells);
    std::size_t find_column(const ColumnMap::Column& column) const;
    bool may_lack(Field field) const;
    bool is_header(std::span<const std::string_view> cells) const;
    void look_at_speaker(std::uint64_t line, std::span<const std::string_view> cells);
    std::string ragged(std::span<const std::string_view> cells) const;
    void single(std::uint64_t line, std::span<const std::string_view> cells, std::string fault);
    Group& group_of(std::string_view id, std::uint64_t line);
    void add(Group& group, std::uint64_t line, std::span<const std::string_view> cells);
    void close(Group& group);
    void emit(Group&& group);
    void refuse(std::uint64_t line, std::string message);
    void stop(Error error);

    const ReadOptions& options_;
    const ColumnMap& map_;
    std::string path_;
    std::unique_ptr<RowSource> source_;
    bool headed_ = false, stopped_ = false;
    std::vector<std::string> header_ = {};
    std::vector<std::size_t> places_ = {};              // of the map's columns, in the file's rows; npos where it lacks
    std::optional<std::size_t> id_ = {}, speaker_ = {}; // the same of these two
    Group open_ = {};
    bool is_open_ = false;
    HashTable<std::uint64_t> done_ = {};                      // first lines of conversations that are done, by their ids
    std::unordered_map<std::string, std::size_t> index_ = {}; // not in order: of groups_
    std::deque<Group> groups_ = {};
    std::deque<Group> ready_ = {};
    Group given_ = {};
    std::uint64_t number_ = 0;
    std::string last_speaker_ = {}; // the last value that is known
    struct Stranger {
        std::string value = {};
        std::uint64_t line = 0;
    };
    std::vector<Stranger> strangers_ = {}; // the first values that are not
};

} // namespace motaudit
