#include "calibrate/statistics.hpp"

#include <doctest/doctest.h>

using namespace motaudit;

namespace {

// Rows: the reference's yes, no, na; columns: the other's.
Agreement table(std::array<std::array<std::uint64_t, 4>, 3> counts) { return {.counts = counts}; }

} // namespace

TEST_CASE("Wilson's interval has the values that are published") {
    struct {
        std::uint64_t part, whole;
        double low, high;
    } const cases[] = {
        // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
        {81, 263, 0.2553, 0.3662},
        {15, 148, 0.0624, 0.1605},
        {0, 20, 0.0000, 0.1611},
        {1, 29, 0.0061, 0.1718},
    };
    for (const auto& c : cases) {
        CAPTURE(c.part);
        const auto share = proportion(c.part, c.whole);
        REQUIRE(share);
        CHECK(share->low == doctest::Approx(c.low).epsilon(0.0005));
        CHECK(share->high == doctest::Approx(c.high).epsilon(0.0005));
    }
    CHECK(proportion(20, 20)->high == 1);
    CHECK(proportion(0, 20)->low == 0);
    CHECK_FALSE(proportion(0, 0));
}

TEST_CASE("kappa of two raters is that of the textbooks") {
    // Fifty proposals, two readers: 20 both yes, 15 both no (often-printed example; kappa 0.4).
    const auto proposals = kappa(table({{{20, 5, 0, 0}, {10, 15, 0, 0}, {0, 0, 0, 0}}}));
    REQUIRE(proposals);
    CHECK(proposals->value == doctest::Approx(0.4));
    CHECK(proposals->low == doctest::Approx(0.1510).epsilon(0.001));
    CHECK(proposals->high == doctest::Approx(0.6490).epsilon(0.001));

    // Fleiss, Cohen and Everitt (1969), two clinicians, three diagnoses: kappa 0.429, standard error 0.054 with n = 200.
    const auto diagnoses = kappa(table({{{106, 10, 4, 0}, {22, 28, 10, 0}, {2, 12, 6, 0}}}));
    REQUIRE(diagnoses);
    CHECK(diagnoses->value == doctest::Approx(0.429).epsilon(0.001));
    CHECK((diagnoses->high - diagnoses->low) / (2 * 1.96) == doctest::Approx(0.054).epsilon(0.01));
}

TEST_CASE("kappa at its ends") {
    CHECK_FALSE(kappa(Agreement{}));
    // Both gave one verdict throughout: nothing is left for chance to explain.
    CHECK(kappa(table({{{7, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}}))->value == 1);
    CHECK(kappa(table({{{5, 0, 0, 0}, {0, 5, 0, 0}, {0, 0, 0, 0}}}))->value == doctest::Approx(1));
    CHECK(kappa(table({{{0, 5, 0, 0}, {5, 0, 0, 0}, {0, 0, 0, 0}}}))->value == doctest::Approx(-1));
    CHECK(kappa(table({{{0, 5, 0, 0}, {5, 0, 0, 0}, {0, 0, 0, 0}}}))->low == doctest::Approx(-1));
    // One side constant, the other not: agreement as by chance.
    CHECK(kappa(table({{{6, 0, 0, 0}, {4, 0, 0, 0}, {0, 0, 0, 0}}}))->value == doctest::Approx(0));
}

TEST_CASE("a verdict that is due and absent counts as a difference, and as no markdown") {
    Agreement agreement;
    agreement.add(Verdict::no, Verdict::no);
    agreement.add(Verdict::no, std::nullopt);
    agreement.add(Verdict::yes, Verdict::no);
    CHECK(agreement.all() == 3);
    CHECK(agreement.equal() == 1);
    CHECK(markdown_precision(agreement)->value == doctest::Approx(0.5));
    CHECK(markdown_recall(agreement)->value == doctest::Approx(0.5));
}

TEST_CASE("the best constant verdict is the reference's most frequent") {
    const auto constant = best_constant(table({{{3, 0, 0, 0}, {4, 1, 0, 0}, {0, 0, 2, 0}}}));
    CHECK(constant.verdict == Verdict::no);
    CHECK(constant.equal == 5);
}
