#include "intake/sheets.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace motaudit;

namespace {

struct Read {
    std::vector<Sheet> sheets = {};
    std::vector<std::string> problems = {};
};

Read read(const std::string& text) {
    Read got;
    const auto kind = sheet_kind(text);
    REQUIRE(kind);
    SheetReader reader(
        *kind, "ann", text, [&](Sheet&& sheet) { got.sheets.push_back(std::move(sheet)); },
        [&](const Error& error) { got.problems.push_back(error.text()); });
    for (std::size_t at = 0; at < text.size(); at += 7) reader.feed(std::string_view(text).substr(at, 7));
    reader.finish();
    return got;
}

} // namespace

TEST_CASE("what a file of verdicts is shows in its first line") {
    CHECK(sheet_kind(R"({"schema":"motaudit.scorecard/1","id":"a","verdicts":{}})") == SheetKind::scorecards);
    CHECK(sheet_kind(R"({"id":"a","expect":{"x":"yes"}})") == SheetKind::verdicts);
    CHECK(sheet_kind("\n {\"id\":\"a\",\"verdicts\":{}}\n{\"id\"") == SheetKind::verdicts);
    CHECK(sheet_kind("Evaluator;VERDICT ;Parameter;conversation\n") == SheetKind::table);
    CHECK(sheet_kind("\"verdict\"\t\"conversation\"\tparameter") == SheetKind::table);
    CHECK_FALSE(sheet_kind(R"({"id":"a","turns":[]})"));
    CHECK_FALSE(sheet_kind("conversation,parameter\n"));
    CHECK_FALSE(sheet_kind("Agent: the verdict, the parameter and the conversation\n"));
    CHECK_FALSE(sheet_kind(""));
    CHECK_FALSE(sheet_kind("\xFF\xFE"));
}

TEST_CASE("the rows of a table make one sheet for each conversation and evaluator") {
    const auto got = read("Verdict,conversation,parameter,evaluator,reason\r\n"
                          "yes,c1,name.usage,ann,\r\n"
                          "NO,c2,name.usage,ann,\"once, not twice\"\r\n"
                          " n/a ,c1,hold.reason,ann,\r\n"
                          "no,c1,name.usage,ben,\r\n");
    CHECK(got.problems.empty());
    REQUIRE(got.sheets.size() == 3);
    CHECK(got.sheets[0].conversation == "c1");
    REQUIRE(got.sheets[0].marks.size() == 2);
    CHECK(got.sheets[0].marks[1].verdict == Verdict::na);
    CHECK(got.sheets[1].marks[0].reason == "once, not twice");
    CHECK(got.sheets[2].evaluator == "ben");
    CHECK(got.sheets[2].line == 5);
}

TEST_CASE("a row that cannot be read is named, and the others are read") {
    const auto got = read("conversation,parameter,verdict\nc1,a,perhaps\nc1,a,yes\nc1,a,no\n,a,no\nc2,,no\nc3,b\nc4,b,no\n");
    CHECK(got.problems == std::vector<std::string>{"ann:2: a: unknown verdict 'perhaps'; there are yes, no, na",
                                                   "ann:4: c1, a: judged already on line 3", "ann:5: the row names no conversation",
                                                   "ann:6: the row names no parameter",
                                                   "ann:7: b: unknown verdict ''; there are yes, no, na"});
    CHECK(got.sheets.size() == 2);
}

TEST_CASE("people's verdicts as JSON: contested ones and notes are told apart") {
    const auto got =
        read(R"({"id":"c1","expect":{"a":"yes","b":"no","c":"na"},"contested":["b"],"notes":{"a":"fine","c":"Contested: …"}})"
             "\n\n{\"id\":\"c2\",\"verdicts\":{\"a\":\"no\"},\"evaluator\":\"ben\",\"standard\":\"oppo-hq\"}");
    CHECK(got.problems.empty());
    REQUIRE(got.sheets.size() == 2);
    const auto& marks = got.sheets[0].marks;
    CHECK((!marks[0].contested && marks[1].contested && marks[2].contested));
    CHECK(marks[0].reason == "fine");
    CHECK_FALSE(got.sheets[0].complete);
    CHECK(got.sheets[1].evaluator == "ben");
    CHECK(got.sheets[1].standard == "oppo-hq");
    CHECK(got.sheets[1].line == 3);
}

TEST_CASE("scorecards are read with reasons and evidence; the nearest thing said stands in for evidence") {
    const auto got = read(R"({"schema":"motaudit.scorecard/1","id":"c1","standard":{"name":"oppo-hq"},"parameters":[)"
                          R"({"id":"a","verdict":"no","reason":"not said","missing":["x","y"],"near":[{"turn":2,"text":"hm"}]},)"
                          R"({"id":"b","verdict":"yes","evidence":[{"turn":1,"text":"Hi"},{"turn":3}]}]})");
    CHECK(got.problems.empty());
    REQUIRE(got.sheets.size() == 1);
    CHECK(got.sheets[0].complete);
    CHECK(got.sheets[0].standard == "oppo-hq");
    CHECK(got.sheets[0].marks[0].reason == "not said; missing: x, y");
    CHECK(got.sheets[0].marks[0].evidence == std::vector<Quote>{{2, "hm"}});
    CHECK(got.sheets[0].marks[1].evidence == std::vector<Quote>{{1, "Hi"}, {3, ""}});
}

TEST_CASE("the kinds of na are told apart in the reason, of scorecards and of tables") {
    const auto cards = read(R"({"schema":"motaudit.scorecard/1","id":"c1","parameters":[)"
                            R"({"id":"a","verdict":"na","na":"not-visible","reason":"no times"},)"
                            R"({"id":"b","verdict":"na","na":"not-applicable","reason":"no hold"},)"
                            R"({"id":"c","verdict":"na","na":"needs-person"},{"id":"d","verdict":"yes","reason":"said"}]})");
    const auto table = read("conversation,parameter,verdict,na,reason\nc1,a,na,not-visible,no times\n"
                            "c1,b,na,not-applicable,no hold\nc1,c,na,needs-person,\nc1,d,yes,,said\n");
    for (const auto* got : {&cards, &table}) {
        REQUIRE(got->sheets.size() == 1);
        const auto& marks = got->sheets[0].marks;
        CHECK(marks[0].reason == "cannot be seen here: no times");
        CHECK(marks[1].reason == "does not apply: no hold");
        CHECK(marks[2].reason == "needs a person");
        CHECK(marks[3].reason == "said");
    }
}

TEST_CASE("a line that is no sheet is named, and the others are read") {
    const auto got = read("{\"id\":\"c1\",\"verdicts\":{\"a\":\"no\"}}\n{\"id\":\n[]\n{\"id\":\"c2\"}\n{\"verdicts\":{}}\n"
                          "{\"id\":\"c3\",\"verdicts\":{\"a\":\"no\",\"a\":\"yes\"}}\n{\"id\":\"c4\",\"verdicts\":{\"a\":7}}\n");
    REQUIRE(got.problems.size() == 6);
    CHECK(got.problems[0].starts_with("ann:2:"));
    CHECK(got.problems[1] == "ann:3: not an object");
    CHECK(got.problems[2].starts_with("ann:4: no verdicts"));
    CHECK(got.problems[3].starts_with("ann:5: no 'id'"));
    CHECK(got.problems[4] == "ann:6: a has two verdicts");
    CHECK(got.problems[5].starts_with("ann:7: a: unknown verdict"));
    CHECK(got.sheets.size() == 2);
}
