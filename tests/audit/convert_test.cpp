#include "audit.hpp"
#include "report/reporter.hpp"
#include "support/judge.hpp"
#include "support/scratch.hpp"
#include <algorithm>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sstream>

// What is converted is the same conversation: it is converted to the same bytes again, and judged alike, to the word.

using namespace motaudit;
using namespace motaudit::test;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Ran {
    std::string out = {};
    Summary sum = {};
};

Ran run(const std::string& path, const Reporter& reporter, const ReadOptions& read) {
    Ran ran;
    AuditOptions options = {.read = read, .standards = {&built_in("oppo-hq"), &built_in("complaint-record")}};
    ran.sum = audit({.files = {path}}, reporter, options,
                    {.write =
                         [&](std::string_view bytes) {
                             ran.out += bytes;
                             return true;
                         },
                     .problem = [](const Error&) {},
                     .hint = [](const Error&) {}});
    return ran;
}

// Where a text came from is what conversion does not carry.
void forget_places(json& card) {
    if (card.is_object()) {
        for (const char* key : {"source", "line", "column"}) card.erase(key);
    }
    if (card.is_structured())
        for (auto& inner : card) forget_places(inner);
}

std::vector<json> cards_of(const std::string& lines) {
    std::vector<json> cards;
    std::istringstream in(lines);
    for (std::string line; std::getline(in, line);) {
        cards.push_back(json::parse(line));
        forget_places(cards.back());
    }
    return cards;
}

void check_same(const std::string& path, const ReadOptions& read, const Scratch& scratch) {
    CAPTURE(path);
    const auto once = run(path, reporters::canonical, read);
    if (once.sum.judged == 0) return; // a licence, or too broken to be read
    const auto converted = scratch.write("once.jsonl", once.out);
    const auto again = run(converted, reporters::canonical, {});
    CHECK(again.sum.unreadable == 0);
    CHECK(again.out == once.out);

    const auto& jsonl = *reporters::find("jsonl");
    const auto before = run(path, jsonl, read), after = run(converted, jsonl, {});
    CHECK(before.sum.judged == after.sum.judged);
    CHECK(before.sum.skipped == after.sum.skipped);
    CHECK(cards_of(before.out) == cards_of(after.out));
}

} // namespace

TEST_CASE("every conversation of the corpora and the samples is the same after it was converted") {
    const Scratch scratch;
    std::size_t files = 0;
    for (const std::string folder : {"/corpora", "/../samples"}) {
        std::vector<std::string> paths;
        for (const auto& entry : fs::recursive_directory_iterator(TESTS_FOLDER + folder))
            if (entry.is_regular_file()) paths.push_back(entry.path().string());
        std::ranges::sort(paths);
        for (const auto& path : paths) {
            const auto name = fs::path(path).filename().string();
            if (name.ends_with(".md") || name.ends_with(".report") || name.ends_with(".sh") || name.find("LICENCE") == 0) continue;
            if (name.find("-expect.") != std::string::npos || name.ends_with(".schema.json")) continue;
            ReadOptions read;
            if (folder == "/corpora") read.channel = Channel::chat; // of transcripts, which do not say
            check_same(path, read, scratch);
            ++files;
        }
    }
    CHECK(files > 300);
}

TEST_CASE("no field of a conversation is lost, and odd ones stay what they are") {
    const Scratch scratch;
    const char* lines[] = {
        R"({"id":"a","channel":"template","for":"social","agent":"J","agent_id":"7","customer":"M L","language":"en","brand":"X",)"
        R"("account":"AU","team":"B","site":"S","topic":"t","started_at":"2026-11-16T10:31:00+11:00","subject":"s","reply":"first",)"
        R"("ended_by":"agent","known":{"phone":"1","email":"e","model":"m","imei":"i","order":"o","location":"l","account":"@h",)"
        R"("purchase_date":"p","os_version":"v"},"turns":[{"speaker":"agent","name":"J","text":"x","start":12.4,"end":15,)"
        R"("event":"hold","private":true}],"mine":{"a":[1,2.5,"b,}"]},"yours":null})",
        "{\"id\":\"b\",\"channel\":\"chat\",\"turns\":[]}",
    };
    for (const auto* line : lines) {
        const auto path = scratch.write("a.jsonl", std::string(line) + "\n");
        CHECK(run(path, reporters::canonical, {}).out == std::string(line) + "\n");
    }
    const struct {
        std::string given, made;
    } odd[] = {
        {R"({"turns":[{"start":-0.0,"speaker":"bot","text":"é\u0000\u2028"}],"channel":"chat","id":"c"})",
         R"({"id":"c","channel":"chat","turns":[{"speaker":"bot","text":"é\u0000\u2028","start":0}]})"},
        {R"({"id":"d","channel":"chat","turns":[{"event":"end","speaker":"system","text":""}], "k" : [ 1 , 2 ]})",
         R"({"id":"d","channel":"chat","turns":[{"speaker":"system","event":"end"}],"k":[1,2]})"},
    };
    for (const auto& c : odd) {
        const auto path = scratch.write("a.jsonl", c.given + "\n");
        const auto once = run(path, reporters::canonical, {});
        CHECK(once.out == c.made + "\n");
        scratch.write("a.jsonl", once.out);
        CHECK(run(path, reporters::canonical, {}).out == once.out);
    }
}

TEST_CASE("a key of a transcript's header that means something else in the canonical form is told apart from it") {
    const Scratch scratch;
    const auto path = scratch.write("t.txt", "ID: 7\nChannel: chat\nreply: none\nturns: 2\n----\nAgent: Hello\nCustomer: Hi\n");
    const auto once = run(path, reporters::canonical, {});
    CHECK(once.out.find("\"reply_\":\"none\",\"turns_\":\"2\"") != std::string::npos);
    const auto again = run(scratch.write("once.jsonl", once.out), reporters::canonical, {});
    CHECK(again.out == once.out);
}
