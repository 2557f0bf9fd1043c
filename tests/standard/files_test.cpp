#include "standard/load.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace motaudit;

TEST_CASE("the program holds every file of lexicons, byte for byte and sorted") {
    const auto& built_in = built_in_files();
    const auto names = built_in.list();
    CHECK(std::ranges::is_sorted(names));
    const auto folder = files_under(std::string(TESTS_FOLDER) + "/../lexicons/");
    REQUIRE(folder);
    CHECK(names == (*folder)->list());
    for (const auto& name : names) {
        CAPTURE(name);
        const auto bytes = built_in.read(name);
        REQUIRE(bytes);
        CHECK(*bytes == (*folder)->read(name).value());
    }
    CHECK(built_in.shown("en/phrases.toml") == "lexicons/en/phrases.toml");
    CHECK_FALSE(built_in.read("en/phrases"));
    CHECK(std::ranges::count(standard_names(built_in), "oppo-hq") == 1);
}

TEST_CASE("a folder of lexicons that is not there is an error") {
    const auto folder = files_under(std::string(TESTS_FOLDER) + "/no-such-folder");
    REQUIRE_FALSE(folder);
    CHECK(folder.error().message.starts_with("cannot be listed"));
}
