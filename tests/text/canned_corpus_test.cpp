#include "text/placeholders.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace motaudit;

namespace {

// The syntaxes of the placeholders that a text holds.
std::set<PlaceholderSyntax> syntaxes_of(std::string_view text) {
    std::set<PlaceholderSyntax> out;
    for (std::size_t at = 0; at < text.size();) {
        const auto size = placeholder_at(text.substr(at));
        if (size != 0) out.insert(placeholder_of(text.substr(at, size)).syntax);
        at += std::max<std::size_t>(size, 1);
    }
    return out;
}

} // namespace

TEST_CASE("the placeholders of canned replies in real use are found, and none where there are none") {
    using enum PlaceholderSyntax;
    static const std::map<std::string, PlaceholderSyntax> styles = {
        {"mustache", braces},          {"jinja-tag", braces}, {"percent-brace", percent_brace},
        {"angle-angle", double_angle}, {"angle", angle},      {"square", square}};
    std::ifstream file(TESTS_FOLDER "/corpora/canned/canned.jsonl");
    REQUIRE(file);
    int all = 0;
    for (std::string line; std::getline(file, line); ++all) {
        const auto row = nlohmann::json::parse(line);
        const std::string id = row["id"], text = row["text"];
        CAPTURE(id);
        std::set<PlaceholderSyntax> expected;
        for (const std::string& style : row.value("placeholder_styles", std::vector<std::string>()))
            if (styles.contains(style)) expected.insert(styles.at(style)); // "{domain}" stands within quotes, "@name" is a handle
        if (id == "carpentries-008") expected.insert(square);              // "[ INSERT LINK TO SURVEY ]", which its row leaves out
        CHECK(syntaxes_of(text) == expected);
        CHECK(unbalanced(text).empty());
        CHECK(lone_brackets(text).empty());
        // One letter less, and it is told.
        if (const auto at = text.find("}}"); at != std::string::npos && id.find("kitsune") == std::string::npos)
            CHECK(!unbalanced(std::string(text).erase(at, 1)).empty());
    }
    CHECK(all == 72);
}
