// Any bytes as a table, read by one map of messages and one of transcripts; the first byte says in what pieces it comes.
#include "fuzz/drive.hpp"
#include "intake/map/column_map.hpp"
#include "intake/map/mapped.hpp"
#include <cstdint>
#include <cstdlib>

using namespace motaudit;

namespace {

constexpr std::string_view messages = R"(format = "csv"
ordered = false
cut_at = 40
[columns]
id = ["Conversation", "Id"]
time = "Sent"
speaker = "From"
name = "Name"
text = "Message"
html = "Body"
event = "Type"
private = "Type"
known.model = "Device"
[constants]
channel = "chat"
[speaker]
"Operator" = "agent"
"Visitor" = "customer"
[event]
"Left" = "leave"
[private]
"Note" = true
[time]
format = "%d/%m/%Y %H:%M:%S"
zone = "+10:00"
)";

constexpr std::string_view transcripts = R"(format = "csv"
[columns]
id = "Conversation"
transcript = "Message"
agent = "Name"
started_at = "Sent"
[constants]
channel = "chat"
[speaker]
"Operator" = "agent"
)";

std::shared_ptr<const ColumnMap> map_of(std::string_view text) {
    auto loaded = parse_map(text, "map.toml");
    if (!loaded.map) std::abort();
    return loaded.map;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto maps = {map_of(messages), map_of(transcripts)};
    if (size == 0) return 0;
    const std::string_view rows(reinterpret_cast<const char*>(data + 1), size - 1);
    for (const auto& map : maps) {
        ReadOptions options;
        options.map = map;
        fuzz::drive(readers::mapped, rows, options, data[0] + std::size_t{1});
    }
    return 0;
}
