#include "audit.hpp"

#include "query/talk.hpp"
#include "support/scratch.hpp"
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <stdexcept>

using namespace motaudit;

namespace {

// A check that says yes, but breaks on a turn that says "boom".
void fragile(const Talk& talk, const Parameter&, Finding& finding) {
    for (const auto& turn : talk.conversation().turns)
        if (turn.text == "boom") throw std::runtime_error("boom");
    finding.yes();
}
constexpr CheckKind fragile_kind = {.name = "fragile", .judge = fragile, .looks_for_words = false};

// A standard for chats alone.
Standard standard() {
    Standard made;
    made.name = "made";
    made.languages = {"en"};
    made.roles.assign(role_names.size(), no_list);
    LexiconBuilder builder;
    made.lexicon = std::move(*builder.build());
    Parameter row;
    row.id = "row";
    row.channels = {Channel::chat};
    row.weight = 1;
    row.check = &fragile_kind;
    made.parameters.push_back(row);
    return made;
}

std::string chat(std::string_view id, std::string_view text = "hello", std::string_view channel = "chat") {
    return fmt::format(R"({{"id":"{}","channel":"{}","turns":[{{"speaker":"agent","text":"{}"}}]}})", id, channel, text) + "\n";
}

// One line a card: its id.
void write_id(const ScoreCard& card, const ReportStyle&, std::string& out) {
    out += card.conversation->id;
    out += '\n';
}
constexpr Reporter ids = {.name = "ids", .card = write_id};

struct Ran {
    std::string report = {};
    std::vector<std::string> problems = {};
    Summary sum = {};
    std::string counts() const { return fmt::format("{}+{}+{}={}", sum.judged, sum.skipped, sum.unreadable, sum.read); }
};

Ran run(const std::vector<std::string>& files, unsigned threads = 1, std::size_t longest = std::size_t{64} << 20,
        const Reporter& reporter = ids) {
    static const Standard made = standard();
    Ran ran;
    AuditOptions options = {.threads = threads, .standards = {&made}};
    options.read.longest_record = longest;
    const AuditOutput output = {.write =
                                    [&](std::string_view bytes) {
                                        ran.report += bytes;
                                        return true;
                                    },
                                .problem = [&](const Error& error) { ran.problems.push_back(error.text()); },
                                .hint = [](const Error&) {}};
    ran.sum = audit({.files = files}, reporter, options, output);
    CHECK(ran.sum.judged + ran.sum.skipped + ran.sum.unreadable == ran.sum.read);
    return ran;
}

} // namespace

TEST_CASE("a report has the same bytes on one thread and on many, in the input's order") {
    const test::Scratch scratch;
    std::vector<std::string> files;
    std::string expected;
    for (int file = 0; file < 300; ++file) {
        std::string text;
        // Some files larger than a batch, most of them small.
        for (int i = 0; i < (file % 100 == 7 ? 5000 : 3); ++i) {
            const auto id = fmt::format("{}-{}", file, i);
            text += i % 10 == 9 ? "{broken\n" : chat(id);
            if (i % 10 != 9) expected += id + "\n";
        }
        files.push_back(scratch.write(fmt::format("{:03}.jsonl", file), text));
    }
    const auto one = run(files);
    CHECK(one.report == expected);
    for (const unsigned threads : {2U, 3U, 8U}) {
        CAPTURE(threads);
        const auto many = run(files, threads);
        CHECK(many.report == one.report);
        CHECK(many.problems == one.problems);
        CHECK(many.counts() == one.counts());
    }
}

TEST_CASE("a report in sections puts no more verdicts into one than it may hold, on any number of threads") {
    const test::Scratch scratch;
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += chat(fmt::format("{}", i)); // a verdict each; several batches
    const auto file = scratch.write("many.jsonl", text);
    constexpr Reporter sections = {
        .name = "sections",
        .between = ",",
        .begin = [](const ReportStyle&, std::string& out) { out += "[1:"; },
        .card = [](const ScoreCard&, const ReportStyle&, std::string& out) { out += 'x'; },
        .end = [](const Summary& sum, const ReportStyle&, std::string& out) { out += fmt::format("]{}", sum.judged); },
        .most_verdicts = 3'000,
        .turn = [](const ReportStyle&, std::uint64_t number, std::string& out) { out += fmt::format("][{}:", number); }};
    std::string expected;
    for (int section = 1; section <= 4; ++section) {
        expected += fmt::format("[{}:", section);
        for (int i = 0; i < (section == 4 ? 1'000 : 3'000); ++i) expected += i == 0 ? "x" : ",x";
        expected += ']';
    }
    expected += "10000";
    for (const unsigned threads : {1U, 2U, 5U}) CHECK((run({file}, threads, 1 << 20, sections).report == expected));
    CHECK(run({scratch.write("none.jsonl", "{broken\n")}, 1, 1 << 20, sections).report == "[1:]0");
}

TEST_CASE("a report may begin with its summary") {
    const test::Scratch scratch;
    std::string text, expected = "summary of 5000\n";
    for (int i = 0; i < 5'000; ++i) {
        text += chat(fmt::format("{}", i));
        expected += fmt::format("{}\n", i);
    }
    constexpr Reporter summary_first = {
        .name = "summary first",
        .card = write_id,
        .end = [](const Summary& sum, const ReportStyle&, std::string& out) { out += fmt::format("summary of {}\n", sum.judged); },
        .summary_first = true};
    const auto file = scratch.write("many.jsonl", text);
    for (const unsigned threads : {1U, 3U}) CHECK((run({file}, threads, 1 << 20, summary_first).report == expected));
}

TEST_CASE("one conversation that breaks the judging is unreadable, and the rest is judged") {
    const test::Scratch scratch;
    const auto file = scratch.write("a.jsonl", chat("1") + chat("2", "boom") + chat("3"));
    for (const unsigned threads : {1U, 2U}) {
        const auto ran = run({file}, threads);
        CHECK(ran.report == "1\n3\n");
        CHECK(ran.problems == std::vector<std::string>{file + ":2: internal error: boom"});
        CHECK(ran.counts() == "2+0+1=3");
    }
}

TEST_CASE("a channel that no standard has is skipped, with the reason") {
    const test::Scratch scratch;
    const auto ran = run({scratch.write("a.jsonl", chat("1") + chat("2", "hello", "case"))});
    CHECK(ran.report == "1\n");
    CHECK(ran.counts() == "1+1+0=2");
    CHECK(ran.sum.skips == std::map<std::string, std::uint64_t>{{"no parameters for the channel 'case' in made", 1}});
}

TEST_CASE("files with nothing in them, or that are not there, count as unreadable") {
    const test::Scratch scratch;
    const auto empty = scratch.write("empty.jsonl", "");
    const auto good = scratch.write("good.jsonl", chat("1"));
    const auto missing = scratch.path() + "/missing.jsonl";
    const auto ran = run({empty, good, missing});
    CHECK(ran.report == "1\n");
    CHECK(ran.problems == std::vector<std::string>{empty + ": the file is empty", missing + ": No such file or directory"});
    CHECK(ran.counts() == "1+0+2=3");
}

TEST_CASE("a record longer than allowed is unreadable; the line after it is judged and its number is right") {
    const test::Scratch scratch;
    // The second is longer than a batch, so that it comes in pieces.
    for (const std::size_t size : {std::size_t{3000}, std::size_t{700'000}}) {
        CAPTURE(size);
        const std::string filler(size, 'x');
        const auto file =
            scratch.write("long.jsonl", chat("1") + chat("2", filler) + chat("3") + "{\n" + chat("5", filler) + chat("6"));
        const auto ran = run({file}, 2, 2000);
        CHECK(ran.report == "1\n3\n6\n");
        REQUIRE(ran.problems.size() == 3);
        CHECK(ran.problems[0] == file + ":2: the record is longer than 2000 bytes");
        CHECK(ran.problems[1].starts_with(file + ":4"));
        CHECK(ran.problems[2] == file + ":5: the record is longer than 2000 bytes");
        CHECK(ran.counts() == "3+0+3=6");
    }
}

TEST_CASE("a record without a line end is the last record") {
    const test::Scratch scratch;
    auto text = chat("1") + chat("2");
    text.pop_back();
    CHECK(run({scratch.write("a.jsonl", text)}).report == "1\n2\n");
}

TEST_CASE("a report that cannot be written ends the run") {
    const test::Scratch scratch;
    std::string text;
    for (int i = 0; i < 20000; ++i) text += chat(std::to_string(i));
    const auto file = scratch.write("a.jsonl", text);
    const Standard made = standard();
    for (const unsigned threads : {1U, 4U}) {
        int writes = 0;
        const AuditOptions options = {.threads = threads, .standards = {&made}};
        const AuditOutput output = {.write = [&](std::string_view) { return ++writes < 2; }};
        audit({.files = {file}}, ids, options, output);
        CHECK(writes == 2);
    }
}
