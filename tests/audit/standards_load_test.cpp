#include "check/table.hpp"
#include "query/roles.hpp"
#include "standard/load.hpp"

#include <doctest/doctest.h>

using namespace motaudit;

TEST_CASE("every standard of the program loads without a fault") {
    const Vocabulary vocabulary{checks::all(), role_names};
    for (const auto& name : standard_names(built_in_files())) {
        CAPTURE(name);
        const auto loaded = load_standard(name, built_in_files(), vocabulary);
        for (const auto& error : loaded.errors) FAIL_CHECK(error.text());
        CHECK(loaded.standard);
    }
}
