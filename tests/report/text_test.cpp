#include "report/example.hpp"
#include "report/golden.hpp"

#include "report/screen.hpp"
#include "report/snippet.hpp"
#include "report/visible.hpp"
#include "text/width.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace motaudit;

namespace {

const Reporter& text() { return *reporters::find("text"); }

// A fatal markdown, a long chat line, Chinese words, a template's missing parts: several cards and their summary.
std::string whole_report(const ReportStyle& style) {
    std::string out;
    Summary summary;
    const auto add = [&](const example::Scene& scene) {
        text().card(scene.card, style, out);
        summary.add(scene.card);
    };
    example::Scene good;
    example::fill(good);
    for (auto& judged : good.card.judgements) {
        judged.finding.clear();
        judged.finding.yes();
    }
    good.talk.id = "chat-000411";
    good.judge();
    add(good);

    example::Scene plain;
    example::fill(plain);
    add(plain);

    example::Scene bad;
    example::fill(bad);
    bad.talk.id = "chat-000413";
    bad.talk.record = 413;
    bad.standard.parameters[1].severity = Severity::fatal;
    bad.standard.parameters[1].id = "conduct.rude";
    bad.standard.parameters[1].title = "No rude or profane words, and none that belittle the customer or send them away";
    bad.standard.parameters[1].advice =
        "Name what you can do: \u201cI see that this is not what you hoped for. What I can do now is \u2026\u201d";
    bad.talk.turns[2].place = {};
    bad.talk.turns[2].text =
        "I have told you this three times already in this very chat, Maria, and I will not tell you again: that was a stupid thing "
        "to do with your phone, and anyone who is not an idiot knows it, so please read the manual first and come back later.";
    bad.talk.turns.push_back({.speaker = Speaker::agent, .text = "\u4f60\u597d stupid \u624b\u673a"});
    bad.talk.turns.push_back({.speaker = Speaker::agent, .text = "first line\n\tstupid here\nlast line"});
    bad.talk.turns.push_back({.speaker = Speaker::agent, .text = "stupid"});
    bad.card.judgements[1].finding.no("3 rude words");
    bad.card.judgements[1].finding.evidence = {bad.words(2, "stupid"), bad.words(2, "idiot"), bad.words(3, "stupid"),
                                               bad.words(4, "stupid"), bad.words(5, "stupid")};
    bad.card.judgements[2].finding.near.clear();
    bad.card.judgements[0].finding.listed = {bad.words(0, "Hello", "a greeting twice?")};
    bad.judge();
    add(bad);

    summary.read += 3;
    summary.skipped += 2;
    summary.unreadable += 1;
    summary.skips["the standard has no rows for the channel case"] = 2;
    text().end(summary, style, out);
    return out;
}

} // namespace

TEST_CASE("the report for people reads as it should") {
    check_golden("text-80.txt", whole_report({}));
    check_golden("text-60.txt", whole_report({.width = 60}));
    check_golden("text-brief.txt", whole_report({.brief = true}));
    check_golden("text-colour.txt", whole_report({.colour = true}));
}

TEST_CASE("colours change nothing but colours") {
    auto out = whole_report({.colour = true});
    for (auto at = out.find('\x1b'); at != std::string::npos; at = out.find('\x1b', at)) out.erase(at, out.find('m', at) - at + 1);
    CHECK(out == whole_report({}));
}

TEST_CASE("no line is wider than the screen") {
    for (unsigned width = 60; width <= 140; width += 5) {
        const auto out = whole_report({.width = width});
        for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1) {
            const auto line = out.substr(at, out.find('\n', at) - at);
            CAPTURE(line);
            CHECK(columns_of(line) <= width);
            CHECK_FALSE(line.ends_with(' '));
        }
    }
}

TEST_CASE("marks stand below their words, wide characters and cut lines too") {
    struct {
        std::string_view text, said;
        std::string_view snippet;
    } const cases[] = {
        {"a stupid idea", "stupid", "| a stupid idea\n|   ^^^^^^\n"},
        {"\u4f60\u597d stupid", "stupid", "| \u4f60\u597d stupid\n|      ^^^^^^\n"},
        {"\u4f60\u597d", "\u597d", "| \u4f60\u597d\n|   ^^\n"},
        {"tab\tstupid", "stupid", "| tab stupid\n|     ^^^^^^\n"},
        {"e\u0301 stupid", "stupid", "| e\u0301 stupid\n|   ^^^^^^\n"},
        {"\x1b[1m stupid", "stupid", "| \\x1b[1m stupid\n|         ^^^^^^\n"},
        {"one\ntwo stupid\nthree", "stupid", "| two stupid\n|     ^^^^^^\n"},
        {"the first words of a line that is long, then stupid and then the last words of it, which nobody will ever read", "stupid",
         "| \u2026line that is long, then stupid and then the last words\u2026\n|                          ^^^^^^\n"},
        {"stupid and then very many other words until the line that is long comes to its end", "stupid",
         "| stupid and then very many other words until the line that\u2026\n| ^^^^^^\n"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const Turn turn = {.text = c.text};
        const auto at = static_cast<std::uint32_t>(c.text.find(c.said));
        const Evidence seen[] = {{0, {at, at + static_cast<std::uint32_t>(c.said.size())}, {}}};
        std::string out;
        CHECK(append_snippet(turn, seen, 0, {.width = 60}, out) == 1);
        CHECK(out == c.snippet);
    }
}

TEST_CASE("a turn as a whole is quoted without marks") {
    const Turn turn = {.text = "Hello, how can I help?"};
    const Evidence seen[] = {{0, {}, {}}};
    std::string out;
    append_snippet(turn, seen, 2, {}, out);
    CHECK(out == "  | Hello, how can I help?\n");
    out.clear();
    append_snippet({}, seen, 2, {}, out);
    CHECK(out == "  |\n");
}

TEST_CASE("conversations without a markdown can be left out") {
    example::Scene scene;
    example::fill(scene);
    for (auto& judged : scene.card.judgements) judged.finding.yes();
    scene.judge();
    std::string out;
    text().card(scene.card, {.show_passed = false}, out);
    CHECK(out.empty());
    scene.card.passed = false;
    text().card(scene.card, {.show_passed = false}, out);
    CHECK(out.starts_with("FAIL 100.0  chat-000412"));
}

TEST_CASE("paragraphs break between words, long words where the line ends") {
    struct {
        std::string_view text;
        Margins margins;
        std::string_view out;
    } const cases[] = {
        {"", {0, 0, 10}, ""},
        {"one two three four", {0, 2, 10}, "one two\n  three\n  four"},
        {"one two", {8, 2, 10}, "\n  one two"},
        {"abcdefghijkl", {0, 0, 5}, "abcde\nfghij\nkl"},
        {"abcde fghij", {0, 0, 5}, "abcde\nfghij"},
        {"\u4f60\u597d\u4f60\u597d", {0, 0, 5}, "\u4f60\u597d\n\u4f60\u597d"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        std::string out;
        wrap(c.text, c.margins, out);
        CHECK(out == c.out);
    }
}

TEST_CASE("what steers a terminal is shown, not sent") {
    struct {
        std::string_view text, seen;
    } const cases[] = {
        {"plain \u4f60\u597d caf\u00e9", "plain \u4f60\u597d caf\u00e9"},
        {"\x1b[31mred", "\\x1b[31mred"},
        {" a\n\tb\r\n", "a b"},
        {"\u202eevil", "\\u{202e}evil"},
        {"\xc2\x9b", "\\u{9b}"},
        {"bad \xff byte", "bad \ufffd byte"},
        {"::error::x", "\\x3a:error::x"},
        {"std::string", "std::string"},
        {"##vso[x]", "\\x23#vso[x]"},
        {"## heading", "## heading"},
    };
    for (const auto& c : cases) CHECK(visible(c.text) == c.seen);
}
