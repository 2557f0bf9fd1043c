#include "weekly/weekly.hpp"

#include "intake/cards.hpp"
#include "support/json_schema.hpp"
#include "weekly/report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace motaudit;
using namespace motaudit::weekly;

namespace {

// A stream of numbers that is the same on every machine.
struct Numbers {
    std::uint64_t state = 1;
    std::uint64_t operator()(std::uint64_t below) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 33) % below;
    }
};

std::string card_line(std::size_t i, Numbers& number) {
    const auto day = 9 + number(14);
    const auto pad = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const bool fatal = number(20) == 0, no = fatal || number(3) == 0;
    std::string line = R"({"schema":"motaudit.scorecard/1","id":"talk-)" + std::to_string(i) + R"(","channel":")" +
                       (number(2) == 0 ? "chat" : "email") + R"(","source":{"path":"x.jsonl","record":)" + std::to_string(i + 1) +
                       R"(},"agent":"Agent )" + std::to_string(number(5)) + R"(","customer":"Maria Lopez","started_at":"2026-11-)" +
                       pad(day) + "T" + pad(number(24)) + R"(:15:00+11:00","team":"T)" + std::to_string(number(3)) +
                       R"(","turns":)" + std::to_string(number(30)) + R"(,"duration":)" +
                       (number(4) == 0 ? "null" : std::to_string(number(2000))) +
                       R"(,"standard":{"name":"s","version":"1"},"score":)" + (fatal ? "0.0" : std::to_string(number(101))) +
                       R"(,"score_before_fatal":50.0,"judged_share":0.5,"fatal":)" + (fatal ? R"(["b"])" : "[]") + R"(,"passed":)" +
                       (no ? "false" : "true");
    if (number(5) == 0) return line + R"(,"verdicts":{"a":"na","b":")" + (no ? "no" : "yes") + "\"}}";
    return line + R"(,"parameters":[{"id":"a","verdict":"na","na":"not-visible"},{"id":"b","verdict":")" + (no ? "no" : "yes") +
           R"(","clause":"C )" + std::to_string(number(2)) +
           R"(","reason":"said so","advice":"say it","evidence":[{"turn":1,"text":"ring me, )" + std::to_string(i) +
           R"( Maria"}]}]})";
}

std::vector<std::string> lines_of(std::size_t count) {
    Numbers number;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < count; ++i) lines.push_back(card_line(i, number));
    return lines;
}

WeeklyOptions options() {
    return {.period = week_named("2026-W47"),
            .by = {Dimension::agent, Dimension::team, Dimension::channel, Dimension::day, Dimension::hour},
            .coach_all = true};
}

void read(Weekly& week, const std::vector<std::string>& lines, const char* path = "cards.jsonl") {
    CardReader reader(
        path, [&](const ReadCard& card) { CHECK_FALSE(week.add(card)); }, [&](const Error&) { week.add_unreadable(); });
    for (const auto& line : lines) reader.feed(line + "\n");
    reader.finish();
}

// Every format, one after the other; the page of figures too, which coaching pages stand in for.
std::string written(const Weekly& week) {
    std::string all;
    for (const auto& reporter : weekly_reporters()) reporter.write(week, {}, all);
    return all;
}

Weekly week_of(const std::vector<std::string>& lines, const WeeklyOptions& with = options()) {
    Weekly week(with);
    read(week, lines);
    return week;
}

} // namespace

TEST_CASE("the report of two parts is that of the whole, wherever it is cut and whatever the order") {
    for (const bool pages : {true, false}) {
        auto with = options();
        with.coach_all = pages;
        const auto lines = lines_of(400);
        const auto whole = written(week_of(lines, with));
        Numbers number{7};
        for (int round = 0; round < 12; ++round) {
            auto shuffled = lines;
            for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[number(i)]);
            CHECK(written(week_of(shuffled, with)) == whole);
            const auto middle = shuffled.begin() + static_cast<std::ptrdiff_t>(number(shuffled.size()));
            auto first = week_of({shuffled.begin(), middle}, with);
            const auto second = week_of({middle, shuffled.end()}, with);
            CHECK_FALSE(first.add(second));
            CHECK(written(first) == whole);
        }
    }
}

TEST_CASE("a conversation that comes twice is refused with both places, in one part or in two") {
    const auto lines = lines_of(3);
    Weekly week(options());
    read(week, lines, "a.jsonl");
    CardReader again(
        "b.jsonl",
        [&](const ReadCard& card) {
            const auto error = week.add(card);
            REQUIRE(error);
            CHECK(error->text() == "b.jsonl:1: conversation 'talk-1' is here a second time; the first is a.jsonl:2");
        },
        [](const Error&) { FAIL("readable"); });
    again.feed(lines[1] + "\n");

    Weekly other(options());
    read(other, {lines[2]}, "c.jsonl");
    const auto error = week.add(other);
    REQUIRE(error);
    CHECK(error->text().find("c.jsonl:1") == 0);
    CHECK(error->text().find("a.jsonl:3") != std::string::npos);
}

TEST_CASE("the period's score is the mean of the samples' scores; cards without one are left out of it alone") {
    const auto card = [](const char* id, const char* score, const char* day) {
        return std::string(R"({"schema":"motaudit.scorecard/1","id":")") + id + R"(","started_at":")" + day + R"(","score":)" +
               score + R"(,"fatal":[],"passed":true,"verdicts":{}})";
    };
    const auto week =
        week_of({card("a", "80.0", "2026-11-16"), card("b", "90.5", "2026-11-22T23:59:59+11:00"), card("c", "null", "2026-11-18"),
                 card("d", "10", "2026-11-15"), card("e", "10", "2026-11-23"), card("f", "10", "2026-11-08"),
                 card("g", "1", "soon"), "{", R"({"id":"x"})", card("h", "101", "2026-11-18")});
    CHECK(week.total.now.cards == 3);
    CHECK(week.total.now.mean() == doctest::Approx(85.25));
    CHECK(week.total.before.cards == 1);
    CHECK(week.outside == 2);
    CHECK(week.undated == 1);
    CHECK(week.unreadable == 3);
    CHECK(week.read == 7);
}

TEST_CASE("days and hours are those of the clock that was asked for") {
    const struct {
        const char* started;
        const char* zone;
        const char* day;
        int hour;
    } cases[] = {
        {"2026-11-16T00:30:00+11:00", "", "2026-11-16", 0},       {"2026-11-16T00:30:00+11:00", "Z", "2026-11-15", 13},
        {"2026-11-15T23:59:59Z", "+11:00", "2026-11-16", 10},     {"2026-11-15T23:59:59.123-03:30", "+0530", "2026-11-16", 8},
        {"2026-12-31 23:30:00 +0000", "+01:00", "2027-01-01", 0}, {"2026-01-01T00:10:00+00:00", "-01", "2025-12-31", 23},
        {"2026-11-16T10:31:00", "+01:00", "2026-11-16", 10},
    };
    for (const auto& c : cases) {
        CAPTURE(c.started);
        const auto zone = zone_named(c.zone);
        CHECK(zone.has_value() == (*c.zone != '\0'));
        const auto moment = moment_of(c.started, zone);
        REQUIRE(moment);
        CHECK(day_name(moment->day) == c.day);
        CHECK(moment->hour == c.hour);
    }
    for (const auto* const none :
         {"", "2026-02-30", "16/11/2026", "2026-11-16T25:00", "2026-11-16 10:31 AM", "2026-11-16T10:31+25:00", "x"}) {
        CAPTURE(none);
        CHECK_FALSE(moment_of(none, {}));
    }
}

TEST_CASE("ISO weeks begin on Monday, and some years have 53") {
    const struct {
        const char* week;
        const char* first;
    } cases[] = {{"2026-W47", "2026-11-16"},
                 {"2026-W01", "2025-12-29"},
                 {"2026-W53", "2026-12-28"},
                 {"2020-W53", "2020-12-28"},
                 {"2024-W01", "2024-01-01"}};
    for (const auto& c : cases) {
        CAPTURE(c.week);
        const auto week = week_named(c.week);
        REQUIRE(week);
        CHECK(day_name(week->first) == c.first);
        CHECK(week->last == week->first + 6);
        CHECK(week_name(*week) == c.week);
    }
    for (const auto* const none : {"2025-W53", "2026-W00", "2026-W54", "2026-47", "W47", "2026-W4", "2026-W471"}) {
        CAPTURE(none);
        CHECK_FALSE(week_named(none));
    }
}

TEST_CASE("what is quoted shows no customer; agents' names go where they are asked to") {
    const std::string line =
        R"({"schema":"motaudit.scorecard/1","id":"t","agent":"Ben Ford","customer":"Maria Lopez","score":1,"fatal":[],"passed":false,)"
        R"("parameters":[{"id":"a","verdict":"no","reason":"told Maria","evidence":[{"turn":0,"text":"Maria, Ben rings 0412 345 678"}]}]})";
    const auto shown = [&](bool words, bool agents) {
        return written(week_of({line}, {.by = {Dimension::agent}, .hide_words = words, .hide_agents = agents}));
    };
    CHECK(shown(false, false).find("0412 345 678") != std::string::npos);
    const auto named = shown(true, false);
    CHECK(named.find("Maria") == std::string::npos);
    CHECK(named.find("[customer], Ben rings [phone …5678]") != std::string::npos);
    const auto hidden = shown(true, true);
    CHECK(hidden.find("Ben") == std::string::npos);
    CHECK(hidden.find("agent " + agent_token("Ben Ford").substr(7, 5)) != std::string::npos);
}

TEST_CASE("hostile words are inert in every format") {
    for (const std::string evil : {"\\u001b[31m", "\\u202e", "<script>alert(1)</script>", "=HYPERLINK(1)", "| a | b |",
                                   "::error::x", "[x](http://y)", "`code`"}) {
        CAPTURE(evil);
        const auto line = R"({"schema":"motaudit.scorecard/1","id":")" + evil + R"(","agent":")" + evil + R"(","topic":")" + evil +
                          R"(","team":")" + evil + R"(","score":1,"fatal":[")" + evil +
                          R"("],"passed":false,"parameters":[{"id":")" + evil + R"(","verdict":"no","reason":")" + evil +
                          R"(","advice":")" + evil + R"(","evidence":[{"turn":0,"text":")" + evil + R"("}]}]})";
        const auto week = week_of({line}, {.by = {Dimension::agent, Dimension::team}, .hide_words = false});
        const auto all = written(week);
        CHECK(all.find('\x1b') == std::string::npos);
        CHECK(all.find("\u202e") == std::string::npos);
        CHECK(all.find("\n::error") == std::string::npos);
        CHECK(all.find("\n=HYPER") == std::string::npos);
        CHECK(all.find(",=HYPER") == std::string::npos);
        std::string markdown;
        find_weekly_reporter("markdown")->write(week, {}, markdown);
        CHECK(markdown.find("<script") == std::string::npos);
        CHECK(markdown.find("[x](") == std::string::npos);
        CHECK(markdown.find("`code`") == std::string::npos);
        CHECK(markdown.find("| a | b |") == std::string::npos);
    }
}

TEST_CASE("a scorecard cut at any byte is unreadable, and no harm is done") {
    const auto line = lines_of(8)[3];
    for (std::size_t size = 1; size + 1 < line.size(); ++size) {
        Weekly week({});
        read(week, {line.substr(0, size)});
        CHECK(week.unreadable == 1);
        CHECK(week.read == 0);
    }
}

TEST_CASE("the report as JSON is as its schema says") {
    for (const auto& lines : {lines_of(300), lines_of(1)}) {
        for (const bool whole : {true, false}) {
            auto with = options();
            if (whole) with.period.reset();
            std::string text;
            find_weekly_reporter("json")->write(week_of(lines, with), {}, text);
            const auto report = nlohmann::json::parse(text);
            CHECK(test::schema_fault(report, "weekly.schema.json") == "");
            CHECK(report["input"]["read"] == lines.size());
        }
    }
}
