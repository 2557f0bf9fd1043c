#include "report/example.hpp"
#include "report/payloads.hpp"

#include "base/utf8.hpp"
#include "text/width.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

using namespace motaudit;

namespace {

// Every place of a card that text from outside can reach.
const std::vector<std::function<void(example::Scene&, std::string_view)>> places = {
    [](example::Scene& s, std::string_view text) { s.talk.id = text; },
    [](example::Scene& s, std::string_view text) { s.talk.path = text; },
    [](example::Scene& s, std::string_view text) { s.talk.id = {}, s.talk.path = text; },
    [](example::Scene& s, std::string_view text) { s.talk.agent = s.talk.agent_id = text; },
    [](example::Scene& s, std::string_view text) { s.talk.customer = s.talk.team = s.talk.site = s.talk.account = text; },
    [](example::Scene& s, std::string_view text) { s.talk.topic = s.talk.started_at = s.talk.language = s.talk.brand = text; },
    [](example::Scene& s, std::string_view text) { s.talk.turns[2].name = text; },
    [](example::Scene& s, std::string_view text) {
        s.talk.turns[2].text = s.keep("Yep " + std::string(text) + " and Maria");
        s.card.judgements[1].finding.evidence = {
            {2, {4, static_cast<std::uint32_t>(4 + text.size())}, "x"}, {2, {0, 3}}, s.words(2, "Maria")};
        s.card.judgements[1].finding.listed = {{2, {4, static_cast<std::uint32_t>(4 + text.size())}, "y"}};
        s.card.judgements[2].finding.near = {{2, {5, static_cast<std::uint32_t>(3 + text.size())}}}; // may cut a character
    },
    [](example::Scene& s, std::string_view text) { s.card.judgements[1].finding.reason = text; },
    [](example::Scene& s, std::string_view text) {
        s.card.judgements[2].finding.missing = {std::string(text), "b"};
    },
    [](example::Scene& s, std::string_view text) { s.card.judgements[1].finding.evidence[1].note = text; },
    [](example::Scene& s, std::string_view text) {
        s.talk.meta = s.keep("\"a\": " + nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    },
    [](example::Scene& s, std::string_view text) { s.standard.parameters[1].id = s.standard.parameters[1].title = text; },
    [](example::Scene& s, std::string_view text) { s.standard.parameters[1].advice = s.standard.parameters[1].clause = text; },
    [](example::Scene& s, std::string_view text) { s.standard.name = s.standard.version = text; },
};

void check_inert(std::string_view format, const std::string& out, bool colour) {
    std::string line;
    bool inert = true;
    for (std::size_t at = 0; at <= out.size();) {
        const auto c = at < out.size() ? decode(out, at) : CodePoint{'\n', 1, true};
        const bool ours =
            c.value == '\n' || (format == "csv" && (c.value == '\r' || c.value == '\t')) || (colour && c.value == 0x1b);
        inert = inert && c.valid && (ours || !is_control(c.value));
        if (c.value != '\n') {
            line.append(out, at, c.size);
        } else {
            const auto text = line.substr(std::min(line.find_first_not_of(' '), line.size()));
            if (format == "github")
                CHECK((line.empty() || line.starts_with("::error ")));
            else if (format != "csv") // whose cells keep their lines
                CHECK_FALSE(text.starts_with("::"));
            if (format == "text" || format == "github")
                for (const auto* const mark : {"##[", "##vso[", "##teamcity["}) CHECK(line.find(mark) == std::string::npos);
            if (format == "text" && !colour) CHECK(columns_of(line) <= 80);
            line.clear();
        }
        at += c.size;
    }
    CHECK(inert);
}

} // namespace

TEST_CASE("text from outside is inert in every format, wherever it stands") {
    for (const auto payload : example::hostile) {
        CAPTURE(payload);
        for (const auto& put : places) {
            CAPTURE(&put - places.data());
            example::Scene scene;
            example::fill(scene);
            put(scene, payload);
            for (const auto& reporter : reporters::all())
                for (const bool brief : {false, true}) {
                    const auto out = example::report(reporter, scene.card, {.brief = brief, .standards = {&scene.standard}});
                    if (reporter.name != "html" && reporter.name != "xlsx") check_inert(reporter.name, out, false);
                    if (reporter.name == "jsonl") {
                        CHECK(out.find('\n') == out.size() - 1);
                        CHECK(nlohmann::json::accept(out));
                    }
                    if (reporter.name == "json" || reporter.name == "sarif") CHECK(nlohmann::json::accept(out));
                    if (reporter.name == "github") CHECK(std::ranges::count(out, '\n') == 2); // a line a markdown
                }
            check_inert("text", example::report(*reporters::find("text"), scene.card, {.colour = true}), true);
        }
    }
}

// tests/validators/run.sh asks for them.
TEST_CASE("hostile texts in every place and format are handed to the validators") {
    const char* const folder = std::getenv("MOTAUDIT_REPORTS_TO");
    if (folder == nullptr) return;
    for (const auto* const format : {"markdown", "junit", "sarif", "github"}) {
        const auto& reporter = *reporters::find(format);
        std::string cards, out;
        Summary summary;
        for (const auto payload : example::hostile)
            for (const auto& put : places) {
                example::Scene scene;
                example::fill(scene);
                put(scene, payload);
                if (!cards.empty()) cards += reporter.between;
                reporter.card(scene.card, {}, cards);
                summary.add(scene.card);
            }
        if (reporter.begin != nullptr) reporter.begin({}, out);
        if (!reporter.summary_first) out += cards;
        if (reporter.end != nullptr) reporter.end(summary, {}, out);
        if (reporter.summary_first) out += cards;
        std::ofstream file(std::string(folder) + "/hostile." + format, std::ios::binary);
        CHECK((file << out).flush());
    }
}

TEST_CASE("a turn of a megabyte with thousands of findings is told quickly and in few lines") {
    example::Scene scene;
    example::fill(scene);
    auto& finding = scene.card.judgements[1].finding;
    finding.evidence.clear();
    std::string text;
    while (text.size() < (1u << 20)) {
        finding.evidence.push_back({2, {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size() + 3)}, {}});
        text += "Yep, \xcc\x81well\xff ";
    }
    scene.talk.turns[2].text = text;
    CHECK(example::report(*reporters::find("text"), scene.card).size() < 8000);
    CHECK(nlohmann::json::accept(example::report(*reporters::find("jsonl"), scene.card)));
    CHECK(example::report(*reporters::find("markdown"), scene.card).size() < 8000);
    CHECK(example::report(*reporters::find("junit"), scene.card).size() < 8000);
    CHECK(example::report(*reporters::find("github"), scene.card).size() < 2000);
    CHECK(example::report(*reporters::find("sarif"), scene.card).size() < 40000);
}
