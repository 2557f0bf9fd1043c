#include "report/card_json.hpp"

#include "report/example.hpp"
#include "support/json_schema.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <string>

using namespace motaudit;
using nlohmann::json;

namespace {

json card_of(const example::Scene& scene, const ReportStyle& style = {}) {
    std::string line;
    append_card_json(scene.card, style, line);
    return json::parse(line);
}

} // namespace

TEST_CASE("a scorecard says what the contract promises") {
    example::Scene scene;
    example::fill(scene);
    const auto card = card_of(scene);
    CHECK(card["schema"] == "motaudit.scorecard/1");
    CHECK(card["id"] == "chat-000412");
    CHECK(card["source"] == json({{"path", "exports/w47.txt"}, {"record", 412}}));
    CHECK(card["meta"] == json({{"queue", "AU-1"}, {"tries", 2}}));
    CHECK(card["turns"] == 3);
    CHECK(card["duration"] == 512.4);
    CHECK(card["score"] == 54.5);
    CHECK(card["judged_share"] == 0.7333);
    CHECK(card["fatal"] == json::array());
    CHECK(card["passed"] == true);
    REQUIRE(card["parameters"].size() == 5);
    CHECK(card["parameters"][2] == json::parse(R"({"id": "name.usage", "verdict": "no", "severity": "non-fatal", "class": "CTQ",
        "weight": 5, "clause": "SOP 2", "reason": "addressed by name once; at least 2 expected",
        "missing": ["one more use of the customer's name"],
        "near": [{"turn": 2, "begin": 14, "end": 19, "text": "Maria", "line": 112, "column": 23}],
        "advice": "Use the name again when you close: “Thank you, Maria.”"})"));
    CHECK(card["parameters"][3]["na"] == "not-visible");
    CHECK(card["parameters"][4]["na"] == "needs-person");
    CHECK_FALSE(card["parameters"][0].contains("advice"));
    for (const auto* const absent : {"team", "site", "account", "topic", "reply", "ended_by", "language", "brand", "verdicts"})
        CHECK_FALSE(card.contains(absent));
}

TEST_CASE("brief cards hold the verdicts alone") {
    example::Scene scene;
    example::fill(scene);
    const auto card = card_of(scene, {.brief = true});
    CHECK_FALSE(card.contains("parameters"));
    CHECK(card["verdicts"] == json({{"opening.script", "yes"},
                                    {"language.jargon", "no"},
                                    {"name.usage", "no"},
                                    {"hold.duration", "na"},
                                    {"conduct.tone", "na"}}));
}

TEST_CASE("what is not known is null or left out") {
    example::Scene scene;
    scene.standard.name = "s";
    scene.talk.turns = {{.speaker = Speaker::agent, .text = "Hello"}};
    scene.judge();
    std::string line;
    append_card_json(scene.card, {}, line);
    CHECK(line == R"({"schema":"motaudit.scorecard/1","id":"","channel":"chat","source":{},"turns":1,"duration":null,)"
                  R"("standard":{"name":"s"},"score":null,"score_before_fatal":null,"judged_share":0,"fatal":[],)"
                  R"("passed":true,"parameters":[]})");
}

TEST_CASE("a fatal markdown is named, and so is its severity in this conversation") {
    example::Scene scene;
    example::fill(scene);
    scene.card.judgements[1].finding.fatal = true;
    scene.judge();
    const auto card = card_of(scene);
    CHECK(card["score"] == 0.0);
    CHECK(card["score_before_fatal"] == 54.5);
    CHECK(card["fatal"] == json::array({"language.jargon"}));
    CHECK(card["passed"] == false);
    CHECK(card["parameters"][1]["severity"] == "fatal");
}

TEST_CASE("evidence is found again where it stands in the file, over line breaks too") {
    example::Scene scene;
    example::fill(scene);
    scene.talk.turns[2].text = "Yep.\r\nSure, hang on\nbye";
    auto& finding = scene.card.judgements[1].finding;
    finding.evidence = {scene.words(2, "Yep"), scene.words(2, "Sure"), scene.words(2, "hang"),
                        scene.words(2, "bye"), scene.words(2, "Yep"),  scene.words(0, "Jamie"),
                        {7, {0, 4}},           {2, {3, 3000}}};
    scene.card.judgements[2].finding.near.clear();
    const auto evidence = card_of(scene)["parameters"][1]["evidence"];
    const auto place = [&](std::size_t i) { return std::pair(evidence[i].value("line", 0), evidence[i].value("column", 0)); };
    CHECK(place(0) == std::pair(112, 9));
    CHECK(place(1) == std::pair(113, 1));
    CHECK(place(2) == std::pair(113, 7));
    CHECK(place(3) == std::pair(114, 1));
    CHECK(place(4) == std::pair(112, 9));
    CHECK(place(5) == std::pair(0, 0)); // that turn stands nowhere as it is
    CHECK_FALSE(evidence[6].contains("text"));
    CHECK_FALSE(evidence[7].contains("text"));
}

TEST_CASE("scorecards fit the schema that is handed out") {
    const auto fault = [](const json& card) { return test::schema_fault(card, "scorecard.schema.json"); };
    example::Scene scene;
    example::fill(scene);
    CHECK(fault(card_of(scene)) == "");
    CHECK(fault(card_of(scene, {.brief = true})) == "");
    scene.card.judgements[1].finding.fatal = true;
    scene.card.judgements[0].finding.listed = {scene.words(2, "find"), {0, {0, 0}}};
    scene.talk.reply = Reply::first;
    scene.talk.ended_by = EndedBy::customer;
    for (auto& turn : scene.talk.turns) turn.start = turn.end = {};
    scene.card.judgements[0].waived = Waived::suppressed;
    scene.card.judgements[0].waived_why = "by Ann: agreed";
    scene.judge();
    CHECK(fault(card_of(scene)) == "");

    auto wrong = card_of(scene);
    wrong["parameters"][0]["verdict"] = "maybe";
    CHECK(fault(wrong) != "");
    wrong = card_of(scene);
    wrong.erase("judged_share");
    CHECK(fault(wrong) != "");
    wrong = card_of(scene);
    wrong["score"] = 100.5;
    CHECK(fault(wrong) != "");
}

TEST_CASE("the JSON document holds every card and the summary") {
    example::Scene scene;
    example::fill(scene);
    const auto& reporter = *reporters::find("json");
    const ReportStyle style = {.version = "0.1.0"};
    Summary summary;
    for (int cards = 0; cards < 3; ++cards) {
        std::string out;
        reporter.begin(style, out);
        for (int i = 0; i < cards; ++i) {
            if (i != 0) out += reporter.between;
            reporter.card(scene.card, style, out);
        }
        reporter.end(summary, style, out);
        const auto document = json::parse(out);
        CHECK(document["schema"] == "motaudit.report/1");
        CHECK(document["scorecards"].size() == static_cast<std::size_t>(cards));
        CHECK(document["summary"]["judged"] == cards);
        CHECK(document["summary"]["mean_score"].is_null() == (cards == 0));
        CHECK(out.ends_with("}\n"));
        summary.add(scene.card);
    }
}
