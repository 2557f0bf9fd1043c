#include "standard/describe.hpp"

#include "standard/fake_files.hpp"

#include <doctest/doctest.h>

using namespace motaudit;
using namespace motaudit::test;

namespace {

std::unique_ptr<Standard> described() {
    auto files = small_lexicon();
    files.files["standards/hq.toml"] += R"(
[[parameter]]
id = "farewell"
section = "Closing"
title = "The agent says goodbye"
clause = "SOP 2"
channels = ["chat"]
severity = "non-fatal"
class = "CTQ"
weight = 10
check = { kind = "says", phrases = "farewell" }
legend = "yes: a goodbye.\nno: none."
advice = "Say goodbye."
ours = "the weight"
no = ["C: Bye.\nA: Hm."]
[[parameter]]
id = "rude"
section = "Closing"
title = "The agent is not rude"
clause = "SOP 3.4"
channels = ["chat"]
severity = "fatal"
class = "CTP"
weight = 5
judge = "person"
)";
    auto loaded = load_standard("hq", files, vocabulary);
    REQUIRE(loaded.standard);
    return std::move(loaded.standard);
}

} // namespace

TEST_CASE("standards are listed with what they are for") {
    const auto standard = described();
    const Standard* const all[] = {standard.get()};
    CHECK(list_standards(all) == "hq  1  3 parameters  A standard  (email, chat)\n");
}

TEST_CASE("a standard is shown with its weights as they count and one score worked out") {
    const auto standard = described();
    CHECK(show_standard(*standard) == "hq 1: A standard\n"
                                      "holds from 2026-01-31, pass mark 80, words of en\n" +
                                          standard->digest +
                                          R"(

Opening                                email     chat
  welcome   non-fatal  CTQ  SOP 1     100.00    25.00
  together                            100.00    25.00

Closing                                email     chat
  farewell  non-fatal  CTQ  SOP 2          -    50.00 *
  rude      fatal      CTP  SOP 3.4        -    25.00  by a person
  together                              0.00    75.00

* ours, not in the sources:
  farewell  the weight

A worked score, channel chat: welcome is no (weight 25.00), farewell is na (50.00), all else is yes (25.00).
  score = 100 × yes / (yes + no) = 100 × 25.00 / (25.00 + 25.00) = 50.0; judged share 0.50
  Were rude (fatal, 25.00) a no as well: score 0, and 0.0 before the fatal rule.
)");
}

TEST_CASE("a parameter is explained with all that the standard says of it") {
    const auto standard = described();
    const auto text = explain_parameter(*standard, "farewell");
    REQUIRE(text);
    CHECK(*text == R"(farewell: The agent says goodbye
  Closing; SOP 2; hq 1
  yes: a goodbye.
  no: none.

  channels  chat
  weight    10 as written; 50.00 of 100 in chat
  severity  non-fatal, CTQ
  ours      the weight
  check     says: says a phrase of a list
    phrases =
      farewell: "goodbye"
    speaker = agent (by default)
    at_least = 1 (by default)
    within = 60 (by default)
    strict = false (by default)
  advice    Say goodbye.
  example that is no:
    | C: Bye.
    | A: Hm.
  stands in lexicons/standards/hq.toml:22
)");
    const auto unknown = explain_parameter(*standard, "farewel");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().text() == "hq: unknown parameter 'farewel' (farewell?)");
}
