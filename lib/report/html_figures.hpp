#pragma once

#include "model/summary.hpp"
#include "report/reporter.hpp"
#include "report/tally.hpp"
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

// What stands at the head of the page: figures, charts and tables, all as text ready to be put in.
namespace motaudit {

struct Headline {
    std::string name = {}, value = {}, unit = {}, more = {}, kind = {};
};

// A column of a chart; the numbers are in the units of the drawing.
struct Column {
    std::string x = {}, y = {}, w = {}, h = {}, middle = {}, above = {}, kind = {};
    std::string value = {}, label = {}; // above and below it; empty = none
};

// A row of numbers; of a table with a bar, drawn `bar` per cent long beside its first number.
struct BarRow {
    std::string name = {}, id = {}, bar = {}, kind = {}, lead = {};
    std::vector<std::string> cells = {};
};

struct Chart {
    std::string anchor = {}, title = {}, told = {};
    unsigned width = 0;
    std::vector<Column> columns = {};
    std::vector<std::string> heads = {};
    std::vector<BarRow> rows = {};
};

struct BarTable {
    std::string anchor = {}, title = {}, more = {};
    std::vector<std::string> heads = {};
    std::vector<BarRow> rows = {};
};

struct Figures {
    std::string judged = {}, period = {}, counts = {}, order = {}, each_title = {}, rest_title = {};
    std::vector<Headline> headlines = {};
    std::vector<std::string> skips = {}, digests = {};
    std::vector<std::pair<std::string, std::string>> standards = {}; // name and version, conversations
    std::vector<Chart> charts = {};
    std::vector<BarTable> tables = {};
};

// Of so many listed conversations, so many are shown with their turns.
Figures figures_of(const Tally& tally, const Summary& summary, std::size_t listed, std::size_t shown, const ReportStyle& style);

} // namespace motaudit
