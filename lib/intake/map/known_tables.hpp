#pragma once

#include "base/embedded_file.hpp"
#include "intake/map/column_map.hpp"
#include "intake/reader.hpp"
#include <span>
#include <string_view>

namespace motaudit {

// A table that a system exports with columns of its own. To add one: its map, maps/NAME.toml, and a row.
struct KnownTable {
    std::string_view name = {};    // for --from
    std::string_view summary = {}; // one line for help and manual
    // The columns it is known by, compared by their letters: words all of which the header has, '|' between names for one column.
    std::string_view columns = {};
};

inline constexpr KnownTable known_tables[] = {
    {"salesforce-email-csv", "Salesforce EmailMessage as a table",
     "incoming textbody|htmlbody parentid|parentcasenumber|casenumber|relatedtoid"},
    {"salesforce-case-csv", "Salesforce Case as a table", "casenumber|caseid subject description"},
    {"salesforce-chat-csv", "Salesforce LiveChatTranscript as a table",
     "body livechatvisitorid|livechatdeploymentid|livechatbuttonid|livechattranscriptname|chatkey"},
    {"salesforce-entries-csv", "Salesforce ConversationEntry as a table",
     "actortype message conversationid|conversationidentifier"},
};

std::span<const EmbeddedFile> embedded_maps(); // maps/

// Which of them a file is that begins so: the one reader, none (null), or an error where two are as likely.
Result<const Reader*> recognise_known_table(std::string_view head);

// Its map, read once.
const ColumnMap& known_map(std::size_t row);

// Reads a table by a map that no option gave.
void read_by_map(const ColumnMap& map, const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);
std::unique_ptr<Cutter> open_by_map(const ColumnMap& map, std::string_view path, const ReadOptions& options);

} // namespace motaudit
