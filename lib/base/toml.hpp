#pragma once

#include "base/result.hpp"
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// A value of a TOML file with its place. Entries of a table are in the order of the file.
struct Node {
    enum class Type : unsigned char { text, number, flag, date, array, table };
    Type type = Type::table;
    std::string key = {};  // in a table
    std::string text = {}; // of a text; of a date "2026-01-31"
    double number = 0;     // of a number; 0 or 1 of a flag
    std::vector<Node> items = {};
    std::size_t line = 0, column = 0;         // of the value
    std::size_t key_line = 0, key_column = 0; // of its key; of the value in an array

    bool is(Type wanted) const { return type == wanted; }
    const Node* find(std::string_view name) const; // an entry of a table
};

// "a text", "a number", …: for errors.
std::string_view name_of(Node::Type type);

// Reads a TOML file. `path` is how errors name it.
Result<Node> read_toml(std::string_view bytes, const std::string& path);

} // namespace motaudit
