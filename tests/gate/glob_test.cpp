#include "gate/glob.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace motaudit;

TEST_CASE("a star stays within a folder, two do not") {
    struct {
        const char *pattern, *text;
        bool matches;
    } const cases[] = {
        {"", "", true},
        {"", "a", false},
        {"*", "", true},
        {"*", "canned", true},
        {"*", "canned/a.txt", false},
        {"**", "canned/a.txt", true},
        {"canned/*.txt", "canned/a.txt", true},
        {"canned/*.txt", "canned/old/a.txt", false},
        {"canned/**.txt", "canned/old/a.txt", true},
        {"canned/**/a.txt", "canned/x/y/a.txt", true},
        {"**/*.md", "a/b/c.md", true},
        {"**/*.md", "a/b/c.mdx", false},
        {"a?c", "abc", true},
        {"a?c", "a/c", false},
        {"a?c", "ac", false},
        {"*a*b", "xaxxab", true},
        {"**a*b/c", "x/a/abb/c", true},
        {"*.txt", "a.txt.bak", false},
        {"[ab]", "a", false}, // the rest stands for itself
    };
    for (const auto& c : cases) {
        CAPTURE(c.pattern);
        CAPTURE(c.text);
        CHECK(matches_glob(c.pattern, c.text) == c.matches);
    }
}

TEST_CASE("a path matches from behind any of its slashes") {
    CHECK(matches_path("canned/*.txt", "./canned/a.txt"));
    CHECK(matches_path("canned/*.txt", "/srv/repo/canned/a.txt"));
    CHECK(matches_path("a.txt", "canned/a.txt"));
    CHECK_FALSE(matches_path("a.txt", "canned/ba.txt"));
    CHECK_FALSE(matches_path("canned/*.txt", "canned/old/a.txt"));
}

TEST_CASE("a pattern of many stars takes no endless time") {
    std::string pattern;
    for (int i = 0; i < 200; ++i) pattern += "*a";
    CHECK_FALSE(matches_glob(pattern + "b", std::string(5000, 'a')));
    CHECK_FALSE(matches_glob("**" + pattern + "b", std::string(2000, 'a')));
}
