#include "standard/fake_files.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace motaudit;
using namespace motaudit::test;

namespace {

const std::string site_header =
    "[standard]\nname = \"site\"\ntitle = \"A site\"\nversion = \"2\"\neffective_from = 2026-02-01\nextends = \"hq\"\n";

Loaded load_site(const std::string& rest) {
    auto files = small_lexicon();
    files.files["standards/site.toml"] = site_header + rest;
    return load_standard("site", files, vocabulary);
}

} // namespace

TEST_CASE("a site standard raises, tightens and adds") {
    const auto loaded =
        load_site("pass_mark = 90\n[[parameter]]\nid = \"welcome\"\nweight = 8\nseverity = \"fatal\"\nadvice = \"Say it\"\n"
                  "check = { within = 20, at_least = 2, strict = true, phrases = [\"welcome\", \"farewell\"] }\n" +
                  std::string(row).replace(row.find("\"welcome\""), 9, "\"new\""));
    CHECK(errors_of(loaded) == std::vector<std::string>{});
    REQUIRE(loaded.standard);
    const auto& standard = *loaded.standard;
    CHECK(standard.name == "site");
    CHECK(standard.extends == "hq");
    CHECK(standard.brand == "OPPO");
    CHECK(standard.pass_mark == 90);
    REQUIRE(standard.parameters.size() == 2);
    const auto& welcome = standard.parameters[0];
    CHECK(welcome.title == "The agent welcomes");
    CHECK(welcome.weight == 8);
    CHECK(welcome.severity == Severity::fatal);
    CHECK(welcome.path == "lexicons/standards/site.toml");
    CHECK(welcome[0].lists.size() == 2);
    CHECK(welcome[2].number == 2);
    CHECK(welcome[3].number == 20);
    CHECK(welcome.examples.size() == 1);
    CHECK(welcome.examples[0].path == "lexicons/standards/hq.toml");
    CHECK(standard.parameters[1].id == "new");
}

TEST_CASE("a site that says nothing of a parameter holds it as it is") {
    const auto loaded = load_site("");
    REQUIRE(loaded.standard);
    REQUIRE(loaded.standard->parameters.size() == 1);
    CHECK(loaded.standard->parameters[0].weight == 5);
    CHECK(loaded.standard->digest != load_standard("hq", small_lexicon(), vocabulary).standard->digest);
}

TEST_CASE("a change for some channels leaves the others as they are") {
    const auto loaded = load_site("[[parameter]]\nid = \"welcome\"\nchannels = [\"email\"]\nweight = 9\n");
    REQUIRE(loaded.standard);
    const auto& rows = loaded.standard->parameters;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].channels == std::vector{Channel::email});
    CHECK(rows[0].weight == 9);
    CHECK(rows[1].channels == std::vector{Channel::chat});
    CHECK(rows[1].weight == 5);
}

TEST_CASE("dropping, lightening or loosening a parameter is an error that names what is asked") {
    struct {
        const char* text;
        const char* error;
    } const cases[] = {
        {"drop = true", "8: 'welcome': cannot be dropped: hq holds it with weight 5"},
        {"weight = 0", "10: 'welcome': weight 0 is lighter than hq's 5"},
        {"weight = 4.5", "10: 'welcome': weight 4.5 is lighter than hq's 5"},
        {"check = { within = 31 }", "20: 'welcome': 'within' = 31 is looser than hq's 30"},
        {"check = { at_least = 0 }", "22: 'welcome': 'at_least' = 0 is looser than hq's 1"},
        {"check = { speaker = \"customer\" }", "21: 'welcome': 'speaker' cannot differ from hq's 'agent'"},
        {"check = { phrases = \"farewell\" }", "21: 'welcome': 'phrases' must keep hq's 'welcome'"},
        {"check = { kind = \"casing\" }", "18: 'welcome': 'kind' cannot differ from hq's 'says'"},
        {"title = \"Another\"", "9: 'welcome': 'title' cannot differ from hq's 'The agent welcomes'"},
        {"judge = \"person\"", "9: 'welcome': 'judge' cannot differ from hq's ''"},
        {"channels = [\"chat\", \"inbound\"]",
         "12: 'welcome': hq does not have it for 'inbound'; new channels need a row of their own"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto errors = errors_of(load_site("[[parameter]]\nid = \"welcome\"\n" + std::string(c.text) + "\n"));
        REQUIRE_FALSE(errors.empty());
        CHECK(errors.front() == "lexicons/standards/site.toml:9:" + std::string(c.error));
    }
    CHECK(errors_of(load_site("pass_mark = 79\n")).front() ==
          "lexicons/standards/site.toml:7:13: 'pass_mark' 79 is lighter than hq's 80");
}

TEST_CASE("a fatal parameter stays fatal") {
    auto files = small_lexicon();
    auto& hq = files.files["standards/hq.toml"];
    hq.replace(hq.find("non-fatal"), 9, "fatal");
    files.files["standards/site.toml"] = site_header + "[[parameter]]\nid = \"welcome\"\nseverity = \"non-fatal\"\n";
    CHECK(errors_of(load_standard("site", files, vocabulary)).front() ==
          "lexicons/standards/site.toml:9:12: 'welcome': non-fatal is lighter than hq's fatal");
}

TEST_CASE("chains hold to the end, and circles are told") {
    auto files = small_lexicon();
    files.files["standards/site.toml"] = site_header + "[[parameter]]\nid = \"welcome\"\nweight = 7\n";
    files.files["standards/team.toml"] =
        "[standard]\nname = \"team\"\ntitle = \"T\"\nversion = \"1\"\neffective_from = 2026-03-01\nextends = \"site\"\n"
        "[[parameter]]\nid = \"welcome\"\nweight = 6\n";
    CHECK(errors_of(load_standard("team", files, vocabulary)) ==
          std::vector<std::string>{"lexicons/standards/team.toml:9:10: 'welcome': weight 6 is lighter than site's 7"});
    auto& site = files.files["standards/site.toml"];
    site.replace(site.find("extends = \"hq\""), 14, "extends = \"team\"");
    CHECK(errors_of(load_standard("team", files, vocabulary)) ==
          std::vector<std::string>{"lexicons/standards/site.toml:6:11: 'team' extends itself in the end"});
    site.replace(site.find("\"team\""), 6, "\"hk\"");
    CHECK(errors_of(load_standard("site", files, vocabulary)) ==
          std::vector<std::string>{"lexicons/standards/site.toml:6:11: unknown standard 'hk' (hq?)"});
}

TEST_CASE("phrases beside a site's file on the disk are added to the lists") {
    namespace fs = std::filesystem;
    const auto folder = fs::temp_directory_path() / "motaudit-site-test";
    fs::remove_all(folder);
    fs::create_directories(folder / "en");
    std::ofstream(folder / "site.toml") << site_header;
    std::ofstream(folder / "en" / "ours.toml") << "[welcome]\nphrases = [\"g'day\"]\n";
    const auto loaded = load_standard((folder / "site.toml").string(), small_lexicon(), vocabulary);
    CHECK(errors_of(loaded) == std::vector<std::string>{});
    REQUIRE(loaded.standard);
    const auto& lexicon = loaded.standard->lexicon;
    CHECK(lexicon.list(lexicon.find("welcome")).phrases.size() == 2);
    std::ofstream(folder / "en" / "ours.toml") << "[welcome]\nphrases = [\"g'day!\"]\n";
    CHECK(load_standard((folder / "site").string(), small_lexicon(), vocabulary).standard->digest != loaded.standard->digest);
    fs::remove_all(folder);
}
