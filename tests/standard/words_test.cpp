#include "standard/fake_files.hpp"

#include <doctest/doctest.h>

using namespace motaudit;
using namespace motaudit::test;

TEST_CASE("lists of one name in several files and languages are one list") {
    auto files = small_lexicon();
    auto& standard = files.files["standards/hq.toml"];
    standard.replace(standard.find("[\"en\"]"), 6, "[\"en\", \"zh\"]");
    files.files["en/more.toml"] =
        "[welcome]\nphrases = [{ say = \"hi there\", instead = \"hello\" }]\nunless = \"negation\"\nreach = 7\n";
    files.files["zh/phrases.toml"] =
        "[welcome]\ntitle = \"another\"\nphrases = [\"huanying\"]\nexcept = [\"welcome.sir\"]\nacross_sentences = true\n"
        "[welcome.sir]\nphrases = [\"dear sir\"]\n";
    const auto loaded = load_standard("hq", files, vocabulary);
    CHECK(errors_of(loaded) == std::vector<std::string>{});
    REQUIRE(loaded.standard);
    const auto& lexicon = loaded.standard->lexicon;
    const auto& list = lexicon.list(lexicon.find("welcome"));
    CHECK(list.title == "a welcome");
    REQUIRE(list.phrases.size() == 3);
    CHECK(list.phrases[0].text == "hi there");
    CHECK(list.phrases[0].note == "hello");
    CHECK(list.phrases[0].line == 2);
    CHECK(list.phrases[1].text == "welcome");
    CHECK(list.phrases[2].path == "lexicons/zh/phrases.toml");
    CHECK(list.unless == std::vector{lexicon.find("negation")});
    CHECK(list.except == std::vector{lexicon.find("welcome.sir")});
    CHECK(list.across_sentences);
    CHECK(list.reach == 7);
    CHECK(lexicon.list(lexicon.find("negation")).reach == 3);
}

TEST_CASE("word classes, contractions and fillers are no lists") {
    auto files = small_lexicon();
    files.files["en/forms.toml"] =
        "[class.be]\nmembers = [\"am\", \"is\"]\n[contractions]\n\"i'd\" = \"i would\"\n[fillers]\nwords = [\"um\"]\n"
        "[there]\nphrases = [\"there {be}\"]\n";
    const auto loaded = load_standard("hq", files, vocabulary);
    CHECK(errors_of(loaded) == std::vector<std::string>{});
    REQUIRE(loaded.standard);
    for (const auto* name : {"class", "class.be", "contractions", "fillers"}) CHECK(loaded.standard->lexicon.find(name) == no_list);
}

TEST_CASE("what is wrong in a file of phrases is told with its place") {
    struct {
        const char* text;
        const char* error;
    } const cases[] = {
        {"title = \"x\"", "lexicons/en/x.toml:1:1: 'title' stands in no list; a list begins with its name in brackets"},
        {"[a]\nphrases = \"x\"", "lexicons/en/x.toml:2:11: 'phrases' takes a list, this is a text"},
        {"[a.phrases]\nx = 1", "lexicons/en/x.toml:1:1: 'phrases' takes a list, this is a table"},
        {"[a]\nphrases = [1]", "lexicons/en/x.toml:2:12: expected a table, this is a number"},
        {"[a]\nphrases = [\"\"]", "lexicons/en/x.toml:2:12: an empty text"},
        {"[a]\nphrases = [{ instead = \"x\" }]", "lexicons/en/x.toml:2:12: a phrase without 'say'"},
        {"[a]\nphrases = [{ say = \"x\", insted = \"y\" }]", "lexicons/en/x.toml:2:25: unknown key 'insted' (instead?)"},
        {"[a]\nphrases = []\nunless = [\"negatoin\"]", "lexicons/en/x.toml:3:10: unknown list 'negatoin' (negation?)"},
        {"[a]\nphrases = []\nacross_sentences = 1",
         "lexicons/en/x.toml:3:20: 'across_sentences' takes true or false, this is a number"},
        {"[a]\nphrases = []\nreach = 2.5", "lexicons/en/x.toml:3:9: 'reach' is a number of words from 0 to 50"},
        {"[a]\ntitel = \"x\"\nphrases = []", "lexicons/en/x.toml:2:1: unknown key 'titel' (title?)"},
        {"[class.be]\nmember = [\"is\"]", "lexicons/en/x.toml:2:1: unknown key 'member' (members?)"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        auto files = small_lexicon();
        files.files["en/x.toml"] = c.text;
        const auto errors = errors_of(load_standard("hq", files, vocabulary));
        REQUIRE_FALSE(errors.empty());
        CHECK(errors.back() == c.error);
    }
}

TEST_CASE("every phrase that does not parse is told, not only the first") {
    auto files = small_lexicon();
    files.files["en/x.toml"] = "[a]\nphrases = [\n  \"(yes\",\n  \"fine\",\n  \"no)\",\n]\n";
    const auto loaded = load_standard("hq", files, vocabulary);
    REQUIRE(loaded.errors.size() == 2);
    CHECK(loaded.errors[0].line == 3);
    CHECK(loaded.errors[1].line == 5);
    CHECK(loaded.errors[1].path == "lexicons/en/x.toml");
}
