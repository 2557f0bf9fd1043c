#include "report/example.hpp"
#include "report/golden.hpp"

#include "report/markdown_text.hpp"
#include "report/region.hpp"
#include "report/sarif_text.hpp"
#include "report/xml_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace motaudit;
using nlohmann::json;

// The formats that other programs take in: Markdown, JUnit, SARIF, annotations.

namespace {

// Two conversations, one without a markdown, as a run writes them.
std::string whole_report(std::string_view format) {
    const auto& reporter = *reporters::find(format);
    example::Scene plain, good;
    example::fill(plain);
    example::fill(good);
    good.talk.id = "chat-000413";
    good.talk.record = 413;
    for (auto& judged : good.card.judgements) {
        judged.finding.clear();
        judged.finding.yes();
    }
    good.judge();
    plain.standard.parameters[1].severity = Severity::fatal;
    plain.standard.parameters[1].legend = "Yes: plain words. No: {slang} or [jargon].";
    plain.judge();
    good.card.standard = &plain.standard;
    for (std::size_t i = 0; i < good.card.judged; ++i) good.card.judgements[i].parameter = &plain.standard.parameters[i];

    const ReportStyle style = {.version = "0.1.0", .standards = {&plain.standard}};
    Summary summary;
    std::string cards;
    reporter.card(plain.card, style, cards);
    cards += reporter.between;
    reporter.card(good.card, style, cards);
    summary.add(plain.card);
    summary.add(good.card);
    summary.read += 3;
    summary.skipped += 2;
    summary.unreadable += 1;
    summary.skips["the standard has no rows for the channel case"] = 2;
    std::string out;
    if (reporter.begin != nullptr) reporter.begin(style, out);
    if (!reporter.summary_first) out += cards;
    if (reporter.end != nullptr) reporter.end(summary, style, out);
    if (reporter.summary_first) out += cards;
    return out;
}

json results_of(const example::Scene& scene) {
    return json::parse(
        example::report(*reporters::find("sarif"), scene.card, {.standards = {&scene.standard}}))["runs"][0]["results"];
}

} // namespace

TEST_CASE("reports for other programs read as they should") {
    check_golden("markdown.md", whole_report("markdown"));
    check_golden("junit.xml", whole_report("junit"));
    check_golden("sarif.json", whole_report("sarif"));
    check_golden("github.txt", whole_report("github"));
}

TEST_CASE("every result of SARIF names its rule by the right index and cites a taxon that is there") {
    const auto run = json::parse(whole_report("sarif"))["runs"][0];
    const auto& rules = run["tool"]["driver"]["rules"];
    std::string kinds;
    for (const auto& result : run["results"]) {
        CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
        CHECK((result["level"] == "none") == (result["kind"] != "fail"));
        kinds += result["kind"].get<std::string>()[0];
    }
    CHECK(kinds == "pffnnppppp");
    for (const auto& rule : rules) {
        const auto& target = rule["relationships"][0]["target"];
        CHECK(run["taxonomies"][0]["taxa"][target["index"].get<std::size_t>()]["id"] == target["id"]);
    }
    CHECK(run["invocations"][0]["executionSuccessful"] == false); // one could not be read
}

TEST_CASE("a fingerprint stays when other findings come, go or move, and is another for each finding") {
    example::Scene scene, changed;
    example::fill(scene);
    example::fill(changed);
    changed.card.judgements[1].finding.yes();
    changed.card.judgements[2].finding.near.clear();
    changed.talk.turns[2].place = {200, 1};
    changed.talk.record = 7;
    changed.standard.version = "2.0";
    changed.judge();
    const auto before = results_of(scene), after = results_of(changed);
    std::set<std::string> all;
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(before[i]["partialFingerprints"] == after[i]["partialFingerprints"]);
        all.insert(before[i]["partialFingerprints"]["motaudit/v1"]);
    }
    CHECK(all.size() == before.size());
    changed.talk.id = "chat-000414";
    CHECK(results_of(changed)[0]["partialFingerprints"] != after[0]["partialFingerprints"]);
    CHECK(fingerprint("a", "b", "c", "d") != fingerprint("a", "bc", "", "d"));
}

TEST_CASE("columns count characters of the line in the file, not bytes") {
    struct {
        std::string_view record;
        Place place;
        std::string_view text, words;
        std::uint32_t line, column, end_line, end_column;
    } const cases[] = {
        {"Zoë: say stupid", {1, 7}, "say stupid", "stupid", 1, 10, 1, 16},
        {"x\r\n你好: 你 stupid 好\r\n", {2, 9}, "你 stupid 好", "stupid", 2, 7, 2, 13},
        {"\xef\xbb\xbfsay é stupid", {1, 1}, "say é stupid", "stupid", 1, 7, 1, 13}, // behind a byte order mark
        {"say one\ntwo more", {1, 1}, "say one\ntwo more", "one\ntwo", 1, 5, 2, 4},
        {"Caf\xe9 stupid", {1, 1}, "Caf\xe9 stupid", "stupid", 1, 6, 1, 12},  // another encoding
        {"another record", {1, 40}, "é\nsay é stupid", "stupid", 2, 7, 0, 0}, // which does not hold it
        {"", {3, 5}, "say stupid", "stupid", 3, 9, 0, 0},
        {"say stupid", {0, 0}, "say stupid", "stupid", 0, 0, 0, 0}, // does not stand in the file
    };
    for (const auto& c : cases) {
        CAPTURE(c.record);
        Conversation talk;
        talk.turns = {{.text = c.text, .place = c.place}};
        const auto at = static_cast<std::uint32_t>(c.text.find(c.words));
        RegionFinder finder(talk, {.record = c.record});
        for (int twice = 0; twice < 2; ++twice) {
            const auto region = finder.of({0, {at, at + static_cast<std::uint32_t>(c.words.size())}, {}});
            CHECK(region.begin.line == c.line);
            CHECK(region.begin.column == c.column);
            CHECK(region.end.line == c.end_line);
            CHECK(region.end.column == c.end_column);
        }
    }
}

TEST_CASE("regions are found in any order, also in a record that begins on a later line") {
    Conversation talk;
    talk.turns = {{.text = "é one two", .place = {11, 1}}, {.text = "é three", .place = {12, 1}}};
    RegionFinder finder(talk, {.record = "é one two\né three\n", .record_line = 11});
    const auto column = [&](std::uint32_t turn, std::uint32_t at) { return finder.of({turn, {at, at + 2}, {}}).begin.column; };
    CHECK(column(0, 7) == 7);
    CHECK(column(1, 3) == 3);
    CHECK(column(0, 3) == 3);
    CHECK(column(0, 7) == 7);
    CHECK(column(0, 3) == 3);
}

TEST_CASE("prose in Markdown is prose: no markup, no links") {
    struct {
        std::string_view text, out;
    } const cases[] = {
        {"plain, with (parentheses) and 1. numbers", "plain, with (parentheses) and 1. numbers"},
        {"*bold* _em_ ~~gone~~", "\\*bold\\* \\_em\\_ \\~\\~gone\\~\\~"},
        {"[link](http://evil.example)", "`[link](http://evil.example)`"},
        {"![x](y)", "\\!\\[x\\](y)"},
        {"<b>&amp;", "\\<b\\>\\&amp;"},
        {"a | b", "a \\| b"},
        {"see WWW.evil.example now", "see `WWW.evil.example` now"},
        {"mail help@oppo.com, please", "mail `help@oppo.com,` please"},
        {"@team and #12", "`@team` and `#12`"},
        {"two\nlines", "two lines"},
        {"a`b@c", "``a`b@c``"},
        {"# heading", "# heading"}, // only the beginning of a line makes it one, and no line begins with a text
    };
    for (const auto& c : cases) {
        std::string out;
        append_markdown(c.text, out);
        CHECK(out == c.out);
    }
}

TEST_CASE("code in Markdown holds whatever it is given") {
    struct {
        std::string_view text, out, in_cell;
    } const cases[] = {
        {"", "", ""},
        {"a|b", "`a|b`", "`a\\|b`"},
        {"`", "`` ` ``", "`` ` ``"},
        {"a``b", "```a``b```", "```a``b```"},
        {"<b>\n</b>", "`<b> </b>`", "`<b> </b>`"},
    };
    for (const auto& c : cases) {
        std::string out, in_cell;
        append_markdown_code(c.text, out);
        append_markdown_code(c.text, in_cell, true);
        CHECK(out == c.out);
        CHECK(in_cell == c.in_cell);
    }
}

TEST_CASE("XML holds no markup and no character that it has no way to write") {
    struct {
        std::string_view text, out;
    } const cases[] = {
        {"a < b && c > \"d\" 'e'", "a &lt; b &amp;&amp; c &gt; &quot;d&quot; &apos;e&apos;"},
        {"]]>", "]]&gt;"},
        {std::string_view("nul\0x\x1b", 6), "nul\\x00x\\x1b"},
        {"\xef\xbf\xbe\xef\xbf\xbf", "\ufffd\ufffd"},
        {"broken \xff", "broken \ufffd"},
        {"你好", "你好"},
    };
    for (const auto& c : cases) {
        std::string out;
        append_xml(c.text, out);
        CHECK(out == c.out);
    }
}

TEST_CASE("a path becomes a URI reference") {
    struct {
        std::string_view path, uri;
    } const cases[] = {
        {"exports/w47.txt", "exports/w47.txt"},  {"./a b.txt", "a%20b.txt"},
        {"../w47/./x/../y.txt", "../w47/y.txt"}, {"/tmp/w47/../x.md", "file:///tmp/x.md"},
        {"/tmp/x.md", "file:///tmp/x.md"},       {"w47.zip!/chats/a.json", "w47.zip!/chats/a.json"},
        {"c:d?e#f%", "c%3Ad%3Fe%23f%25"},        {"ä", "%C3%A4"},
    };
    for (const auto& c : cases) CHECK(uri_of(c.path) == c.uri);
}

TEST_CASE("a message of SARIF holds no link and no placeholder") {
    std::string out = "{";
    append_sarif_text("message", "[a](b) {0} \\ c", out);
    CHECK(out == R"({"message":{"text":"\\[a\\](b) {{0}} \\\\ c"})");
}

TEST_CASE("an annotation is one command, whatever stands in its parts") {
    example::Scene scene;
    example::fill(scene);
    scene.talk.path = "a,b:c%.txt";
    scene.card.judgements[1].finding.reason = "100 %\n::error::forged";
    const auto out = example::report(*reporters::find("github"), scene.card);
    CHECK(out.starts_with("::error file=a%2Cb%3Ac%25.txt,line=112,col=9,title=language.jargon "));
    CHECK(out.find("100 %25 \\x3a:error::forged") != std::string::npos);
    CHECK(std::ranges::count(out, '\n') == 2);
}

TEST_CASE("a markdown that is waived fails nothing, and is told all the same") {
    example::Scene scene;
    example::fill(scene);
    scene.card.judgements[2].waived = Waived::known;
    scene.card.judgements[2].waived_why = "since 2026-11-01";
    scene.card.judgements[0].waived = Waived::left_out; // is met
    const auto report = [&](std::string_view format) { return example::report(*reporters::find(format), scene.card); };
    CHECK(report("github").find("\n::notice file=exports/w47.txt,line=112,col=23,title=name.usage ") != std::string::npos);
    CHECK(report("github").ends_with("; waived: known since 2026-11-01\n"));
    CHECK(report("junit").find(R"(tests="5" failures="1" errors="0" skipped="3")") != std::string::npos);
    CHECK(report("junit").find(R"x(<skipped type="known" message="addressed by name once; at least 2 expected (known since )x") !=
          std::string::npos);
    CHECK(report("markdown").find("  - waived: known since 2026-11-01\n") != std::string::npos);
    const auto results = results_of(scene);
    CHECK(results[2]["suppressions"] == json::parse(R"([{"kind": "external", "justification": "known since 2026-11-01"}])"));
    CHECK_FALSE(results[0].contains("suppressions"));
    CHECK_FALSE(results[1].contains("suppressions"));
}
