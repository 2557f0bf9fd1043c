#include "score/score.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <vector>

using namespace motaudit;

namespace {

struct Row {
    double weight = 0;
    Verdict verdict = Verdict::na;
    Severity severity = Severity::non_fatal;
    bool fatal_here = false;
};

struct Sheet {
    Standard standard = {};
    ScoreCard card = {};

    explicit Sheet(const std::vector<Row>& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            Parameter parameter;
            parameter.id = "row." + std::to_string(i);
            parameter.severity = rows[i].severity;
            standard.parameters.push_back(parameter);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            Finding finding;
            finding.verdict = rows[i].verdict;
            finding.fatal = rows[i].fatal_here;
            card.judgements.push_back({&standard.parameters[i], rows[i].weight, finding});
        }
        card.judged = rows.size();
        card.standard = &standard;
        score(card);
    }
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;
};

using enum Verdict;
constexpr auto is_fatal = Severity::fatal;

} // namespace

TEST_CASE("a score is the share of the judged weight that was met") {
    struct {
        std::vector<Row> rows;
        double score, judged_share;
    } const cases[] = {
        {{{60, yes}, {40, yes}}, 100.0, 1.0},        {{{60, yes}, {40, no}}, 60.0, 1.0},
        {{{60, yes}, {40, na}}, 100.0, 0.6},         {{{30, yes}, {10, no}, {60, na}}, 75.0, 0.4},
        {{{1, yes}, {2, no}, {97, na}}, 33.3, 0.03}, {{{2, yes}, {1, no}, {97, na}}, 66.7, 0.03},
        {{{0, yes}, {50, no}, {50, na}}, 0.0, 0.5},  {{{50, yes}, {0, no}, {50, na}}, 100.0, 0.5},
    };
    for (const auto& c : cases) {
        CAPTURE(c.score);
        const Sheet sheet(c.rows);
        REQUIRE(sheet.card.score);
        CHECK(*sheet.card.score == c.score);
        CHECK(*sheet.card.score_before_fatal == c.score);
        CHECK(sheet.card.judged_share == c.judged_share);
        CHECK(sheet.card.fatal.empty());
    }
}

TEST_CASE("a tie is rounded up, also where scaled weights only nearly tie") {
    CHECK(*Sheet({{1, yes}, {15, no}}).card.score == 6.3); // 6.25
    // The same sixteenth in a channel whose other rows are na: 1 and 15 of 93, scaled to 100.
    CHECK(*Sheet({{100.0 / 93, yes}, {1500.0 / 93, no}, {7700.0 / 93, na}}).card.score == 6.3);
    for (int others = 1; others < 500; ++others) {
        const double scale = 100.0 / (16 + others);
        CAPTURE(others);
        CHECK(*Sheet({{scale, yes}, {15 * scale, no}, {others * scale, na}}).card.score == 6.3);
        CHECK(*Sheet({{15 * scale, yes}, {scale, no}, {others * scale, na}}).card.score == 93.8); // 93.75
    }
}

TEST_CASE("the score agrees with plain arithmetic") {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::vector<Row> rows;
        double met = 0;
        double missed = 0;
        for (unsigned i = 0; i < 1 + random() % 50; ++i) {
            const Row row = {static_cast<double>(random() % 12), static_cast<Verdict>(random() % 3)};
            rows.push_back(row);
            (row.verdict == yes ? met : missed) += row.verdict == na ? 0 : row.weight;
        }
        const Sheet sheet(rows);
        CHECK(sheet.card.score.has_value() == (met + missed > 0));
        if (sheet.card.score) CHECK(std::abs(*sheet.card.score - 100 * met / (met + missed)) <= 0.05 + 1e-9);
    }
}

TEST_CASE("nothing of any weight judged is no score") {
    for (const auto& rows : std::vector<std::vector<Row>>{{}, {{100, na}}, {{0, yes}, {100, na}}, {{0, no}, {100, na}}}) {
        const Sheet sheet(rows);
        CHECK_FALSE(sheet.card.score);
        CHECK_FALSE(sheet.card.score_before_fatal);
        CHECK(sheet.card.judged_share == 0);
        CHECK(passes(sheet.card, {}));
        CHECK(passes(sheet.card, {.fail_under = 85}));
    }
}

TEST_CASE("a fatal no makes the score zero and is named") {
    const Sheet by_row({{80, yes}, {20, no, is_fatal}});
    CHECK(*by_row.card.score == 0);
    CHECK(*by_row.card.score_before_fatal == 80);
    REQUIRE(by_row.card.fatal.size() == 1);
    CHECK(by_row.card.fatal[0]->id == "row.1");

    const Sheet by_finding({{80, yes}, {20, no, Severity::non_fatal, true}});
    CHECK(*by_finding.card.score == 0);

    const Sheet weightless({{100, na}, {0, no, is_fatal}});
    CHECK(*weightless.card.score == 0);
    CHECK_FALSE(weightless.card.score_before_fatal);

    const Sheet met({{80, no}, {20, yes, is_fatal}, {10, na, is_fatal, true}});
    CHECK(met.card.fatal.empty());
}

TEST_CASE("a weight that is no number counts as none") {
    CHECK(*Sheet({{std::numeric_limits<double>::quiet_NaN(), no}, {-5, no}, {1, yes}}).card.score == 100);
}

TEST_CASE("the bar decides what passes") {
    struct {
        std::vector<Row> rows;
        Bar bar;
        bool passes;
    } const cases[] = {
        {{{85, yes}, {15, no}}, {}, true},
        {{{85, yes}, {15, no, is_fatal}}, {}, false},
        {{{85, yes}, {15, no}}, {.fail_under = 85}, true},
        {{{85, yes}, {15, no}}, {.fail_under = 85.1}, false},
        {{{85, yes}, {15, no, is_fatal}}, {.fail_under = 85}, false}, // the score is 0
        {{{85, yes}, {0, no, is_fatal}}, {.on_fatal = true}, false},
        {{{85, yes}, {15, no}}, {.on_fatal = true}, true},
        {{{85, yes}, {15, no}}, {.on_markdown = true}, false},
        {{{85, yes}, {0, no}}, {.on_markdown = true}, false},
        {{{85, yes}, {15, na}}, {.on_markdown = true}, true},
        {{{85, yes}, {15, no}}, {.on_parameters = {"row.1"}}, false},
        {{{85, no}, {15, yes}}, {.on_parameters = {"row.1"}}, true},
        {{{85, yes}, {15, no, is_fatal}}, {.on_parameters = {"row.0"}}, true}, // only what was asked for
    };
    for (const auto& c : cases) {
        CAPTURE(&c - cases);
        CHECK(passes(Sheet(c.rows).card, c.bar) == c.passes);
    }
}

TEST_CASE("a standard's pass mark holds where no bar is asked for") {
    Sheet sheet({{85, yes}, {15, no}});
    sheet.standard.pass_mark = 90;
    CHECK_FALSE(passes(sheet.card, {}));
    CHECK(passes(sheet.card, {.fail_under = 80}));
    sheet.standard.pass_mark = 85;
    CHECK(passes(sheet.card, {}));
}

TEST_CASE("what is waived counts as not judged, and leaves the score alone") {
    Sheet sheet({{50, yes}, {30, no}, {20, no, is_fatal}});
    const auto all = [&] { return passes(sheet.card, {.on_markdown = true}); };
    CHECK_FALSE(all());
    sheet.card.judgements[1].waived = Waived::known;
    CHECK_FALSE(all());
    CHECK_FALSE(passes(sheet.card, {.fail_under = 1.0})); // still fatal
    sheet.card.judgements[2].waived = Waived::suppressed;
    CHECK(all());
    CHECK(passes(sheet.card, {.fail_under = 100.0}));
    CHECK(passes(sheet.card, {.on_fatal = true}));
    CHECK(passes(sheet.card, {.on_parameters = {"row.1"}}));
    CHECK(passes(sheet.card, {}));
    CHECK(*sheet.card.score == 0.0);

    Sheet half({{50, yes}, {30, no}, {20, no}});
    half.card.judgements[1].waived = Waived::left_out;
    CHECK(passes(half.card, {.fail_under = 71.0}));
    CHECK_FALSE(passes(half.card, {.fail_under = 72.0})); // 50 of 70
    half.card.judgements[0].waived = half.card.judgements[2].waived = Waived::left_out;
    CHECK(passes(half.card, {.fail_under = 100.0})); // nothing is left that falls under it
}
