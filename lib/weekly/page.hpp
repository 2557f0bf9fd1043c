#pragma once

#include "report/reporter.hpp"
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motaudit::weekly {

struct Column {
    std::string name = {};
    bool is_number = false;
};

// A piece of a report for people, in plain text; whoever writes it makes what is foreign in it harmless.
struct Block {
    enum class Kind { title, heading, subheading, paragraph, item, quote, table };
    Kind kind = Kind::paragraph;
    std::string text = {};
    std::vector<Column> columns = {}; // of a table
    std::vector<std::vector<std::string>> rows = {};
};

// A report for people, before it is text or Markdown.
struct Page {
    std::vector<Block> blocks = {};

    void add(Block::Kind kind, std::string text) { blocks.push_back({.kind = kind, .text = std::move(text)}); }
    void add_table(std::vector<Column> columns, std::vector<std::vector<std::string>> rows) {
        if (!rows.empty()) blocks.push_back({.kind = Block::Kind::table, .columns = std::move(columns), .rows = std::move(rows)});
    }
};

void write_page_text(const Page& page, const ReportStyle& style, std::string& out);
void write_page_markdown(const Page& page, std::string& out);

} // namespace motaudit::weekly
