#include "standard/fake_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace motaudit;
using namespace motaudit::test;

namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

} // namespace

TEST_CASE("a standard is read with its words and its settings in the order of its check") {
    auto files = small_lexicon();
    files.files["en/words.txt"] = "# products\nReno\nC#\n  ColorOS # ours\n";
    files.files["en/names.txt"] = "Maria\nWill *\n";
    files.files["en/brands.toml"] = "[[term]]\nform = \"Wi-Fi\"\nalso = [\"WLAN\"]\nwrong = [\"WIFI\"]\nneeds = [\"_ network\"]\n";
    const auto loaded = load_standard("hq", files, vocabulary);
    CHECK(errors_of(loaded) == std::vector<std::string>{});
    REQUIRE(loaded.standard);
    const auto& standard = *loaded.standard;
    CHECK(standard.name == "hq");
    CHECK(standard.effective_from == "2026-01-31");
    CHECK(standard.pass_mark == 80);
    CHECK(standard.words == std::vector<std::string>{"Reno", "C#", "ColorOS"});
    CHECK(standard.names == std::vector<std::string>{"Maria", "Will"});
    CHECK(standard.word_names == std::vector<std::string>{"Will"});
    REQUIRE(standard.terms.size() == 1);
    CHECK(standard.terms[0].also == std::vector<std::string>{"WLAN"});
    CHECK(standard.terms[0].needs == std::vector<std::string>{"_ network"});
    REQUIRE(standard.parameters.size() == 1);
    const auto& parameter = standard.parameters[0];
    CHECK(parameter.line == 10);
    CHECK(parameter.channels == std::vector{Channel::chat, Channel::email});
    REQUIRE(parameter.values.size() == 6);
    REQUIRE(parameter[0].lists.size() == 1);
    CHECK(standard.lexicon.list(parameter[0].lists[0]).title == "a welcome");
    CHECK(parameter[1].text == "agent");
    CHECK_FALSE(parameter[1].given);
    CHECK(parameter[2].number == 1);
    CHECK(parameter[3].number == 30);
    CHECK(parameter[3].given);
    CHECK(parameter[4].number == 0);
    REQUIRE(parameter.examples.size() == 1);
    CHECK(parameter.examples[0].line == 20);
    CHECK(standard.roles == std::vector{standard.lexicon.find("negation")});
}

TEST_CASE("what is wrong in a row is shown as a compiler would, with the nearest right word") {
    struct {
        const char* what;
        const char* with;
        const char* error;
    } const cases[] = {
        {"weight = 5", "weight = 5\nwieght = 5", "lexicons/standards/hq.toml:19:1: unknown key 'wieght' (weight?)"},
        {"weight = 5\n", "", "lexicons/standards/hq.toml:10:1: 'welcome': no 'weight'"},
        {"weight = 5", "weight = -1", "lexicons/standards/hq.toml:18:10: 'welcome': a weight is 0 or more, this is -1"},
        {"weight = 5", "weight = \"5\"", "lexicons/standards/hq.toml:18:10: 'weight' takes a number, this is a text"},
        {"\"Opening\"\ntitle", "\"Openin\"\ntitle", "lexicons/standards/hq.toml:12:11: unknown section 'Openin' (Opening?)"},
        {"\"chat\", ", "\"chta\", ", "lexicons/standards/hq.toml:15:13: unknown channel 'chta' (chat?)"},
        {"\"chat\", ", "\"email\", ", "lexicons/standards/hq.toml:15:22: channel 'email' twice"},
        {"non-fatal", "nonfatal", "lexicons/standards/hq.toml:16:12: unknown severity 'nonfatal' (non-fatal?)"},
        {"\"CTQ\"", "\"CTR\"", "lexicons/standards/hq.toml:17:9: unknown class 'CTR' (CTQ?)"},
        {"\"says\"", "\"say\"", "lexicons/standards/hq.toml:19:18: unknown kind of check 'say' (says?)"},
        {"within", "witin", "lexicons/standards/hq.toml:19:47: unknown setting of 'says' 'witin' (within?)"},
        {"phrases = \"welcome\", ", "", "lexicons/standards/hq.toml:19:9: 'says' needs the setting 'phrases': what is to be said"},
        {"phrases = \"welcome\"", "phrases = [\"welcom\"]", "lexicons/standards/hq.toml:19:36: unknown list 'welcom' (welcome?)"},
        {"within = 30", "speaker = \"agnet\"",
         "lexicons/standards/hq.toml:19:57: unknown value 'agnet' (agent?); 'speaker' is one of agent, customer"},
        {"within = 30", "strict = 1", "lexicons/standards/hq.toml:19:56: 'strict' takes true or false, this is a number"},
        {"within = 30", "within = -1", "lexicons/standards/hq.toml:19:56: 'within' is from 0 to 1000000000, this is -1"},
        {"within = 30", "within = 1e30", "lexicons/standards/hq.toml:19:56: 'within' is from 0 to 1000000000, this is 1e+30"},
        {"within = 30", "within = nan", "lexicons/standards/hq.toml:19:56: 'within' is from 0 to 1000000000, this is nan"},
        {"check = ", "judge = \"person\"\ncheck = ",
         "lexicons/standards/hq.toml:10:1: 'welcome': needs either a 'check' or judge = \"person\""},
        {"\"A: Welcome!\"", "\" \"", "lexicons/standards/hq.toml:20:8: an empty text"},
        {"\"A: Welcome!\"", "\"Welcome!\"",
         "lexicons/standards/hq.toml:20:8: example: no speaker; a turn begins with A:, C:, S: or B:"},
        {"\"hq\"", "\"hk\"", "lexicons/standards/hq.toml: its name is 'hk'; the file's name says otherwise"},
        {"2026-01-31", "31.1.2026", "lexicons/standards/hq.toml:5:18: 'effective_from' takes a date such as 2026-01-31"},
        {"pass_mark = 80", "pass_mark = 101", "lexicons/standards/hq.toml:7:13: 'pass_mark' is from 0 to 100"},
        {"[\"en\"]", "[\"en\", \"em\"]",
         "lexicons/standards/hq.toml: unknown language 'em' (en?); there is no folder of its words"},
        {"[standard]", "[standrad]", "lexicons/standards/hq.toml:1:2: unknown key 'standrad' (standard?)"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.with);
        auto files = small_lexicon();
        files.files["standards/hq.toml"] = replaced(header + row, c.what, c.with);
        const auto errors = errors_of(load_standard("hq", files, vocabulary));
        CAPTURE(errors.empty() ? std::string("none") : errors.front());
        CHECK(std::ranges::find(errors, c.error) != errors.end());
    }
}

TEST_CASE("everything that is wrong is told at once, in the order of the files") {
    auto files = small_lexicon();
    files.files["standards/hq.toml"] += "colour = 1\n" + replaced(row, "5", "-5");
    files.files["en/phrases.toml"] += "[more]\nphrasses = [\"x\"]\n";
    const auto loaded = load_standard("hq", files, vocabulary);
    CHECK_FALSE(loaded.standard);
    CHECK(errors_of(loaded) == std::vector<std::string>{
                                   "lexicons/en/phrases.toml:8:1: list 'more' has no 'phrases'",
                                   "lexicons/en/phrases.toml:9:1: unknown key 'phrasses' (phrases?)",
                                   "lexicons/standards/hq.toml:21:1: unknown key 'colour'",
                                   "lexicons/standards/hq.toml:22:1: 'welcome': twice for one channel; see line 10",
                                   "lexicons/standards/hq.toml:30:10: 'welcome': a weight is 0 or more, this is -5",
                               });
}

TEST_CASE("an id may be asked differently in other channels") {
    auto files = small_lexicon();
    files.files["standards/hq.toml"] += replaced(row, "[\"chat\", \"email\"]", "[\"inbound\"]");
    const auto loaded = load_standard("hq", files, vocabulary);
    CHECK(errors_of(loaded) == std::vector<std::string>{});
    CHECK(loaded.standard->parameters.size() == 2);
}

TEST_CASE("a standard that is not there is named with the nearest that is") {
    CHECK(errors_of(load_standard("hk", small_lexicon(), vocabulary)) == std::vector<std::string>{"unknown standard 'hk' (hq?)"});
    CHECK(errors_of(load_standard("./no-such.toml", small_lexicon(), vocabulary)) ==
          std::vector<std::string>{"./no-such.toml: no such standard file, or it cannot be read"});
    CHECK(standard_names(small_lexicon()) == std::vector<std::string>{"hq"});
}

TEST_CASE("a file that is no TOML is an error at its place") {
    auto files = small_lexicon();
    files.files["en/phrases.toml"] = "[negation]\nphrases = [\"not\"\n[welcome]\n";
    const auto loaded = load_standard("hq", files, vocabulary);
    REQUIRE_FALSE(loaded.errors.empty());
    CHECK(loaded.errors[0].path == "lexicons/en/phrases.toml");
    CHECK(loaded.errors[0].line == 3);
    CHECK_FALSE(loaded.errors[0].message.empty());
}

TEST_CASE("a role without a list is an error") {
    auto files = small_lexicon();
    files.files["en/phrases.toml"] = replaced(files.files["en/phrases.toml"], "[negation]", "[denial]");
    CHECK(errors_of(load_standard("hq", files, vocabulary)) ==
          std::vector<std::string>{"lexicons/standards/hq.toml: no list 'negation' in the words of en"});
}

TEST_CASE("the digest changes with any byte that can change a verdict, and only then") {
    const auto digest = [](const FakeFiles& files) {
        const auto loaded = load_standard("hq", files, vocabulary);
        REQUIRE(loaded.standard);
        return loaded.standard->digest;
    };
    auto plain = small_lexicon();
    plain.files["en/words.txt"] = "Reno\n";
    const auto before = digest(plain);
    CHECK(before.size() == 71);
    CHECK(before.starts_with("sha256:"));
    CHECK(digest(plain) == before);
    for (const auto* name : {"standards/hq.toml", "en/phrases.toml", "en/words.txt"}) {
        CAPTURE(name);
        auto changed = plain;
        changed.files[name] += "# more\n";
        CHECK(digest(changed) != before);
    }
    auto more = plain;
    more.files["en/names.txt"] = "Maria\n";
    CHECK(digest(more) != before);
    auto others = plain; // files that this standard does not read
    others.files["standards/other.toml"] = "[standard]\n";
    others.files["zh/phrases.toml"] = "";
    others.files["en/README"] = "";
    CHECK(digest(others) == before);
}
