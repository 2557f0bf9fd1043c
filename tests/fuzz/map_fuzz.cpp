// Any bytes as a map of columns: a map or what is wrong in it, by line; a map that is taken reads a table.
#include "fuzz/drive.hpp"
#include "intake/map/column_map.hpp"
#include "intake/map/mapped.hpp"
#include <cstdint>
#include <cstdlib>

using namespace motaudit;

namespace {

constexpr std::string_view table = "Conversation,Sent,From,Name,Message,Body,Type\n"
                                   "1,03/03/2025 10:00:00,Operator,Lee,Hello,,\n"
                                   "1,2025-03-03T10:00:10Z,Visitor,Ana,,<p>Hi &amp; bye</p>,Note\n"
                                   "2,1740967200,Operator,Lee,\"Operator: Hi\nVisitor: Hello\",,Left\n";

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto loaded = parse_map({reinterpret_cast<const char*>(data), size}, "map.toml");
    std::size_t told = 0;
    for (const auto& error : loaded.errors) told += error.text().size();
    if (!loaded.map && told == 0) std::abort(); // refused without a word
    if (!loaded.map) return 0;
    ReadOptions options;
    options.map = loaded.map;
    if (loaded.map->format != ColumnMap::Format::xlsx) fuzz::drive(readers::mapped, table, options, 50);
    return 0;
}
