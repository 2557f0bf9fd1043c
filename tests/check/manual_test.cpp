#include "check/table.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

using namespace motaudit;

namespace {

// The section on kinds of check of motaudit-standard(5), its entries as "kind" and "kind.setting".
std::set<std::string> in_manual() {
    std::ifstream page(TESTS_FOLDER "/../man/motaudit-standard.5");
    std::set<std::string> entries;
    std::string kind;
    bool in_section = false, in_settings = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with(".Sh")) in_section = line == ".Sh KINDS OF CHECK";
        if (!in_section) continue;
        if (line.starts_with(".Bl")) in_settings = line.ends_with("-compact");
        if (line == ".El") in_settings = false;
        if (!line.starts_with(".It Cm ")) continue;
        std::string name;
        std::istringstream(line.substr(7)) >> name;
        if (!in_settings) kind = name;
        entries.insert(in_settings ? kind + "." + name : name);
    }
    return entries;
}

} // namespace

TEST_CASE("the manual names every kind of check with its settings, and no others") {
    std::set<std::string> in_table;
    for (const auto& kind : checks::all()) {
        in_table.insert(std::string(kind.name));
        for (const auto& setting : kind.settings) in_table.insert(std::string(kind.name) + "." + std::string(setting.name));
    }
    const auto manual = in_manual();
    for (const auto& entry : in_table) CHECK_MESSAGE(manual.contains(entry), "not in the manual: ", entry);
    for (const auto& entry : manual) CHECK_MESSAGE(in_table.contains(entry), "no longer there: ", entry);
}
