#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

// The plan of the house: a file includes only lower floors and its own room, there are no circles, and the library keeps
// silent. A rule that is only written down does not last.

namespace {

namespace fs = std::filesystem;

const std::map<std::string, int> floors = {{"base", 0},      {"text", 1},   {"unpack", 1}, {"model", 2}, {"intake", 3},
                                           {"standard", 3},  {"query", 3},  {"score", 3},  {"report", 3}, {"check", 4},
                                           {"calibrate", 4}, {"weekly", 4}, {"gate", 4}, {"fix", 5}, {"audit", 5},  {"cli", 6}};

struct Source {
    std::string path; // from the top of the tree: lib/text/words.hpp
    std::string room;
    std::vector<std::string> includes; // of the house
    std::vector<std::string> lines;
};

// "text/words.hpp" is of the room text; a file right under lib/ is of the front door, audit.
std::string room_of(const std::string& path, const std::string& without_folder) {
    const auto slash = path.find('/');
    return slash == std::string::npos ? without_folder : path.substr(0, slash);
}

std::vector<Source> sources() {
    const fs::path top = fs::path(TESTS_FOLDER).parent_path();
    std::vector<Source> all;
    for (const std::string part : {"lib", "cli"}) {
        for (const auto& entry : fs::recursive_directory_iterator(top / part)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            Source source;
            source.path = fs::relative(entry.path(), top).string();
            source.room = part == "cli" ? "cli" : room_of(fs::relative(entry.path(), top / part).string(), "audit");
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) {
                if (line.starts_with("#include \"")) source.includes.push_back(line.substr(10, line.find('"', 10) - 10));
                source.lines.push_back(line);
            }
            all.push_back(std::move(source));
        }
    }
    std::ranges::sort(all, {}, &Source::path);
    return all;
}

} // namespace

TEST_CASE("a file includes only lower floors and its own room") {
    for (const auto& source : sources()) {
        CAPTURE(source.path);
        REQUIRE(floors.contains(source.room));
        for (const auto& include : source.includes) {
            CAPTURE(include);
            // Without a folder it is a neighbour, or the front door.
            const auto room = room_of(include, source.room == "cli" && include != "audit.hpp" ? "cli" : "audit");
            REQUIRE(floors.contains(room));
            CHECK((room == source.room || floors.at(room) < floors.at(source.room)));
        }
    }
}

TEST_CASE("no header includes itself by way of others") {
    std::map<std::string, std::set<std::string>> uses;
    for (const auto& source : sources()) {
        const bool program = source.room == "cli";
        for (const auto& include : source.includes) {
            const bool neighbour = program && include.find('/') == std::string::npos && include != "audit.hpp";
            uses[source.path].insert((neighbour ? "cli/" : "lib/") + include);
        }
    }
    std::map<std::string, int> state; // 1: being followed, 2: known to be free of circles
    std::function<void(const std::string&)> follow = [&](const std::string& name) {
        if (state[name] == 2) return;
        CAPTURE(name);
        CHECK_MESSAGE(state[name] == 0, "includes itself");
        if (state[name] == 1) return;
        state[name] = 1;
        for (const auto& other : uses[name]) follow(other);
        state[name] = 2;
    };
    for (const auto& source : sources()) follow(source.path);
}

TEST_CASE("the library is silent, and nothing depends on locale or std::regex") {
    const std::vector<std::string> in_library = {"<iostream>", "std::exit(", "getenv(", "setlocale(", "printf(", "system_clock"};
    const std::vector<std::string> anywhere = {"<regex>", "<locale>", "std::locale"};
    for (const auto& source : sources()) {
        CAPTURE(source.path);
        for (const auto& line : source.lines) {
            for (const auto& word : anywhere) CHECK_MESSAGE(line.find(word) == std::string::npos, line);
            const bool is_build_tool = source.path == "lib/text/prepare/main.cpp"; // a program of its own
            if (source.path.starts_with("lib/") && !is_build_tool)
                for (const auto& word : in_library) CHECK_MESSAGE(line.find(word) == std::string::npos, line);
        }
    }
}
