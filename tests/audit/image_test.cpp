#include "standard/image.hpp"

#include "audit.hpp"
#include "check/table.hpp"
#include "query/roles.hpp"
#include "report/formats.hpp"
#include "standard/describe.hpp"
#include <doctest/doctest.h>
#include <thread>

using namespace motaudit;

namespace {

const Vocabulary vocabulary = {.checks = checks::all(), .roles = role_names};

struct BuiltIn {
    std::vector<std::unique_ptr<Standard>> loaded = {};
    std::string image = {};
};
const BuiltIn& built_in() {
    static const BuiltIn made = [] {
        BuiltIn m;
        std::vector<const Standard*> all;
        for (const auto& name : standard_names(built_in_files())) {
            m.loaded.push_back(load_standard(name, built_in_files(), vocabulary).standard);
            all.push_back(m.loaded.back().get());
        }
        m.image = write_image(all);
        return m;
    }();
    return made;
}

// Full scorecards of all the corpora.
std::string verdicts(const Standard& standard) {
    std::string report;
    const AuditOptions options = {.threads = std::thread::hardware_concurrency(), .standards = {&standard}};
    AuditOutput output;
    output.write = [&](std::string_view bytes) {
        report += bytes;
        return true;
    };
    output.problem = [](const Error&) {};
    output.hint = [](const Error&) {};
    const std::string folders[] = {TESTS_FOLDER "/corpora", TESTS_FOLDER "/../samples"};
    audit(list_files(folders), *reporters::find("jsonl"), options, output);
    return report;
}

} // namespace

TEST_CASE("a standard out of an image is the one that was put in") {
    for (const auto& loaded : built_in().loaded) {
        CAPTURE(loaded->name);
        const auto read = read_image(built_in().image, loaded->name, vocabulary);
        REQUIRE(read);
        CHECK(read->digest == loaded->digest);
        CHECK(show_standard(*read) == show_standard(*loaded));
        for (const auto& parameter : loaded->parameters)
            CHECK(*explain_parameter(*read, parameter.id) == *explain_parameter(*loaded, parameter.id));
        CHECK(read->words == loaded->words);
        CHECK(read->names == loaded->names);
        CHECK(read->word_names == loaded->word_names);
        CHECK(verdicts(*read) == verdicts(*loaded));
        const Standard* again[] = {read.get()};
        const Standard* first[] = {loaded.get()};
        CHECK(write_image(again) == write_image(first));
    }
}

TEST_CASE("an image that is cut short, of another version, or without the standard gives none") {
    const std::string& image = built_in().image;
    const auto& name = built_in().loaded.back()->name;
    for (std::size_t size = 0; size < image.size(); size += 1 + size / 8) {
        CAPTURE(size);
        CHECK_FALSE(read_image(std::string_view(image).substr(0, size), name, vocabulary));
    }
    auto other_version = image;
    other_version[0] = static_cast<char>(other_version[0] + 1);
    CHECK_FALSE(read_image(other_version, name, vocabulary));
    CHECK_FALSE(read_image(image, "no-such", vocabulary));
    CHECK_FALSE(read_image(image, name, {.checks = {}, .roles = role_names}));
    CHECK_FALSE(read_image(image, name, {.checks = checks::all(), .roles = {}}));
}
