#include "sheet_files.hpp"

#include "base/input.hpp"
#include <optional>

namespace motaudit {
namespace {

// Of a file, to know what it holds: its first line, or so much of it.
constexpr std::size_t head_size = std::size_t{64} << 10;

} // namespace

Held read_sheets(const std::string& path, const SheetReader::Take& take, const SheetReader::Problem& problem) {
    std::string head;
    std::optional<SheetReader> reader;
    const auto begin = [&] {
        const auto kind = sheet_kind(head);
        if (!kind) return false;
        reader.emplace(*kind, path, head, take, problem);
        reader->feed(head);
        return true;
    };
    const auto error = read_pieces(path, [&](std::string_view piece) {
        if (reader) {
            reader->feed(piece);
            return true;
        }
        head += piece;
        return (head.find('\n') == std::string::npos && head.size() < head_size) || begin();
    });
    if (error) {
        problem(*error);
        return Held::nothing_read;
    }
    if (!reader && !begin()) return Held::something_else;
    reader->finish();
    return Held::sheets;
}

} // namespace motaudit
