#pragma once

#include "base/result.hpp"
#include "base/toml.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// Collects what is wrong in files that people write, so that all of it is told at once.
struct Faults {
    std::vector<Error> errors = {};

    void at_key(const std::string& path, const Node& node, std::string message);
    void at_value(const std::string& path, const Node& node, std::string message);
};

// One TOML file under check: reads values of the type wanted and reports those that are not.
struct Checked {
    const std::string& path; // as errors name it
    Faults& faults;

    bool is(const Node& node, Node::Type wanted) const;     // reports where it is not
    std::string text(const Node& node) const;               // never blank; empty after a report
    std::vector<std::string> texts(const Node& node) const; // a text, or a list of texts
    void keys(const Node& table, std::span<const std::string_view> known) const;
    void wrong(const Node& node, std::string message) const { faults.at_value(path, node, std::move(message)); }
};

// "unknown list 'empaty' (empathy?)": the nearest of the words that would have been right, where one is near.
std::string unknown(std::string_view what, std::string_view word, std::span<const std::string_view> right);

bool is_blank(std::string_view text);

} // namespace motaudit
