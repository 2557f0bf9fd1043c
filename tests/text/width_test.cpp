#include "text/width.hpp"

#include <doctest/doctest.h>

using namespace motaudit;

TEST_CASE("columns are those of a terminal") {
    struct {
        std::string_view text;
        std::size_t columns;
    } const cases[] = {
        {"", 0},
        {"Maria", 5},
        {"Siobh\u00e1n", 7},
        {"Siobha\u0301n", 7},      // the accent combines
        {"\u4f60\u597d", 4},       // Chinese is wide
        {"\uff21", 2},             // full-width Latin
        {"\uff71", 1},             // half-width kana
        {"\U0001f600", 2},         // a picture
        {"\u0e01\u0e33", 2},       // Thai
        {"\u1112\u1161\u11ab", 2}, // a Korean syllable in three letters
        {"a\u200bb\ufeff", 2},     // what does not show
        {"\xff\xfe", 2},           // two broken bytes
        {"\u2026", 1},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(columns_of(c.text) == c.columns);
    }
}
