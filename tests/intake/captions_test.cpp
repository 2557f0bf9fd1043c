#include "intake/cue_text.hpp"
#include "intake/cues.hpp"
#include "support/intake.hpp"
#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <simdjson.h>

using namespace motaudit;
using test::read_file_bytes;

namespace {

ReadOptions inbound() {
    ReadOptions options;
    options.channel = Channel::inbound;
    return options;
}

std::string with_plain_line_ends(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        out += text[i];
    }
    return out;
}

} // namespace

// Two of the corpus' files follow the WebVTT of 2013, where today's standard (https://www.w3.org/TR/webvtt1/#file-parsing) gives
// another list; it wins.
TEST_CASE("every cue list of the corpus is right") {
    const auto rows = test::file_bytes("corpora/vtt-srt/cases.jsonl");
    REQUIRE(!rows.empty());
    simdjson::dom::parser parser;
    for (std::string_view rest = rows; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string line(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const simdjson::dom::element row = parser.parse(line);
        const std::string name{std::string_view(row["file"])};
        CAPTURE(name);
        simdjson::dom::array expected;
        if (row["expected"]["cues"].get(expected) != simdjson::SUCCESS) continue;
        const auto bytes = test::file_bytes("corpora/vtt-srt/" + name);
        const auto cues = name.ends_with(".srt") ? srt_cues(bytes) : webvtt_cues(bytes);
        if (name == "vttjs-cue-times_min-top-digits.vtt") { // "000:00.000": three digits are hours, and minutes are missing
            CHECK(cues.all.empty());
            continue;
        }
        if (name == "vttjs-integration_id.vtt") { // "-->" alone is no id: the times below it begin a cue of their own
            CHECK(cues.all.size() == expected.size() + 1);
            continue;
        }
        REQUIRE(cues.all.size() == expected.size());
        std::size_t i = 0;
        for (const simdjson::dom::element cue : expected) {
            const auto& got = cues.all[i++];
            double stop = got.end;
            std::string_view stop_text;
            if (cue["end"].get(stop) == simdjson::SUCCESS || cue["end_text"].get(stop_text) != simdjson::SUCCESS)
                CHECK(std::abs(got.end - stop) < 1e-6);
            CHECK(std::abs(got.start - double(cue["start"])) < 1e-6);
            CHECK(with_plain_line_ends(got.text) == std::string_view(cue["text"]));
            if (!name.ends_with(".srt")) CHECK(got.id == std::string_view(cue["id"])); // the index of SubRip is not in the list
        }
    }
}

TEST_CASE("a file of the corpus that holds no cue, or times that are none, is told") {
    struct {
        const char* name;
        std::size_t talks, errors, hints;
        const char* what;
    } const cases[] = {
        {"webvttpy-empty.vtt", 0, 1, 0, "empty"},
        {"webvttpy-invalid_format1.srt", 0, 1, 0, ""},
        {"webvttpy-missing_timeframe.sbv", 0, 1, 0, ""},
        {"webvttpy-invalid_timeframe.vtt", 1, 0, 1, "6: not WebVTT times: '00:00:07.000 --> 00:00:1d.890'; this cue is left out"},
        {"webvttpy-invalid_timeframe.srt", 1, 0, 1, "does not say who speaks"}, // a full stop before milliseconds is usual
        {"srt-gb2312.srt", 0, 1, 0, "not valid UTF-8"},
        {"vttjs-cue-times_missing-separator.vtt", 0, 1, 0, "no cue in it"},
        {"vttjs-integration_arrows.vtt", 0, 1, 0, "no text in its cues"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.name);
        const auto read = read_file_bytes(test::file_bytes(std::string("corpora/vtt-srt/") + c.name), inbound(), c.name);
        CHECK(read.talks.size() == c.talks);
        CHECK(read.errors.size() == c.errors);
        CHECK(read.hints.size() == c.hints);
        const auto& told = read.errors.empty() ? read.hints : read.errors;
        if (!told.empty()) CHECK_MESSAGE(told[0].find(c.what) != std::string::npos, told[0]);
    }
}

TEST_CASE("voices of WebVTT are speakers, and what one says without a pause is one turn") {
    const auto read = read_file_bytes("WEBVTT\n\nNOTE written for this test\n\n1\n00:00:00.000 --> 00:00:02.400\n"
                                      "<v Agent Lee>Thank you for calling\nOPPO &amp; good day,</v>\n\n"
                                      "00:02.600 --> 00:04.000 align:start\n<v.loud Agent Lee>how may <i>I</i> help?\n\n"
                                      "00:05.000 --> 00:06.000\n<v.customer Ana>Hi\n\n"
                                      "00:20.000 --> 00:21.000\n<v Ana>Hello?\n",
                                      inbound());
    REQUIRE(read.errors.empty());
    REQUIRE(read.talks.size() == 1);
    const auto& talk = read.talks[0];
    CHECK(talk.texts == std::vector<std::string>{"Thank you for calling OPPO & good day, how may I help?", "Hi", "Hello?"});
    CHECK(talk.turns[0].speaker == Speaker::agent);
    CHECK(talk.names[0] == "Lee");
    CHECK(talk.turns[0].start == 0.0);
    CHECK(talk.turns[0].end == 4.0);
    CHECK(talk.turns[1].speaker == Speaker::unknown);
    CHECK(talk.names[1] == "Ana");
    CHECK(talk.turns[1].place.line == 14);
    CHECK(talk.turns[1].place.column == 17);
    CHECK(talk.turns[2].start == 20.0);
    REQUIRE(read.hints.size() == 1);
    CHECK(read.hints[0].find("--speaker-map 'Ana=agent'") != std::string::npos);
}

TEST_CASE("in SubRip a name before a colon is a speaker from the second time on") {
    const auto read =
        read_file_bytes("0\r\n00:00:01,000 --> 00:00:02,000\r\nAgent: Hello\r\n\r\n1\r\n00:00:02,500 --> 00:00:03,000\r\n"
                        "how are you?\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\n- Ana: Hi. Note: it is 10:30\r\n\r\n"
                        "3\r\n00:00:06,000 --> 00:00:07,000\r\nAna: Bye\r\nAgent: Thanks\r\n",
                        inbound(), "call.srt");
    REQUIRE(read.talks.size() == 1);
    const auto& talk = read.talks[0];
    CHECK(talk.texts == std::vector<std::string>{"Hello how are you?", "Hi. Note: it is 10:30 Bye", "Thanks"});
    CHECK(talk.names[1] == "Ana");
    CHECK(talk.turns[2].speaker == Speaker::agent);
    CHECK(talk.turns[2].place.line == 16);
    CHECK(talk.turns[2].place.column == 8);
}

TEST_CASE("voices that are numbers are who the user says they are") {
    const std::string bytes =
        "WEBVTT\n\n00:00.000 --> 00:01.000\n[SPEAKER_00]: Hello\n\n00:01.500 --> 00:02.000\n[SPEAKER_01]: Hi\n";
    const auto plain = read_file_bytes(bytes, inbound());
    REQUIRE(plain.talks.size() == 1);
    CHECK(plain.talks[0].turns[0].speaker == Speaker::unknown);
    REQUIRE(plain.hints.size() == 1);
    CHECK(plain.hints[0].find("--speaker-map 'SPEAKER_00=agent,SPEAKER_01=customer'") != std::string::npos);
    auto options = inbound();
    options.speaker_map = {{"0", Speaker::agent}, {"1", Speaker::customer}};
    const auto mapped = read_file_bytes(bytes, options);
    REQUIRE(mapped.talks.size() == 1);
    CHECK(mapped.talks[0].turns[0].speaker == Speaker::agent);
    CHECK(mapped.talks[0].turns[1].speaker == Speaker::customer);
    CHECK(mapped.hints.empty());
}

TEST_CASE("cue text loses tags and entities, and nothing that is neither") {
    struct {
        const char *text, *plain;
    } const cases[] = {
        {"<c.first.loud>That's awesome!</c>", "That's awesome!"},
        {"<ruby>It's a <rt>blue tree</rt></ruby>", "It's a blue tree"},
        {"one <00:00:01.000>two", "one two"},
        {"a < b, under <100, I <3 it, <->", "a < b, under <100, I <3 it, <->"},
        {"R&D &amp; more &nosuch; &#8217;", "R&D & more &nosuch; \u2019"},
        {"{\\an8}<font color=\"red\">up</font> {here}", "up {here}"},
        {"two\r\nlines", "two lines"},
        {"<i>", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        Arena arena;
        std::vector<CuePart> parts;
        read_cue_text(c.text, arena, parts);
        std::string all;
        for (const auto& part : parts) all += part.text;
        CHECK(all == c.plain);
    }
}

TEST_CASE("captions that break off anywhere give fewer turns or an error") {
    for (const char* name : {"vttjs-integration_spec-example.vtt", "webvttpy-sample.srt", "vttjs-integration_id.vtt"}) {
        const auto bytes = test::file_bytes(std::string("corpora/vtt-srt/") + name);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const auto read = read_file_bytes(bytes.substr(0, size), inbound(), name);
            CHECK(read.talks.size() + read.errors.size() == 1);
        }
    }
}
