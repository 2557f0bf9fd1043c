#include "support/scratch.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <vector>

// The hooks that are handed out run, as pre-commit runs them: the entry, with the names of the changed files behind it.

using namespace motaudit;

namespace {

std::vector<std::string> entries() {
    std::ifstream in(std::string(TESTS_FOLDER) + "/../.pre-commit-hooks.yaml");
    REQUIRE(in);
    std::vector<std::string> found;
    const std::string key = "  entry: ";
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(key)) found.push_back(line.substr(key.size()));
    return found;
}

// Its exit status.
int run(const test::Scratch& scratch, const std::string& entry, const std::string& names) {
    const auto folder = "'" + scratch.path() + "'";
    const auto status = std::system(
        ("cd " + folder + " && PATH=" + folder + "/bin:\"$PATH\" sh -c '" + entry + " \"$@\"' hook " + names + " >out 2>err")
            .c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("the hooks mend what has one right answer and stop what is left") {
    const test::Scratch scratch;
    std::filesystem::create_directories(scratch.path() + "/bin");
    std::filesystem::create_symlink(PROGRAM, scratch.path() + "/bin/motaudit");
    const auto slips = scratch.write("canned/slips.txt", "Dear {{first_name}},\n\nWe recieved your mail about oppo.\n");
    scratch.write("canned/a good one.md",
                  "Dear {{first_name}},\n\nThank you for contacting OPPO. I will be glad to help you with your phone.\n\nIs there "
                  "anything else that I can help you with today?\n\nKind regards,\n{{agent_name}}\nOPPO Care Team\n");
    const auto hooks = entries();
    REQUIRE(hooks.size() == 2);
    CHECK(run(scratch, hooks[0], "canned/slips.txt 'canned/a good one.md'") == 0);
    CHECK(content(slips) == "Dear {{first_name}},\n\nWe received your mail about OPPO.\n");
    CHECK(content(scratch.path() + "/err").empty());
    CHECK(run(scratch, hooks[1], "canned/slips.txt 'canned/a good one.md'") == 1);
    CHECK(run(scratch, hooks[1], "'canned/a good one.md'") == 0);
}
