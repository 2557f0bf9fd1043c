#include "report/example.hpp"

#include "report/card_json.hpp"
#include "report/evidence.hpp"
#include "report/redacted_card.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace motaudit;

namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

} // namespace

TEST_CASE("a redacted card names nobody, and its verdicts are the same") {
    example::Scene scene;
    example::fill(scene);
    scene.standard.name_list.add("Maria", false);
    scene.talk.turns[1].name = "Maria Lopez";
    scene.talk.turns[1].text = "This is maria lopez, call +61 412 345 678 or write to maria.lopez@example.com, Jamie.";
    scene.card.judgements[1].finding.reason = "said to Maria";
    scene.card.judgements[2].finding.missing = {"Maria, twice"};
    const RedactedCard redacted(scene.card);
    const auto& card = redacted.card();
    const auto& talk = *card.conversation;
    CHECK(talk.id == scene.talk.id);
    CHECK(card.score == scene.card.score);
    CHECK(talk.customer == "[customer]");
    CHECK(talk.agent == agent_token_of("Jamie", "a-17"));
    CHECK(talk.agent_id.empty());
    CHECK(talk.meta.empty());
    CHECK(talk.turns[0].name == talk.agent);
    CHECK(talk.turns[1].name == "[customer]");
    for (const auto& turn : talk.turns) {
        CAPTURE(turn.text);
        for (const auto* const gone : {"Maria", "maria", "Lopez", "lopez", "Jamie", "412", "example.com"})
            CHECK_FALSE(holds(turn.text, gone));
    }
    CHECK(holds(talk.turns[1].text, "678"));
    CHECK(card.judgements[1].finding.reason == "said to [customer]");
    CHECK(card.judgements[2].finding.missing[0] == "[customer], twice");
}

TEST_CASE("evidence points at the same words, and at what stands for those that are hidden") {
    example::Scene scene;
    example::fill(scene);
    const RedactedCard redacted(scene.card);
    const auto& talk = *redacted.card().conversation;
    const auto& judged = redacted.card().judgements;
    CHECK(words_of(judged[0].finding.evidence[1], talk) == "my name is " + std::string(talk.agent));
    CHECK(words_of(judged[0].finding.evidence[2], talk) == "How may I help you");
    CHECK(words_of(judged[1].finding.evidence[1], talk) == "hang on");
    CHECK(words_of(judged[2].finding.near[0], talk) == "[customer]");
}

TEST_CASE("what comes after hidden words is told at its own place in the file") {
    example::Scene scene;
    example::fill(scene);
    auto& finding = scene.card.judgements[1].finding;
    finding.evidence = {scene.words(2, "Maria"), scene.words(2, "restarts")};
    const auto plain = PlaceFinder(scene.talk).of(finding.evidence[1]);
    const RedactedCard redacted(scene.card);
    const auto& evidence = redacted.card().judgements[1].finding.evidence;
    const auto shown = PlaceFinder(*redacted.card().conversation).of(evidence[1]);
    CHECK(words_of(evidence[1], *redacted.card().conversation) == "restarts");
    CHECK(shown.line == plain.line);
    CHECK(shown.column == plain.column);
    CHECK(PlaceFinder(*redacted.card().conversation).of(evidence[0]).column ==
          PlaceFinder(scene.talk).of(finding.evidence[0]).column);
}

TEST_CASE("an ordinary word that is a name is hidden with its capital only") {
    example::Scene scene;
    example::fill(scene);
    scene.talk.agent = "Will";
    scene.talk.turns[0].text = "I am Will and I will help.";
    scene.card.judgements[0].finding.evidence.clear();
    const RedactedCard redacted(scene.card);
    CHECK(holds(redacted.card().conversation->turns[0].text, "and I will help."));
    CHECK_FALSE(holds(redacted.card().conversation->turns[0].text, "Will"));
}

TEST_CASE("the html report can be redacted") {
    example::Scene scene;
    example::fill(scene);
    scene.standard.parameters[2].advice = "Use the name again when you close."; // a standard's own words stay
    const auto page = example::report(*reporters::find("html"), scene.card, {.redact = true});
    for (const auto* const gone : {"Maria", "Lopez", "Jamie"}) CHECK_FALSE(holds(page, gone));
    CHECK(holds(page, "a-17") == false);
    CHECK(holds(page, "[customer]"));
    CHECK(holds(page, "Names are replaced by tokens"));
    CHECK(holds(example::report(*reporters::find("html"), scene.card), "as they stand in its sources"));
}

TEST_CASE("in JSON the words are hidden, and begin and end are those of the text as it was read") {
    example::Scene scene;
    example::fill(scene);
    const auto spans_in = [](std::string_view json) {
        std::string spans;
        for (auto at = json.find("\"begin\""); at != std::string_view::npos; at = json.find("\"begin\"", at + 1))
            spans.append(json.substr(at, json.find(",\"text\"", at) - at)).append(";");
        return spans;
    };
    std::string plain, hidden;
    append_card_json(scene.card, {}, plain);
    ReportStyle style;
    style.redact = true;
    style.judged = &scene.card;
    append_card_json(RedactedCard(scene.card).card(), style, hidden);
    CHECK(spans_in(hidden) == spans_in(plain));
    CHECK(holds(hidden, "\"redacted\":true"));
    CHECK(holds(plain, "Jamie"));
    CHECK_FALSE(holds(hidden, "Jamie"));
}
