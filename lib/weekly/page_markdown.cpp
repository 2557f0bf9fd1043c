#include "report/visible.hpp"
#include "weekly/page.hpp"

#include <string_view>

// CommonMark with the tables of GitHub. What comes from outside is text and nothing else: every sign that could be markup is
// escaped, and so are those of HTML.

namespace motaudit::weekly {
namespace {

// `begins`: it stands where a line begins, and a list could.
std::string plain(std::string_view text, bool begins) {
    std::string out;
    const auto shown = visible(text);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const char c = shown[i];
        const std::string_view rest = std::string_view(shown).substr(i);
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else {
            // An address or a name with @ would become a link.
            const bool links = c == ':' && (rest.starts_with("://"));
            if (std::string_view("\\`*_{}[]|~$#!^").find(c) != std::string_view::npos) out += '\\';
            if (begins && i == 0 && (c == '-' || c == '+' || c == '=')) out += '\\';
            if (c == '@' || links)
                out += c == '@' ? "&#64;" : "&#58;";
            else
                out += c;
        }
    }
    // "1. " at the beginning would be a list, "www." a link.
    const auto digits = out.find_first_not_of("0123456789");
    if (begins && digits != 0 && digits != std::string::npos && (out[digits] == '.' || out[digits] == ')'))
        out.insert(digits, "\\");
    for (auto at = out.find("www."); at != std::string::npos; at = out.find("www.", at + 8)) out.replace(at + 3, 1, "&#46;");
    return out;
}

void write_table(const Block& table, std::string& out) {
    out += '|';
    for (const auto& column : table.columns) out.append(" ").append(plain(column.name, false)).append(" |");
    out += "\n|";
    for (const auto& column : table.columns) out += column.is_number ? " ---: |" : " --- |";
    out += '\n';
    for (const auto& row : table.rows) {
        out += '|';
        for (const auto& cell : row) out.append(" ").append(plain(cell, false)).append(" |");
        out += '\n';
    }
}

} // namespace

void write_page_markdown(const Page& page, std::string& out) {
    using enum Block::Kind;
    const Block* before = nullptr;
    for (const auto& block : page.blocks) {
        const bool goes_on = before != nullptr && before->kind == block.kind && block.kind == item;
        const bool of_item = before != nullptr && before->kind == item && block.kind == quote;
        if (before != nullptr && !goes_on) out += '\n';
        switch (block.kind) {
        case title:
            out += "# ";
            break;
        case heading:
            out += "## ";
            break;
        case subheading:
            out += "### ";
            break;
        case item:
            out += "- ";
            break;
        case quote:
            out += of_item ? "  > " : "> ";
            break;
        case paragraph:
            break;
        case table:
            write_table(block, out);
            break;
        }
        if (block.kind != table) out.append(plain(block.text, true)).append("\n");
        before = &block;
    }
}

} // namespace motaudit::weekly
