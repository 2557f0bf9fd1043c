#include "base/toml.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

// The one place that sees toml++, which is slow to compile: its tree is copied into Nodes, which keep the order of the file.

namespace motaudit {
namespace {

void place(Node& node, const toml::source_region& source) {
    node.line = node.key_line = source.begin.line;
    node.column = node.key_column = source.begin.column;
}

Node copy(const toml::node& from);

void copy_value(Node& to, const toml::node& from) {
    using Type = Node::Type;
    if (const auto* text = from.as_string()) {
        to.type = Type::text;
        to.text = text->get();
    } else if (const auto* whole = from.as_integer()) {
        to.type = Type::number;
        to.number = static_cast<double>(whole->get());
    } else if (const auto* real = from.as_floating_point()) {
        to.type = Type::number;
        to.number = real->get();
    } else if (const auto* flag = from.as_boolean()) {
        to.type = Type::flag;
        to.number = flag->get() ? 1 : 0;
    } else if (const auto* date = from.as_date()) {
        to.type = Type::date;
        to.text = fmt::format("{:04}-{:02}-{:02}", date->get().year, date->get().month, date->get().day);
    } else {
        to.type = Type::date; // a time of day is nowhere right; its text stays empty
    }
}

Node copy(const toml::node& from) {
    Node to;
    place(to, from.source());
    if (const auto* array = from.as_array()) {
        to.type = Node::Type::array;
        to.items.reserve(array->size());
        for (const auto& item : *array) to.items.push_back(copy(item));
    } else if (const auto* table = from.as_table()) {
        to.items.reserve(table->size());
        for (const auto& [key, value] : *table) {
            auto& entry = to.items.emplace_back(copy(value));
            entry.key = key.str();
            entry.key_line = key.source().begin.line;
            entry.key_column = key.source().begin.column;
        }
        std::ranges::stable_sort(to.items, [](const Node& a, const Node& b) {
            return a.key_line != b.key_line ? a.key_line < b.key_line : a.key_column < b.key_column;
        });
    } else {
        copy_value(to, from);
    }
    return to;
}

} // namespace

const Node* Node::find(std::string_view name) const {
    const auto at = std::ranges::find(items, name, &Node::key);
    return at == items.end() ? nullptr : &*at;
}

std::string_view name_of(Node::Type type) {
    static constexpr std::string_view names[] = {"a text", "a number", "true or false", "a date", "a list", "a table"};
    return names[static_cast<std::size_t>(type)];
}

Result<Node> read_toml(std::string_view bytes, const std::string& path) {
    try {
        return copy(toml::parse(bytes, std::string_view{path}));
    } catch (const toml::parse_error& wrong) {
        const auto at = wrong.source().begin;
        return Error{path, at.line, at.column, std::string(wrong.description())};
    }
}

} // namespace motaudit
