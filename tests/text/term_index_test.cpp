#include "text/term_index.hpp"
#include "text/tokeniser.hpp"

#include <doctest/doctest.h>

using namespace motaudit;

TEST_CASE("terms are found in the wrong case, and only where they are meant") {
    const WordRules rules;
    Tokeniser tokeniser(rules);
    TermIndex index;
    for (const auto& term :
         {Term{.form = "OPPO"}, Term{.form = "Wi-Fi", .wrong = {"wifi"}}, Term{.form = "Find X#"}, Term{.form = "realme"},
          Term{.form = "ColorOS", .wrong = {"Color OS"}}, Term{.form = "SIM", .needs = {"_ card", "my _"}},
          Term{.form = "Google Play"}, Term{.form = "Google Play Store"}})
        index.add(term);
    struct {
        const char* text;
        const char* right; // of the only slip; null = none
    } const cases[] = {
        {"an OPPO phone", nullptr},
        {"an Oppo phone", "OPPO"},
        {"oppo's phones", "OPPO's"},
        {"Oppo’s phones", "OPPO’s"},
        {"our Oppo’ phones", "OPPO"},
        {"the “Oppo” phones", "OPPO"},
        {"Oppo—the maker", "OPPO"},
        {"Oppö", nullptr},
        {"Oppoé", nullptr},
        {"x", nullptr},
        {"write to help@oppo.com or see oppo.com/au", nullptr},
        {"ask @oppocare", nullptr},
        {"opportunity knocks", nullptr},
        {"turn on Wi-Fi", nullptr},
        {"turn on wi-fi", "Wi-Fi"},
        {"turn on WiFi", "Wi-Fi"},
        {"the find x5 is out", "Find X5"},
        {"find x and y", nullptr},
        {"Realme makes phones", nullptr}, // at the start of a sentence
        {"phones by Realme", "realme"},
        {"Color OS is new", "ColorOS"},
        {"a sim race", nullptr},
        {"the sim card", "SIM"},
        {"the sim. Card readers", nullptr},
        {"the Google play Store", "Google Play Store"},
        {"", nullptr},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        std::vector<Word> words;
        tokeniser.split(c.text, {}, words);
        const auto slips = index.slips(c.text, words, [](const Word&) { return true; });
        REQUIRE(slips.size() == (c.right == nullptr ? 0 : 1));
        if (c.right != nullptr) CHECK(slips[0].right == c.right);
    }
}
