#include "base/estimate.hpp"

#include <doctest/doctest.h>

using namespace motaudit;

TEST_CASE("the change of a share has Newcombe's interval") {
    // Newcombe (1998), table II, method 10: 56/70 and 48/80; 9/10 and 3/10; 10/10 and 0/10.
    const struct {
        std::uint64_t a, m, b, n;
        double low, high;
    } cases[] = {{56, 70, 48, 80, 0.0524, 0.3339},
                 {9, 10, 3, 10, 0.1705, 0.8090},
                 {10, 10, 0, 10, 0.6075, 1.0},
                 {0, 10, 0, 20, -0.1611, 0.2775}};
    for (const auto& c : cases) {
        const auto change = proportion_change(c.a, c.m, c.b, c.n);
        REQUIRE(change);
        CHECK(change->low == doctest::Approx(c.low).epsilon(0.001));
        CHECK(change->high == doctest::Approx(c.high).epsilon(0.001));
    }
    CHECK_FALSE(proportion_change(0, 0, 1, 2));
}

TEST_CASE("the change of a mean has Welch's interval") {
    // Reference values of t.test in R: x = 1..10, y = 7..20.
    const auto change = mean_change({10, 5.5, 55.0 / 6}, {14, 13.5, 17.5});
    REQUIRE(change);
    CHECK(change->value == doctest::Approx(-8));
    CHECK(change->low == doctest::Approx(-11.052802).epsilon(0.0005));
    CHECK(change->high == doctest::Approx(-4.947198).epsilon(0.0005));
    CHECK(change->excludes_zero());
    CHECK_FALSE(mean_change({1, 5, 0}, {10, 4, 1}));
    CHECK_FALSE(mean_change({2, 5, 1}, {2, 4, 1})->excludes_zero());
}
