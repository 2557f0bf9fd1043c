#include "report/screen.hpp"
#include "report/visible.hpp"
#include "text/width.hpp"
#include "weekly/page.hpp"

#include <algorithm>

namespace motaudit::weekly {
namespace {

constexpr std::size_t gap = 2, least_words = 8;

void lines(std::string_view text, std::size_t indent, std::string_view lead, const ReportStyle& style, std::string& out) {
    out.append(indent, ' ').append(lead);
    const auto at = indent + columns_of(lead);
    wrap(visible(text), {at, at, width_of(style)}, out);
    out += '\n';
}

// As wide as what stands in them; where that is more than the screen, the columns of words give way, the widest first.
std::vector<std::size_t> widths_of(const Block& table, std::size_t screen) {
    std::vector<std::size_t> widths;
    for (const auto& column : table.columns) widths.push_back(columns_of(column.name));
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(visible(row[i])));
    std::size_t sum = gap;
    for (const auto width : widths) sum += width + gap;
    while (sum > screen + gap) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i)
            if (!table.columns[i].is_number && widths[i] > least_words && (widest == widths.size() || widths[i] > widths[widest]))
                widest = i;
        if (widest == widths.size()) break;
        --widths[widest];
        --sum;
    }
    return widths;
}

std::string row_of(const Block& table, const std::vector<std::size_t>& widths, const std::vector<std::string>& cells) {
    std::string line(gap, ' ');
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto cell = fit(visible(cells[i]), widths[i]);
        const std::string room(widths[i] - columns_of(cell), ' ');
        if (i > 0) line.append(gap, ' ');
        line += table.columns[i].is_number ? room + cell : cell + room;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

void write_table(const Block& table, const ReportStyle& style, std::string& out) {
    const auto widths = widths_of(table, width_of(style));
    std::vector<std::string> names;
    for (const auto& column : table.columns) names.push_back(column.name);
    paint(Ink::dim, row_of(table, widths, names), style, out);
    out += '\n';
    for (const auto& row : table.rows) out += row_of(table, widths, row) + "\n";
}

} // namespace

void write_page_text(const Page& page, const ReportStyle& style, std::string& out) {
    using enum Block::Kind;
    for (const auto& block : page.blocks) {
        switch (block.kind) {
        case title:
        case heading:
            if (!out.empty()) out += '\n';
            paint(Ink::bold, visible(block.text), style, out);
            out += '\n';
            if (block.kind == title)
                out.append(std::min<std::size_t>(columns_of(visible(block.text)), width_of(style)), '=').append("\n");
            break;
        case subheading:
            out += '\n';
            out.append(gap, ' ');
            paint(Ink::bold, visible(block.text), style, out);
            out += '\n';
            break;
        case paragraph:
            lines(block.text, gap, "", style, out);
            break;
        case item:
            lines(block.text, gap, "- ", style, out);
            break;
        case quote:
            lines(block.text, 2 * gap, "| ", style, out);
            break;
        case table:
            write_table(block, style, out);
            break;
        }
    }
}

} // namespace motaudit::weekly
