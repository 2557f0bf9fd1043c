#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// How the rows of one conversation travel from the cutter to the reader as one record: a letter that says what it is, then of each
// row its line and each cell's size and bytes, for the map's columns in their order. Or, instead of rows, what is wrong.

namespace motaudit::packed {

inline constexpr char rows = 'R', fault = 'F', hint = 'H';

template <class Number>
void put(Number number, std::string& out) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out.append(bytes, sizeof number);
}

template <class Number>
Number take(std::string_view& bytes) {
    Number number = 0;
    if (bytes.size() < sizeof number) return number;
    std::memcpy(&number, bytes.data(), sizeof number);
    bytes.remove_prefix(sizeof number);
    return number;
}

inline void put_cell(std::string_view cell, std::string& out) {
    put(static_cast<std::uint32_t>(cell.size()), out);
    out.append(cell);
}

// Rows as a rectangle of cells.
struct Rows {
    std::vector<std::uint64_t> lines = {};
    std::vector<std::string_view> cells = {};
    std::size_t columns = 0;

    void unpack(std::string_view bytes, std::size_t width) {
        columns = width;
        lines.clear();
        cells.clear();
        while (!bytes.empty()) {
            lines.push_back(take<std::uint64_t>(bytes));
            for (std::size_t i = 0; i < width; ++i) {
                const auto size = std::min<std::size_t>(take<std::uint32_t>(bytes), bytes.size());
                cells.push_back(bytes.substr(0, size));
                bytes.remove_prefix(size);
            }
        }
    }

    std::span<const std::string_view> row(std::size_t at) const { return std::span(cells).subspan(at * columns, columns); }
};

} // namespace motaudit::packed
