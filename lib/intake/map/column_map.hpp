#pragma once

#include "base/result.hpp"
#include "intake/map/time_form.hpp"
#include "model/conversation.hpp"
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// What a column may hold. Those up to `known_account` are of the conversation, the others of a row.
enum class Field : std::uint8_t {
    id,
    channel,
    agent,
    agent_id,
    customer,
    language,
    brand,
    account,
    team,
    site,
    topic,
    started_at,
    subject,
    reply,
    ended_by,
    known_phone,
    known_email,
    known_model,
    known_imei,
    known_order,
    known_location,
    known_purchase_date,
    known_os_version,
    known_account,
    speaker,
    name,
    text,
    time,
    end,
    event,
    is_private,
    transcript,
    question,
    answer,
    html
};
inline constexpr std::size_t field_count = 35;
extern const std::array<std::string_view, field_count> field_names; // as a map writes them: "known.phone"

// A value of a column, without blanks around it and in lower case, and what it stands for.
template <class T>
using Values = std::map<std::string, T, std::less<>>;

// What the columns of a table are: --map FILE.
struct ColumnMap {
    enum class Format : std::uint8_t { csv, tsv, jsonl, xlsx };
    struct Column {
        Field field = Field::id;
        std::string name = {};
        std::size_t line = 0;                 // of the map
        std::vector<std::string> others = {}; // names it may have as well: the first that stands in the header counts
    };

    std::string path = {}; // of the map
    Format format = Format::csv;
    char delimiter = 0;                                  // 0 = as the header shows
    std::string sheet = {};                              // of a workbook; empty = the first
    std::string encoding = {};                           // empty = as --encoding says
    bool row_is_whole = false;                           // a row is a conversation, not a message
    bool ordered = true;                                 // a conversation's rows stand together
    bool html = false;                                   // texts are HTML
    std::size_t cut_at = 0;                              // characters of a text that the system keeps; 0 = all
    bool is_built_in = false;                            // of a known export: columns may lack, names are compared by their letters
    std::vector<Column> columns;                         // in the order of Field; so are the cells of a record's rows
    std::array<std::string, field_count> constants = {}; // where the file has no column, or its cell is empty
    TimeForm time = {};
    Values<Speaker> speakers = {};
    Values<Channel> channels = {};
    Values<Event> events = {};
    Values<Reply> replies = {};
    Values<EndedBy> enders = {};
    Values<bool> privates = {};

    // The place of a field among the columns; nothing where the file does not hold it.
    std::optional<std::size_t> place(Field field) const;
};

// A map, or everything that is wrong in it, by line.
struct LoadedMap {
    std::shared_ptr<const ColumnMap> map = {};
    std::vector<Error> errors = {};
};
LoadedMap load_map(const std::string& path);
LoadedMap parse_map(std::string_view text, const std::string& path);

} // namespace motaudit
