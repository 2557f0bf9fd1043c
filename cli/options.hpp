#pragma once

#include "arguments.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace motaudit {

// What the options of all commands hold, before it is understood.
struct Raw {
    StandardSource source = {};
    std::string channel = {}, fail_under = {}, threads = {}, colour = "auto";
    std::vector<std::string> fail_on = {}, speaker_map = {}, archive_limits = {};
    std::string help_for = {};
    AuditArguments audit = {};
    CalibrateArguments calibrate = {};
    FixArguments fix = {};
    std::string id = {};
    std::vector<std::string> standards = {};
    std::string map = {};
    std::string week = {}, since = {}, until = {}, zone = {}, longest = {};
    std::vector<std::string> by = {}, coaching = {};
    bool redact = false, no_redact = false;
};

// Of rows with a name each.
template <class Table>
std::vector<std::string_view> names_in(const Table& table) {
    std::vector<std::string_view> names;
    for (const auto& row : table) names.push_back(row.name);
    return names;
}

// The commands with their options and examples; what is given goes to `raw`.
void add_commands(CLI::App& program, Raw& raw);

} // namespace motaudit
