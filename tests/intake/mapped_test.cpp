#include "intake/map/column_map.hpp"
#include "intake/map/mapped.hpp"
#include "support/intake.hpp"
#include <algorithm>
#include <doctest/doctest.h>

using namespace motaudit;
using namespace motaudit::test;

namespace {

const std::string chats = "[columns]\nid = \"Case\"\nspeaker = \"From\"\ntext = \"Body\"\n[constants]\nchannel = \"chat\"\n"
                          "[speaker]\nOp = \"agent\"\nVis = \"customer\"\n";
const std::string csv = "format = \"csv\"\n";

// A table as the front door reads it, in pieces of that size.
Read read_table(const std::string& bytes, const std::string& map, std::size_t piece = 1 << 20, ReadOptions options = {}) {
    auto loaded = parse_map(map, "m.toml");
    for (const auto& error : loaded.errors) FAIL(error.text());
    options.map = loaded.map;
    Keep keep;
    Arena arena;
    Record record;
    const auto cutter = readers::mapped.open("w.csv", options);
    const auto drain = [&] {
        while (cutter->next(record)) {
            arena.clear();
            readers::mapped.read(record, options, arena, keep);
        }
    };
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        cutter->feed(std::string_view(bytes).substr(at, piece));
        drain();
    }
    cutter->finish();
    drain();
    return keep.read;
}

std::string all(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

bool says(const std::vector<std::string>& lines, std::string_view what) { return all(lines).find(what) != std::string::npos; }

std::string utf16(std::string_view ascii, bool big) {
    std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii) {
        if (big) out += '\0';
        out += c;
        if (!big) out += '\0';
    }
    return out;
}

} // namespace

TEST_CASE("rows of one conversation are its turns") {
    const auto read =
        read_table("Case,From,Body\n1,Op,Hello\n1,Vis,\"My phone, it says \"\"no\"\"\nand stops\"\n2,Op,Hi\n", csv + chats);
    CHECK(read.errors.empty());
    CHECK(read.hints.empty());
    REQUIRE(read.talks.size() == 2);
    CHECK(read.talks[0].id == "1");
    CHECK(read.talks[0].channel == Channel::chat);
    CHECK(read.talks[0].texts == std::vector<std::string>{"Hello", "My phone, it says \"no\"\nand stops"});
    CHECK(read.talks[0].turns[0].speaker == Speaker::agent);
    CHECK(read.talks[0].turns[1].speaker == Speaker::customer);
    CHECK(read.talks[1].texts == std::vector<std::string>{"Hi"});
}

TEST_CASE("a table reads the same whatever its bytes look like") {
    const std::string plain = "Case,From,Body\n1,Op,Hello\n1,Vis,\"a\nb\"\n2,Op,Hi\n";
    std::string crlf, semicolon = plain, tab = plain;
    for (const char c : plain) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    std::ranges::replace(semicolon, ',', ';');
    std::ranges::replace(tab, ',', '\t');
    const std::string variants[] = {plain,
                                    "\xEF\xBB\xBF" + plain,
                                    crlf,
                                    semicolon,
                                    tab,
                                    "sep=;\n" + semicolon,
                                    utf16(plain, false),
                                    utf16(plain, true),
                                    utf16(crlf, false),
                                    plain.substr(0, plain.size() - 1),
                                    "Case,From,Body\n1,Op,Hello\nCase,From,Body\n1,Vis,\"a\nb\"\n,,\n\n2,Op,Hi,\n"};
    for (const auto& bytes : variants) {
        CAPTURE(bytes);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
            const auto read = read_table(bytes, csv + chats, piece);
            CHECK_MESSAGE(read.errors.empty(), all(read.errors));
            REQUIRE(read.talks.size() == 2);
            CHECK(read.talks[0].texts == std::vector<std::string>{"Hello", "a\nb"});
            CHECK(read.talks[1].id == "2");
        }
    }
}

TEST_CASE("what is wrong in a table is told with its line, and the rest is read") {
    const struct {
        std::string bytes, says;
        std::size_t talks;
    } cases[] = {
        {"Case,From,Text\n1,Op,Hi\n", "w.csv:1: no column 'Body', which m.toml:5 names as text; there are 'Case', 'From', 'Text'",
         0},
        {"Case,From,Boddy\n1,Op,Hi\n", "no column 'Body' ('Boddy'?)", 0},
        {"Case,From,Body,Body\n1,Op,Hi,x\n", "w.csv:1: columns 3 and 4 are both called 'Body'", 0},
        {"Case,From,Body\n1,Op,Hi\n2,Op\n3,Op,Yes\n", "w.csv:3: the row has 2 cells, the header 3", 2},
        {"Case,From,Body\n1,Op,Hi, there\n3,Op,Yes\n", "w.csv:2: the row has 4 cells, the header 3", 1},
        {"Case,From,Body\n1,Op,Hi\n,Op,lost\n1,Vis,Hello\n", "w.csv:3: no conversation in 'Case'", 1},
        {"Case,From,Body\n1,Op,Hi\n2,Op,Hi\n1,Vis,late\n", "w.csv:4: rows of conversation '1' again; those before begin in line 2",
         2},
        // What the quote swallowed may have been of the conversation before it.
        {"Case,From,Body\n0,Op,Hi\n1,Op,Hi\n2,Op,\"never closed\n1,Vis,Hi\n", "w.csv:4: the rows of this conversation break off",
         1},
        {"Case,From,Body\n1,Op,Hi\n2,Op,caf\xE9\n", "w.csv:3: 'Body' is not valid UTF-8", 1},
        {"Case,From,Body\n1,Op,\n2,Op,Hi\n", "w.csv:2: nothing is said in it", 1},
        {"Total rows: 3\n", "no column 'Case'", 0},
    };
    for (const auto& c : cases) {
        CAPTURE(c.bytes);
        const auto read = read_table(c.bytes, csv + chats);
        CHECK_MESSAGE(says(read.errors, c.says), all(read.errors));
        CHECK(read.errors.size() == 1);
        CHECK(read.talks.size() == c.talks);
    }
}

TEST_CASE("a speaker whom the map does not name is unknown, and one hint a file says so") {
    const std::string bytes = "Case,From,Body\n1,Agent,Hello\n1,Vis,Hi\n2,Agent,Hello\n2,Boss,Hi\n3,VIS,Hi\n";
    auto read = read_table(bytes, csv + chats);
    REQUIRE(read.talks.size() == 3);
    CHECK(read.talks[0].turns[0].speaker == Speaker::unknown); // no guess, though the word is clear
    CHECK(read.talks[2].turns[0].speaker == Speaker::customer);
    REQUIRE(read.hints.size() == 1);
    CHECK(read.hints[0] == "w.csv:2: who is 'Agent', 'Boss'? m.toml has no such value in [speaker]; add \"Agent\" = "
                           "\"agent|customer|bot|system|supervisor|unknown\"");

    ReadOptions options;
    options.speaker_map = {{"agent", Speaker::agent}, {"boss", Speaker::supervisor}};
    read = read_table(bytes, csv + chats, 1000, options);
    CHECK(read.hints.empty());
    CHECK(read.talks[1].turns[1].speaker == Speaker::supervisor);
}

TEST_CASE("rows that stand apart are put together where the map says that they may") {
    const auto read = read_table("Case,From,Body\n1,Op,a\n2,Op,b\n1,Vis,c\n2,Vis,d\n1,Op,e\n", csv + "ordered = false\n" + chats);
    CHECK(read.errors.empty());
    REQUIRE(read.talks.size() == 2);
    CHECK(read.talks[0].texts == std::vector<std::string>{"a", "c", "e"});
    CHECK(read.talks[1].texts == std::vector<std::string>{"b", "d"});
}

TEST_CASE("times become seconds from the first, events and notes what the map says they are") {
    const std::string map = csv +
                            "[columns]\nid = \"C\"\nspeaker = \"F\"\ntext = \"T\"\ntime = \"W\"\nevent = \"K\"\nprivate = \"K\"\n"
                            "channel = \"Q\"\n[speaker]\nop = \"agent\"\n[event]\nheld = \"hold\"\n[private]\nnote = true\n"
                            "[channel]\n\"Live Chat\" = \"chat\"\n[time]\nformat = \"%H:%M %d.%m.%Y\"\nzone = \"+10:00\"\n";
    const auto read = read_table("C,F,T,W,K,Q\n1,op,one,10:31 16.11.2026,,live chat\n1,op,,10:32 16.11.2026,Held,\n"
                                 "1,op,secret,10:33 16.11.2026,Note,\n2,op,x,soon,,chat\n3,op,x,,,phone\n",
                                 map);
    REQUIRE(read.talks.size() == 2);
    CHECK(read.talks[0].started_at == "2026-11-16T10:31:00+10:00");
    const auto& turns = read.talks[0].turns;
    REQUIRE(turns.size() == 3);
    CHECK(*turns[1].start == 60);
    CHECK(turns[1].event == Event::hold);
    CHECK(turns[2].is_private);
    CHECK_FALSE(read.talks[1].turns[0].start);
    CHECK(says(read.hints, "w.csv:5: a time in 'W' is not read"));
    CHECK(says(read.errors, "w.csv:6: what is 'phone' in 'Q'? Say it in [channel] of m.toml"));
}

TEST_CASE("a row may be a conversation: question and answer, a reply by itself, a transcript") {
    auto read = read_table("Q,A\nWhere is it?,On its way.\n,Bye\n",
                           csv + "[columns]\nquestion = \"Q\"\nanswer = \"A\"\n[constants]\nchannel = \"social\"\n");
    REQUIRE(read.talks.size() == 2);
    CHECK(read.talks[0].id == "w-1");
    CHECK(read.talks[0].turns[1].speaker == Speaker::agent);
    CHECK(read.talks[1].id == "w-2");
    CHECK(read.talks[1].texts == std::vector<std::string>{"Bye"});

    read = read_table("No;Body\n7;<p>Dear Ana,</p><p>thank you</p>\n7;again\n",
                      csv + "html = true\nrows = \"conversation\"\n[columns]\nid = \"No\"\ntext = \"Body\"\n"
                            "[constants]\nchannel = \"email\"\nspeaker = \"agent\"\n");
    REQUIRE(read.talks.size() == 1);
    CHECK(read.talks[0].texts[0] == "Dear Ana,\n\nthank you");
    CHECK(says(read.errors, "w.csv:3: conversation '7' is there twice; the first is in line 2"));

    read = read_table("Id,Who,Log\n5,Lee,\"Lee: Hello Ana\nAna: Hi\nLee: How may I help?\nAna: it is hot\"\n6,Lee,\n",
                      csv + "[columns]\nid = \"Id\"\nagent = \"Who\"\ntranscript = \"Log\"\n[constants]\nchannel = \"chat\"\n");
    REQUIRE(read.talks.size() == 1);
    CHECK(read.talks[0].id == "5");
    CHECK(read.talks[0].agent == "Lee");
    CHECK(read.talks[0].turns[0].speaker == Speaker::agent);
    CHECK(read.talks[0].turns[1].speaker == Speaker::customer);
    CHECK(says(read.errors, "w.csv:6: nothing is said in 'Log'"));
}

TEST_CASE("JSON lines are rows whose columns are keys or paths of keys") {
    const std::string map =
        "format = \"jsonl\"\n[columns]\nid = \"chat\"\nspeaker = \"sender.role\"\ntext = \"body\"\ntime = \"at\"\n"
        "[constants]\nchannel = \"chat\"\n[speaker]\nrep = \"agent\"\n[time]\nformat = \"unix-ms\"\n";
    auto read =
        read_table("{\"chat\":7,\"sender\":{\"role\":\"rep\"},\"body\":\"Hello\",\"at\":1794825060000}\n{\"chat\":7,\"body\":\n"
                   "{\"chat\":7,\"sender\":{\"role\":\"rep\"},\"body\":\"Bye\",\"at\":1794825070000}\n",
                   map, 5);
    REQUIRE(read.talks.size() == 1);
    CHECK(read.talks[0].texts == std::vector<std::string>{"Hello", "Bye"});
    CHECK(*read.talks[0].turns[1].start == 10);
    CHECK(says(read.errors, "w.csv:2"));
    read = read_table("{\"chat\":7,\"role\":\"rep\",\"body\":\"Hello\",\"at\":1}\n", map);
    CHECK(says(read.errors, "'sender.role', which m.toml:4 names as speaker; the first has 'chat', 'role', 'body', 'at'"));
}

TEST_CASE("a table cut off at any byte loses nothing unsaid") {
    const std::string whole = "Case,From,Body\n1,Op,\"Hello, Ana\"\n1,Vis,\"a\nb\"\n2,Op,\"say \"\"hi\"\"\"\n3,Vis,end\n";
    for (const auto& bytes : {whole, utf16(whole, false), "\xEF\xBB\xBF" + whole}) {
        for (std::size_t size = 1; size < bytes.size(); ++size) {
            CAPTURE(size);
            const auto cut = bytes.substr(0, size);
            const auto at_once = read_table(cut, csv + chats), in_pieces = read_table(cut, csv + chats, 3);
            CHECK(at_once.errors == in_pieces.errors);
            CHECK(at_once.talks.size() == in_pieces.talks.size());
            CHECK(at_once.talks.size() <= 3);
        }
    }
}

TEST_CASE("a table that nobody has mapped says which columns it has, and a transcript is none") {
    CHECK(unmapped_table("Id,Parent,Text\n1,2,hello\n1,3,\"a, b\"\n", "x").find("'Id', 'Parent', 'Text'") != std::string::npos);
    CHECK(unmapped_table("Id;Text\n1;hello\n", "x.csv").find("'Id', 'Text'") != std::string::npos);
    CHECK(unmapped_table(utf16("Id\tText\n1\thello\n", false), "x.tsv").find("'Id', 'Text'") != std::string::npos);
    for (const char* text :
         {"Agent: Hi, Ana, how are you?\nCustomer: Well, thanks, bye\nAgent: Bye, Ana, bye\n",
          "Hello, Ana\nthank you, bye\nbye, bye\n", "Dear Ana, Tom, Lee\nthank you, all\nBye\n", "one\ntwo\n", ""})
        CHECK(unmapped_table(text, "x.txt").empty());
}
