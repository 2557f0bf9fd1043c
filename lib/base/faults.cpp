#include "base/faults.hpp"

#include "base/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace motaudit {

void Faults::at_key(const std::string& path, const Node& node, std::string message) {
    errors.push_back({path, node.key_line, node.key_column, std::move(message)});
}

void Faults::at_value(const std::string& path, const Node& node, std::string message) {
    errors.push_back({path, node.line, node.column, std::move(message)});
}

bool Checked::is(const Node& node, Node::Type wanted) const {
    if (node.is(wanted)) return true;
    if (node.key.empty())
        wrong(node, fmt::format("expected {}, this is {}", name_of(wanted), name_of(node.type)));
    else
        wrong(node, fmt::format("'{}' takes {}, this is {}", node.key, name_of(wanted), name_of(node.type)));
    return false;
}

std::string Checked::text(const Node& node) const {
    if (!is(node, Node::Type::text)) return {};
    if (!is_blank(node.text)) return node.text;
    wrong(node, node.key.empty() ? "an empty text" : fmt::format("'{}' is empty", node.key));
    return {};
}

std::vector<std::string> Checked::texts(const Node& node) const {
    std::vector<std::string> out;
    if (node.is(Node::Type::text)) {
        if (auto one = text(node); !one.empty()) out.push_back(std::move(one));
    } else if (node.is(Node::Type::array)) {
        for (const auto& item : node.items)
            if (auto one = text(item); !one.empty()) out.push_back(std::move(one));
    } else {
        wrong(node, fmt::format("'{}' takes a text or a list of texts, this is {}", node.key, name_of(node.type)));
    }
    return out;
}

void Checked::keys(const Node& table, std::span<const std::string_view> known) const {
    for (const auto& entry : table.items)
        if (std::ranges::find(known, entry.key) == known.end()) faults.at_key(path, entry, unknown("key", entry.key, known));
}

std::string unknown(std::string_view what, std::string_view word, std::span<const std::string_view> right) {
    const auto near = nearest(word, right);
    return near.empty() ? fmt::format("unknown {} '{}'", what, word) : fmt::format("unknown {} '{}' ({}?)", what, word, near);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

} // namespace motaudit
