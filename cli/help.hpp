#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace motaudit {

// Help as a person reads it: what the command is for, examples, then the options. An App's footer holds its examples.
class HelpLayout : public CLI::Formatter {
public:
    std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
};

// "motaudit standard check"
std::string whole_name(const CLI::App& app);

std::string help_of(const CLI::App& app);

} // namespace motaudit
