#include "support/json_schema.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <sstream>
#include <string>

// What the program writes for other programs fits the schemas that are handed out with it.

using namespace motaudit;
using nlohmann::json;

namespace {

// What the program prints, run in the folder of samples.
std::string printed(const std::string& arguments) {
    const auto command = "cd '" TESTS_FOLDER "/../samples' && '" PROGRAM "' " + arguments + " 2>/dev/null";
    std::string out;
    auto* const pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 65536> piece = {};
    while (const auto got = std::fread(piece.data(), 1, piece.size(), pipe)) out.append(piece.data(), got);
    ::pclose(pipe);
    return out;
}

} // namespace

TEST_CASE("scorecards of every channel fit their schema") {
    for (const std::string options : {"", " --brief"}) {
        std::istringstream lines(printed("audit --format jsonl ." + options));
        int cards = 0;
        for (std::string line; std::getline(lines, line); ++cards)
            CHECK(test::schema_fault(json::parse(line), "scorecard.schema.json") == "");
        CHECK(cards >= 14);
    }
}

TEST_CASE("the JSON report fits its schema, whatever the gate lets pass") {
    const test::Scratch scratch;
    const auto known = "'" + scratch.path() + "/known.jsonl'";
    const auto suppressions = "'" +
                              scratch.write("suppressions.toml", "[[suppress]]\nparameter = \"Closing\"\nconversation = \"**\"\n"
                                                                 "reason = \"agreed\"\nowner = \"Ann\"\n") +
                              "'";
    printed("audit chat-poor.txt --write-baseline " + known + " --today 2026-11-22 --ignore Closing");
    for (const std::string& options :
         {std::string(), std::string("--summary-only"), "--suppressions " + suppressions,
          "--baseline " + known + " --suppressions " + suppressions, std::string("--select writing.*,Closing --brief")}) {
        CAPTURE(options);
        const auto report = json::parse(printed("audit --format json . " + options));
        CHECK(test::schema_fault(report, "report.schema.json") == "");
        CHECK(report["scorecards"].empty() == (options == "--summary-only"));
    }
    const auto report = json::parse(printed("audit --format json chat-poor.txt email-poor.eml --baseline " + known));
    const auto& gate = report["summary"]["gate"];
    CHECK(gate["known"] > 0);
    CHECK(gate["counted"] > 0);
    CHECK(gate["gone"] == 0);
}

TEST_CASE("the JSON of a calibration fits its schema") {
    const test::Scratch scratch;
    const auto ann =
        scratch.write("ann.csv", "conversation,parameter,verdict,reason\nchat-poor,hold.reason,yes,\n"
                                 "chat-poor,empathy.used,no,too late\nchat-good,empathy.used,yes,\nnobody,empathy.used,yes,\n");
    const auto report = json::parse(printed("calibrate --format json --against '" + ann + "' ."));
    CHECK(test::schema_fault(report, "calibration.schema.json") == "");
    CHECK_FALSE(report["differences"].empty());
}

TEST_CASE("a report that lacks what its schema promises is told") {
    auto report = json::parse(printed("audit --format json chat-poor.txt"));
    report["summary"].erase("judged");
    CHECK(test::schema_fault(report, "report.schema.json") == "$.summary: no judged");
    report = json::parse(printed("audit --format json chat-poor.txt"));
    report["scorecards"][0]["parameters"][0]["verdict"] = "maybe";
    CHECK(test::schema_fault(report, "report.schema.json") != "");
}
