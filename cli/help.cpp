#include "help.hpp"

#include <fmt/format.h>
#include <string_view>

namespace motaudit {
namespace {

constexpr std::size_t width = 80;
constexpr std::size_t column = 28; // where descriptions begin

// One row: a name and what it stands for, wrapped to the screen.
void add_row(std::string_view name, std::string_view meaning, std::string& out) {
    std::string line = fmt::format("  {}", name);
    if (line.size() + 2 > column) {
        out += line + "\n";
        line.clear();
    }
    line.resize(column, ' ');
    std::size_t used = 0; // of the meaning, in this line
    while (!meaning.empty()) {
        const auto space = std::min(meaning.find(' '), meaning.size());
        if (used > 0 && line.size() + 1 + space > width) {
            out += line + "\n";
            line.assign(column, ' ');
            used = 0;
        }
        if (used > 0) line += ' ';
        line += meaning.substr(0, space);
        used += space + 1;
        meaning.remove_prefix(std::min(space + 1, meaning.size()));
    }
    out += line + "\n";
}

std::string names_of(const CLI::Option& option) {
    const bool has_short = !option.get_snames().empty();
    std::string names = has_short ? "-" + option.get_snames()[0] : "   ";
    if (!option.get_lnames().empty()) names += fmt::format("{} --{}", has_short ? "," : "", option.get_lnames()[0]);
    if (option.get_type_size() != 0) names += " " + option.get_type_name();
    return names;
}

} // namespace

std::string HelpLayout::make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const {
    const auto options = app->get_options([](const CLI::Option* o) { return !o->get_positional() && !o->get_group().empty(); });
    const auto positionals = app->get_options([](const CLI::Option* o) { return o->get_positional(); });
    const auto commands = app->get_subcommands([](const CLI::App* a) { return !a->get_name().empty(); });

    std::string out = app->get_description() + "\n";
    if (!app->get_footer().empty()) out += "\nExamples:\n" + app->get_footer() + "\n";
    out += "\nUsage: " + whole_name(*app);
    if (!commands.empty()) out += " COMMAND";
    out += " [OPTION…]";
    for (const auto* positional : positionals) out += " " + positional->get_type_name();
    out += "\n";
    if (!commands.empty()) {
        out += "\nCommands:\n";
        for (const auto* command : commands) add_row(command->get_name(), command->get_description(), out);
    }
    if (!options.empty()) out += "\nOptions:\n";
    for (const auto* option : options) add_row(names_of(*option), option->get_description(), out);
    return out;
}

std::string whole_name(const CLI::App& app) {
    std::string name = app.get_name();
    for (const auto* above = app.get_parent(); above != nullptr; above = above->get_parent()) name = above->get_name() + " " + name;
    return name;
}

std::string help_of(const CLI::App& app) { return app.get_formatter()->make_help(&app, {}, CLI::AppFormatMode::Normal); }

} // namespace motaudit
