#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

// Two types of one name in one namespace are one type to the linker, which keeps one destructor for both.
TEST_CASE("no two headers give the same name in the same namespace to their types") {
    namespace fs = std::filesystem;
    std::map<std::string, std::string> first; // namespace and name → header
    std::size_t headers = 0;
    for (const auto& entry : fs::recursive_directory_iterator(TESTS_FOLDER "/../lib")) {
        if (entry.path().extension() != ".hpp") continue;
        ++headers;
        std::ifstream file(entry.path());
        std::string space;
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with("namespace ")) space = line.substr(10, line.find(' ', 10) - 10);
            const auto after = line.starts_with("struct ") ? 7u : line.starts_with("class ") ? 6u : 0u;
            if (after == 0 || line.find('{') == std::string::npos) continue; // within another type, or declared only
            const auto name = space + "::" + line.substr(after, line.find_first_of(" :{", after) - after);
            const auto [at, is_new] = first.emplace(name, entry.path().string());
            CHECK_MESSAGE(is_new, name, " stands in ", at->second, " and in ", entry.path().string());
        }
    }
    CHECK(headers > 50);
}
