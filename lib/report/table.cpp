#include "report/formats.hpp"

#include <algorithm>
#include <array>

namespace motaudit::reporters {

std::span<const Reporter> all() {
    static const std::array rows = {text, json, jsonl, csv, html, markdown, junit, sarif, github};
    return rows;
}

const Reporter* find(std::string_view name) {
    const auto rows = all();
    const auto row = std::ranges::find(rows, name, &Reporter::name);
    return row == rows.end() ? nullptr : &*row;
}

} // namespace motaudit::reporters
