#include "gate/baseline.hpp"

#include "model/conversation.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace motaudit;

namespace {

Conversation saying(std::string_view text) {
    Conversation talk;
    talk.id = "reply";
    talk.turns.push_back({.speaker = Speaker::agent, .text = text});
    return talk;
}

// The words of a markdown that rests on each of these, wherever they stand.
std::vector<std::uint64_t> resting_on(std::string_view text, const std::vector<std::string>& said) {
    const auto talk = saying(text);
    Finding finding;
    finding.no("");
    for (const auto& words : said) {
        const auto at = static_cast<std::uint32_t>(text.find(words));
        finding.evidence.push_back({0, {at, at + static_cast<std::uint32_t>(words.size())}});
    }
    return words_of(finding, talk);
}

Baseline of(const std::vector<std::uint64_t>& words) {
    auto text = baseline_head();
    append_markdown("reply", "writing.spelling", words, "2026-11-22", text);
    auto parsed = Baseline::parse(text, "known.jsonl");
    REQUIRE(parsed);
    return std::move(*parsed);
}

bool knows(const Baseline& baseline, const std::vector<std::uint64_t>& words, std::string_view parameter = "writing.spelling") {
    const auto* talk = baseline.find("reply");
    REQUIRE(talk != nullptr);
    return known_in(*talk, parameter, words) != nullptr;
}

} // namespace

TEST_CASE("a markdown is known wherever its words stand, and as long as it does not grow") {
    const auto before = resting_on("a recieved and wich", {"recieved", "wich"});
    const auto baseline = of(before);
    CHECK(knows(baseline, before));
    CHECK(knows(baseline, resting_on("lines\nmore lines\n\nwich\nrecieved", {"wich", "recieved"})));
    CHECK(knows(baseline, resting_on("only recieved", {"recieved"})));
    CHECK_FALSE(knows(baseline, resting_on("recieved, wich and teh", {"recieved", "wich", "teh"})));
    CHECK_FALSE(knows(baseline, resting_on("wich or wich", {"wich", "wich"}))); // once more than before
    CHECK_FALSE(knows(baseline, resting_on("Wich", {"Wich"})));
    CHECK_FALSE(knows(baseline, before, "writing.grammar"));
    CHECK(baseline.find("another") == nullptr);
}

TEST_CASE("words broken over lines are the same words") {
    CHECK(resting_on("the  the", {"the  the"}) == resting_on("the\nthe", {"the\nthe"}));
    CHECK(resting_on("the the", {"the the"}) != resting_on("thethe", {"thethe"}));
}

TEST_CASE("a markdown for something absent is known by its parameter") {
    const auto absent = resting_on("Hello", {});
    CHECK(knows(of(absent), absent));
    CHECK_FALSE(knows(of(absent), resting_on("Hello", {"Hello"})));
}

TEST_CASE("gone is what a judged conversation does not have any more") {
    auto text = baseline_head();
    append_markdown("a", "x", {1}, "", text);
    append_markdown("a", "y", {1, 2}, "", text);
    append_markdown("not judged", "x", {1}, "", text);
    const auto baseline = Baseline::parse(text, "known.jsonl");
    REQUIRE(baseline);
    known_in(*baseline->find("a"), "y", {2, 3}); // changed, and still there
    std::string gone;
    baseline->gone([&](std::string_view id, const KnownMarkdown& markdown) { gone += std::string(id) + " " + markdown.parameter; });
    CHECK(gone == "a x");
}

TEST_CASE("a baseline that is wrong anywhere is an error with its line") {
    struct {
        const char *text, *error;
    } const cases[] = {
        {"", "known.jsonl: an empty file is no baseline; --write-baseline makes one"},
        {"{}\n", "known.jsonl:1: no baseline: it would begin with {\"schema\":\"motaudit.baseline/1\"}"},
        {"{\"schema\":\"motaudit.baseline/2\"}\n",
         "known.jsonl:1: no baseline: it would begin with {\"schema\":\"motaudit.baseline/1\"}"},
        {"{\"schema\":\"motaudit.baseline/1\"}\n[]\n", "known.jsonl:2: not an object"},
        {"{\"schema\":\"motaudit.baseline/1\"}\n{\"parameter\":\"x\",\"words\":[]}\n", "known.jsonl:2: no 'id'"},
        {"{\"schema\":\"motaudit.baseline/1\"}\n{\"id\":\"a\",\"words\":[]}\n", "known.jsonl:2: no 'parameter'"},
        {"{\"schema\":\"motaudit.baseline/1\"}\n{\"id\":\"a\",\"parameter\":\"x\"}\n", "known.jsonl:2: no list 'words'"},
        {"{\"schema\":\"motaudit.baseline/1\"}\n{\"id\":\"a\",\"parameter\":\"x\",\"words\":[\"xyz\"]}\n",
         "known.jsonl:2: 'words' takes hashes of 16 digits"},
        {"{\"schema\":\"motaudit.baseline/1\"}\n{\"id\":\"a\",\"parameter\":\"x\",\"words\":[],\"since\":\"2026-13-01\"}\n",
         "known.jsonl:2: 'since' takes a day such as 2026-12-31, not '2026-13-01'"},
    };
    for (const auto& c : cases) {
        const auto parsed = Baseline::parse(c.text, "known.jsonl");
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().text() == c.error);
    }
}

TEST_CASE("a baseline cut off at any byte is read or refused") {
    auto text = baseline_head();
    append_markdown("a \"b\"\n\xff", "x", {1, 2}, "2026-11-22", text);
    CHECK(Baseline::parse(text, "known.jsonl"));
    for (std::size_t size = 0; size < text.size(); ++size)
        static_cast<void>(Baseline::parse(std::string_view(text).substr(0, size), "k"));
}
