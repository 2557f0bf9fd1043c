#include "intake/reader.hpp"
#include "support/judge.hpp"

#include <fstream>
#include <iterator>
#include <string>

using namespace motaudit;

namespace {

// Judges the spelling of each conversation, and holds that nothing is found.
class NoAlarm : public Sink {
public:
    std::size_t pages = 0;

    void conversation(Conversation& talk) override {
        ++pages;
        CAPTURE(talk.id);
        talk_.open(talk, false);
        for (const auto& parameter : test::oppo_hq().parameters) {
            if (parameter.id != "writing.spelling") continue;
            Finding finding;
            parameter.check->judge(talk_, parameter, finding);
            for (const auto& seen : finding.evidence) {
                const auto word = talk.turns[seen.turn].text.substr(seen.span.begin, seen.span.size());
                FAIL_CHECK("taken for a misspelling: " << std::string(word));
            }
        }
    }
    void unreadable(Error error) override { FAIL_CHECK(error.text()); }
    void hint(Error) override {}

private:
    Talk talk_{test::oppo_hq()};
};

} // namespace

TEST_CASE("two hundred pages of clean English of three countries, full of names and products, raise no alarm") {
    std::ifstream file(TESTS_FOLDER "/corpora/spelling/clean-pages.jsonl");
    REQUIRE(file.is_open());
    NoAlarm sink;
    Arena arena;
    std::uint64_t line = 0;
    for (std::string text; std::getline(file, text);) {
        ++line;
        arena.clear();
        readers::find("jsonl")->read({text, "clean-pages.jsonl", line, line}, {}, arena, sink);
    }
    CHECK(sink.pages > 200);
}
