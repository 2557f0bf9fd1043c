#include "calibrate/comparison.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace motaudit;

namespace {

Sheet sheet(const char* conversation, const char* evaluator, std::vector<Mark> marks, const char* standard = "",
            bool complete = false) {
    return {.conversation = conversation,
            .evaluator = evaluator,
            .standard = standard,
            .path = evaluator,
            .line = 1,
            .complete = complete,
            .marks = std::move(marks)};
}

Mark mark(const char* parameter, Verdict verdict, bool contested = false) {
    return {.parameter = parameter, .verdict = verdict, .contested = contested};
}

using enum Verdict;
using Names = std::vector<std::string>;

} // namespace

TEST_CASE("nothing is dropped in silence: what stands on one side only is named or counted") {
    Comparison comparison;
    CHECK_FALSE(comparison.add_reference(sheet("both", "ann", {mark("a", yes), mark("b", no), mark("c", no, true)})));
    CHECK_FALSE(comparison.add_reference(sheet("ann's", "ann", {mark("a", yes)})));
    CHECK_FALSE(comparison.add_reference(sheet("elsewhere", "ann", {mark("a", yes)}, "phone-monitor")));
    CHECK_FALSE(comparison.add_given(sheet("both", "ben", {mark("a", no), mark("c", yes), mark("d", yes)})));
    CHECK_FALSE(comparison.add_given(sheet("ben's", "ben", {mark("a", no)})));
    CHECK_FALSE(comparison.add_given(sheet("elsewhere", "ben", {mark("a", no)}, "oppo-hq")));
    const auto done = comparison.finish();
    CHECK(done.compared == 1);
    CHECK(done.overall.all() == 1);
    CHECK(done.only_reference == Names{"ann's"});
    CHECK(done.only_given == Names{"ben's"});
    CHECK(done.other_standard == Names{"elsewhere"});
    CHECK(done.parameters.at("b").only_reference == 1);
    CHECK(done.parameters.at("c").contested == 1);
    CHECK(done.parameters.at("d").only_given == 1);
    REQUIRE(done.differences.size() == 1);
    CHECK(done.differences[0].parameter == "a");
}

TEST_CASE("a scorecard owes a verdict on every parameter; a person does not") {
    for (const bool complete : {true, false}) {
        Comparison comparison;
        CHECK_FALSE(comparison.add_reference(sheet("c", "ann", {mark("a", no), mark("b", yes)})));
        CHECK_FALSE(comparison.add_given(sheet("c", "", {mark("b", yes)}, "", complete)));
        const auto done = comparison.finish();
        CHECK(done.overall.all() == (complete ? 2 : 1));
        CHECK(done.differences.size() == (complete ? 1 : 0));
        CHECK(done.parameters.at("a").only_reference == (complete ? 0 : 1));
    }
}

TEST_CASE("two verdicts on one thing are refused, with both places") {
    Comparison comparison;
    CHECK_FALSE(comparison.add_reference(sheet("c", "ann", {mark("a", no)})));
    // Another evaluator's other parameter is no repetition.
    CHECK_FALSE(comparison.add_reference(sheet("c", "ben", {mark("b", no)})));
    const auto again = comparison.add_reference(sheet("c", "ann", {mark("z", no)}));
    REQUIRE(again);
    CHECK(again->text() == "ann:1: conversation 'c' is judged a second time; the first is ann:1");
    const auto two = comparison.add_reference(sheet("c", "eve", {mark("b", no)}));
    REQUIRE(two);
    CHECK(two->text() ==
          "eve:1: conversation 'c', b: judged by 'eve' and, at ben:1, by 'ben'; --evaluator says whose verdicts count");

    CHECK_FALSE(comparison.add_given(sheet("c", "", {mark("a", no)}, "oppo-hq", true)));
    CHECK_FALSE(comparison.add_given(sheet("c", "", {mark("a", no)}, "site", true)));
    CHECK(comparison.add_given(sheet("c", "", {mark("a", no)}, "site", true)));
}

TEST_CASE("differences come by parameter") {
    Comparison comparison;
    for (const auto* id : {"1", "2"}) CHECK_FALSE(comparison.add_reference(sheet(id, "ann", {mark("b", no), mark("a", yes)})));
    for (const auto* id : {"2", "1"}) CHECK_FALSE(comparison.add_given(sheet(id, "ben", {mark("a", no), mark("b", na)})));
    std::string order;
    for (const auto& one : comparison.finish().differences) order += one.parameter + one.conversation + " ";
    CHECK(order == "a2 a1 b2 b1 ");
}
