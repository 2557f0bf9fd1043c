#include "support/intake.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace motaudit;
using namespace motaudit::test;
using namespace std::string_literals;

namespace {

Read lines(const std::string& bytes, const ReadOptions& options = {}) { return read_file_bytes(bytes, options, "cases.jsonl"); }

const std::string whole =
    R"({"id":"c-1","channel":"chat","turns":[{"speaker":"agent","name":"Jamie","text":"Hi","start":12.4,"end":15},)"
    R"({"speaker":"system","event":"hold","text":""},{"speaker":"customer","text":"a\nb \ud83d\ude00","private":true}],)"
    R"("agent":"Jamie","customer":"Maria Lopez","language":"en","started_at":"2026-11-16T10:31:00+11:00","x":[1,{"y":null}],)"
    R"("known":{"phone":"0412"},"ended_by":"customer","reply":"first","source":"w47"})";

} // namespace

TEST_CASE("a line of the contract becomes a conversation with all that it says") {
    class Look : public Keep {
    public:
        void conversation(Conversation& talk) override {
            CHECK(talk.known.phone == "0412");
            CHECK(talk.ended_by == EndedBy::customer);
            CHECK(talk.reply == Reply::first);
            CHECK(talk.path == "cases.jsonl");
            Keep::conversation(talk);
        }
    } look;
    Arena arena;
    readers::find("jsonl")->read({whole, "cases.jsonl", 3, 7}, {}, arena, look);
    REQUIRE(look.read.talks.size() == 1);
    const auto& talk = look.read.talks[0];
    CHECK(talk.id == "c-1");
    CHECK(talk.record == 7);
    CHECK(talk.agent == "Jamie");
    CHECK(talk.customer == "Maria Lopez");
    CHECK(talk.meta == R"("x":[1,{"y":null}],"source":"w47")");
    REQUIRE(talk.turns.size() == 3);
    CHECK(talk.names[0] == "Jamie");
    CHECK(talk.turns[0].start == 12.4);
    CHECK(talk.turns[0].end == 15.0);
    CHECK(talk.turns[1].event == Event::hold);
    CHECK(talk.texts[2] == "a\nb \xF0\x9F\x98\x80");
    CHECK(talk.turns[2].is_private);
}

TEST_CASE("what is wrong with a line is said with its place") {
    const auto talk = [](const std::string& inside) { return R"({"id":"a","channel":"chat","turns":[)" + inside + "]}"; };
    struct {
        std::string line, error;
    } const cases[] = {
        {talk(R"({"speaker":"agnt","text":"Hi"})"), "'turns[0].speaker' is 'agnt' (agent?)"},
        {talk(R"({"speaker":"zebra","text":"Hi"})"),
         "'turns[0].speaker' is 'zebra' (one of agent, customer, bot, system, supervisor, unknown)"},
        {talk(R"({"speaker":"agent","text":"Hi"},{"speaker":"agent"})"), "'turns[1]' has no 'text'"},
        {talk(R"({"text":"Hi"})"), "'turns[0]' has no 'speaker'"},
        {talk(R"({"speaker":"agent","text":4})"), "'turns[0].text' must be a string, not a number"},
        {talk(R"({"speaker":"agent","text":"Hi","start":"0:12"})"), "'turns[0].start' must be a number of seconds, not a string"},
        {talk(R"({"speaker":"agent","text":"Hi","private":"yes"})"), "'turns[0].private' must be true or false, not a string"},
        {talk(R"({"speaker":"agent","text":"Hi","text":"Ho"})"), "'turns[0].text' is there twice"},
        {talk("\"Hi\""), "'turns[0]' must be an object with 'speaker' and 'text', not a string"},
        {R"({"id":"a","channel":"chat","turns":{}})", "'turns' must be an array of turns, not an object"},
        {R"({"id":"a","channel":"chats","turns":[]})", "'channel' is 'chats' (chat?)"},
        {R"({"id":"a","turns":[]})", "no 'channel'; add it, or --channel for all that have none"},
        {R"({"id":7,"channel":"chat","turns":[]})", "'id' must be a string, not a number"},
        {R"({"id":null,"channel":"chat","turns":[]})", "'id' must be a string, not null"},
        {R"({"id":"","channel":"chat","turns":[]})", "'id' is empty"},
        {R"({"channel":"chat","turns":[]})", "no 'id'"},
        {R"({"id":"a","channel":"chat"})", "no 'turns'"},
        {R"({"Transcript":[]})",
         "not a conversation: no 'id' and no 'turns'; and no known export, nearest: contact-lens (no 'JobStatus'), "
         "call-analytics (no 'JobName')"},
        {R"({"id":"a","id":"b","channel":"chat","turns":[]})", "'id' is there twice"},
        {R"({"id":"a","channel":"chat","turns":[],"known":{"phone":412}})", "'known.phone' must be a string, not a number"},
        {R"({"id":"a","channel":"template","for":"voice","turns":[]})", "'for' is 'voice' (one of email, chat, social)"},
        {R"({"id":"a","channel":"email","reply":"frist","turns":[]})", "'reply' is 'frist' (first?)"},
        {R"(["a"])", "expected a conversation, an object, not an array"},
        {"Agent: hi", "1: not JSON: expected a value"},
        {R"({"id":"a",})", "11: not JSON: expected a key in double quotes"},
        {R"({"id":"a")", "10: not JSON: it ends too early"},
        {R"({"id":"a" "b"})", "11: not JSON: expected ',' or '}'"},
        {R"({"id":"\ud800x"})", "8: not JSON: half of a surrogate pair"},
        {R"({"id":"\x"})", "8: not JSON: unknown escape in a string"},
        {R"({"id":01})", "8: not JSON: a number may not begin with 0"},
        {R"({"id":123456789012345678901234567890})", "a number is too large"},
        {R"({"id":"a"} {})", "12: not JSON: something follows after the end of the value"},
        {"{\"id\":\"a\0b\"}"s, "9: not JSON: a control character in a string must be escaped"},
        {"{\"id\":\"caf\xE9\"}", "11: not valid UTF-8"},
        {std::string(1000000, '['), "1025: not JSON: nested more than 1024 deep"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.line.substr(0, 100));
        // The lines around it are read.
        const auto read = lines(whole + "\n" + c.line + "\n" + whole);
        CHECK(read.talks.size() == 2);
        REQUIRE(read.errors.size() == 1);
        const bool has_column = c.error[0] >= '0' && c.error[0] <= '9';
        CHECK(read.errors[0] == "cases.jsonl:2:" + std::string(has_column ? "" : " ") + c.error);
    }
}

TEST_CASE("byte order mark, CRLF, empty lines and a last line without end are no matter") {
    for (const auto& bytes :
         {"\xEF\xBB\xBF" + whole + "\r\n\r\n" + whole + "\r\n", whole + "\n\n  \n" + whole, "\n" + whole + "\n" + whole + "\n\n"}) {
        const auto read = lines(bytes);
        CHECK(read.errors.empty());
        CHECK(read.talks.size() == 2);
    }
}

TEST_CASE("options say what the lines do not") {
    const std::string line = R"({"id":"a","turns":[{"speaker":"0","text":"Hi"},{"speaker":"customer","text":"Hi"}]})";
    ReadOptions options;
    options.channel = Channel::inbound;
    options.speaker_map = {{"0", Speaker::agent}};
    const auto read = lines(line + "\n" + whole, options);
    REQUIRE(read.talks.size() == 2);
    CHECK(read.talks[0].channel == Channel::inbound);
    CHECK(read.talks[0].turns[0].speaker == Speaker::agent);
    CHECK(read.talks[1].channel == Channel::chat); // it says its own
    options.encoding = "windows-1252";
    const auto other =
        lines(R"({"id":"a","turns":[{"speaker":"agent","text":"caf)"s + "\xE9\"}]}\n{\"id\":\"\xC3\xA9\",\"turns\":[]}", options);
    REQUIRE(other.talks.size() == 2);
    CHECK(other.talks[0].texts[0] == "caf\xC3\xA9");
    CHECK(other.talks[1].id == "\xC3\xA9");
    options.longest_record = 50;
    CHECK(lines(line, options).errors == std::vector{"cases.jsonl:1: the record is longer than 50 bytes"s});
}

TEST_CASE("null stands for nothing, also unknown keys keep their text") {
    const auto read = lines(
        R"({"id":"a","channel":"chat","agent":null,"known":null,"turns":[{"speaker":"agent","text":"","start":null,"name":null}],"k\"\n":"v\u0001"})");
    REQUIRE(read.talks.size() == 1);
    CHECK(read.talks[0].meta == R"("k\"\u000a":"v\u0001")");
    CHECK(!read.talks[0].turns[0].start);
}

TEST_CASE("a JSON file may be one conversation or an array, in any layout or encoding") {
    const std::string pretty = "{\n  \"id\": \"a\",\n  \"channel\": \"chat\",\n  \"turns\": []\n}\n";
    CHECK(read_file_bytes(pretty, {}, "a.json").talks.size() == 1);
    const auto array = read_file_bytes("[" + whole + ",\n" + whole + R"(,{"id":"x","channel":"chat","turns":[{}]}])", {}, "a.json");
    REQUIRE(array.talks.size() == 2);
    CHECK(array.talks[1].record == 2);
    CHECK(array.errors == std::vector{"a.json:1: '[2].turns[0]' has no 'speaker'"s});
    CHECK(read_file_bytes("{\n \"id\": \"a\",\n \"turns\": [}\n", {}, "a.json").errors ==
          std::vector{"a.json:3:12: not JSON: expected a value"s});
    CHECK(read_file_bytes("[]", {}, "a.json").errors == std::vector{"a.json: an empty array: no conversation in it"s});

    std::string wide = "\xFF\xFE";
    for (const char c : pretty) wide += {c, '\0'};
    CHECK(read_file_bytes(wide, {}, "a.json").talks.size() == 1);
    std::string wide_lines = "\xFF\xFE";
    for (const char c : whole + "\r\n" + whole + "\r\nno\r\n") wide_lines += {c, '\0'};
    const auto read = read_file_bytes(wide_lines, {}, "a.jsonl");
    CHECK(read.talks.size() == 2);
    CHECK(read.errors == std::vector{"a.jsonl:3:1: not JSON: expected a value"s});
}

TEST_CASE("the corpora read without an error") {
    for (const char* name : {"corpora/real-chats.jsonl", "corpora/oppo-cases.jsonl"}) {
        const auto bytes = file_bytes(name);
        const auto read = read_file_bytes(bytes, {}, name);
        CHECK(read.errors.empty());
        CHECK(read.talks.size() == static_cast<std::size_t>(std::ranges::count(bytes, '\n')));
        CHECK(read.talks.size() > 20);
    }
}

TEST_CASE("a line cut at any byte is read or refused, never worse") {
    for (std::size_t size = 1; size < whole.size(); ++size) {
        const auto read = lines(whole.substr(0, size));
        CHECK(read.talks.size() + read.errors.size() == 1);
        std::string damaged = whole;
        damaged[size] = static_cast<char>(damaged[size] ^ 0x80);
        CHECK(lines(damaged).errors.size() == 1);
    }
}

TEST_CASE("formats that cannot be read are named") {
    struct {
        std::string bytes, path, error;
        ReadOptions options = {};
    } const cases[] = {
        {"", "a.txt", "a.txt: empty"},
        {"%PDF-1.7", "a.pdf", "a.pdf: this is a PDF; export it as text"},
        {"hello", "a.txt", "a.txt: unknown input format 'josnl' (jsonl?)", {.from = "josnl"}},
    };
    for (const auto& c : cases) {
        const auto reader = readers::recognise(c.bytes, c.path, c.options);
        REQUIRE(!reader);
        CHECK(reader.error().text() == c.error);
    }
}
