#include "audit/examples.hpp"

#include "check/table.hpp"
#include "query/roles.hpp"
#include "standard/load.hpp"
#include <doctest/doctest.h>

using namespace motaudit;

namespace {

Loaded load(std::string_view name) { return load_standard(name, built_in_files(), {.checks = checks::all(), .roles = role_names}); }

} // namespace

TEST_CASE("every example of the built-in standards gets the verdict that it stands under") {
    for (const auto& name : standard_names(built_in_files())) {
        const auto loaded = load(name);
        for (const auto& error : loaded.errors) FAIL_CHECK(error.text());
        if (!loaded.standard) continue;
        for (const auto& wrong : run_examples(*loaded.standard).wrong)
            FAIL_CHECK(wrong.example->path << ":" << wrong.line << ": " << wrong.parameter->id << ": " << wrong.message);
    }
}

TEST_CASE("an example that gets another verdict is told with its line, what was expected and what came") {
    const auto loaded = load(TESTS_FOLDER "/cli/tiny/wrong-examples.toml");
    for (const auto& error : loaded.errors) FAIL_CHECK(error.text());
    REQUIRE(loaded.standard);
    const auto run = run_examples(*loaded.standard);
    CHECK(run.examples == 3);
    REQUIRE(run.wrong.size() == 2);
    CHECK(run.wrong[0].line == 19);
    CHECK(run.wrong[0].message == "expected yes, got no: not said");
    CHECK(run.wrong[1].line == 20);
    CHECK(run.wrong[1].message == "no parameters for the channel 'email' in wrong-examples");
}
