#include "intake/map/known_tables.hpp"

#include "base/csv.hpp"
#include "intake/column_name.hpp"
#include "intake/readers.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace motaudit {
namespace {

// The parts of a text between separators.
std::vector<std::string_view> parts(std::string_view text, char separator) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto size = std::min(text.find(separator), text.size());
        out.push_back(text.substr(0, size));
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return out;
}

// The first row, as far as the head shows it whole.
std::vector<std::string> header_of(std::string_view text) {
    if (text.starts_with("sep=")) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    const auto end = text.find_first_of("\r\n"); // names of columns stand on one line
    if (end == std::string_view::npos) return {};
    std::vector<std::string> names;
    CsvReader reader(csv_separator(text), [&](std::size_t, std::span<const std::string_view> cells) {
        for (const auto cell : cells) names.push_back(plain_column(cell));
    });
    if (reader.feed(text.substr(0, end)) || reader.finish()) return {};
    return names;
}

// How many of its columns the header has; 0 where one lacks.
std::size_t fit(const KnownTable& table, const std::vector<std::string>& header) {
    const auto words = parts(table.columns, ' ');
    const bool all = std::ranges::all_of(words, [&](std::string_view word) {
        return std::ranges::any_of(parts(word, '|'),
                                   [&](std::string_view name) { return std::ranges::find(header, name) != header.end(); });
    });
    return all ? words.size() : 0;
}

std::shared_ptr<const ColumnMap> load_known(std::string_view name) {
    const auto path = std::string(name) + ".toml";
    for (const auto& file : embedded_maps()) {
        if (file.path != path) continue;
        const auto loaded =
            parse_map({file.begin, static_cast<std::size_t>(file.end - file.begin)}, "lib/intake/map/known/" + path);
        if (!loaded.map) break;
        const auto map = std::make_shared<ColumnMap>(*loaded.map);
        map->is_built_in = true;
        return map;
    }
    return std::make_shared<ColumnMap>(); // a test reads them all
}

} // namespace

Result<const Reader*> recognise_known_table(std::string_view head) {
    const auto header = header_of(plain_head(head));
    if (header.size() < 3) return nullptr;
    std::size_t most = 1;
    std::string names;
    const Reader* best = nullptr;
    for (const auto& table : known_tables) {
        const auto sure = fit(table, header);
        if (sure < most) continue;
        names = sure == most && best != nullptr ? fmt::format("{}, {}", names, table.name) : std::string(table.name);
        most = sure;
        best = readers::find(table.name);
    }
    if (names.find(',') != std::string::npos) return Error{.message = fmt::format("could be {}; --from says which", names)};
    return best;
}

const ColumnMap& known_map(std::size_t row) {
    static const auto maps = [] {
        std::array<std::shared_ptr<const ColumnMap>, std::size(known_tables)> all;
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = load_known(known_tables[i].name);
        return all;
    }();
    return *maps[row];
}

} // namespace motaudit
