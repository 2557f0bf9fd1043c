#include "support/intake.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

using namespace motaudit;
using namespace motaudit::test;
using namespace std::string_literals;

namespace {

// "A(Jamie)@1.5 text | C text | S:hold [hold]"
std::string shown(const Read::Talk& talk) {
    std::string out;
    for (std::size_t i = 0; i < talk.turns.size(); ++i) {
        const auto& turn = talk.turns[i];
        if (i != 0) out += " | ";
        out += "ACBSVU"[static_cast<std::size_t>(turn.speaker)];
        if (turn.event != Event::none) out += ":" + std::string(name_of(turn.event));
        if (!talk.names[i].empty()) out += "(" + talk.names[i] + ")";
        if (turn.start) out += fmt::format("@{:g}", *turn.start);
        if (turn.end) out += fmt::format("-{:g}", *turn.end);
        out += " " + talk.texts[i];
    }
    return out;
}

std::string read(const std::string& text, ReadOptions options = {}) {
    if (!options.channel) options.channel = Channel::inbound;
    const auto result = read_file_bytes(text, options);
    if (!result.errors.empty()) return "error: " + result.errors[0];
    REQUIRE(result.talks.size() == 1);
    return shown(result.talks[0]);
}

struct Sample {
    std::string text, turns;
};
const Sample layouts[] = {
    {"Agent: Hi\nCustomer: Hello\n", "A Hi | C Hello"},
    {"agent: Hi\r\ncustomer: Hello\r\n", "A Hi | C Hello"},
    {"[00:00:02] Agent: Hi\n[00:01:05] Customer: Hello", "A@2 Hi | C@65 Hello"},
    {"[00:02] Agent: Hi\n[01:05] Customer: Hello\n[1:00:01] Agent: Still there?", "A@2 Hi | C@65 Hello | A@3601 Still there?"},
    {"[00:00:02.5 - 00:00:04.25] Agent: Hi\n[00:00:05,1 --> 00:00:06] Customer: Hello", "A@2.5-4.25 Hi | C@5.1-6 Hello"},
    {"00:00:02 Agent: Hi\n00:00:04 Customer: Hello\nand more", "A@2 Hi | C@4 Hello\nand more"},
    {"(10:32:05 AM) Jamie: Hi\n(10:32:25 AM) Maria: Hello", "U(Jamie)@0 Hi | U(Maria)@20 Hello"},
    {"Jamie (10:32:05 AM): Hi\nMaria (12:02:05 PM): Hello", "U(Jamie)@0 Hi | U(Maria)@5400 Hello"},
    {"Jamie [10:32]: Hi\nMaria [10:33]: Hello", "U(Jamie)@0 Hi | U(Maria)@60 Hello"},
    {"2025-03-03 10:32:05 Jamie: Hi\n2025-03-04 10:32:06 Maria: Hello", "U(Jamie)@0 Hi | U(Maria)@86401 Hello"},
    {"2025-03-03T10:32:05Z Agent: Hi\n2025-03-03T10:32:06Z Customer: Hello", "A@0 Hi | C@1 Hello"},
    {"[2025-03-03 10:32:05 +08:00] Agent: Hi\n[2025-03-03 10:32:06 +08:00] Customer: Yo", "A@0 Hi | C@1 Yo"},
    {"[SPEAKER_00]: Hi\n[SPEAKER_01]: Hello\n[SPEAKER_00]: Bye", "U Hi | U Hello | U Bye"},
    {"[0:00:01] [SPEAKER_00] Hi\n[0:00:02] [SPEAKER_01] Hello", "U@1 Hi | U@2 Hello"},
    {"[00:00.000 --> 00:02.400]  Hi.\n[00:02.400 --> 00:04.000]  Hello.", "U@0-2.4 Hi. | U@2.4-4 Hello."},
    {"( 10s ) Lee C: Hi, I'm Lee.\n( 1m 13s ) Ana Diaz: my phone: it is hot\n( 1h 2m 3s ) Lee C: Sorry",
     "U(Lee C)@10 Hi, I'm Lee. | U(Ana Diaz)@73 my phone: it is hot | U(Lee C)@3723 Sorry"},
    {"*** Jamie joined the chat ***\nAgent: Hi\nCustomer: Hello\n*** Customer left the chat ***",
     "S:join *** Jamie joined the chat *** | A Hi | C Hello | S:leave *** Customer left the chat ***"},
    {"Agent:\nHi\nthere\nCustomer:\nHello", "A Hi\nthere | C Hello"},
    {"Agent\nHi\n\nCustomer\nHello\nAgent\nBye", "A Hi | C Hello | A Bye"},
    {"Jamie Fox  0:03\nHi there\nMaria  0:09\nHello\nJamie Fox  0:12\nBye\nMaria  0:14\nBye",
     "U(Jamie Fox)@3 Hi there | U(Maria)@9 Hello | U(Jamie Fox)@12 Bye | U(Maria)@14 Bye"},
    {"[3/6/18, 1:55:00 PM] Ana: hi\n[3/6/18, 1:55:10 PM] Lee: hello\n[3/6/18, 1:55:20 PM] Ana: \xE2\x80\x8E<Media omitted>",
     "U(Ana)@0 hi | U(Lee)@10 hello | U(Ana)@20 <Media omitted>"},
    {"\xE2\x80\x8E[3/6/18, 1:55:00\xE2\x80\xAFPM] Ana: hi\n[3/6/18, 1:55:10\xE2\x80\xAFPM] Lee: hello",
     "U(Ana)@0 hi | U(Lee)@10 hello"},
    {"03/06/2018, 13:55 - Messages are end-to-end encrypted\n03/06/2018, 13:55 - Ana: hi\n03/06/2018, 13:56 - Lee: hello\nmore",
     "S@0 Messages are end-to-end encrypted | U(Ana)@0 hi | U(Lee)@60 hello\nmore"},
    {"3.6.2018 klo 13.55 - Ana: hi\n3.6.2018 klo 13.56 - Lee: hello", "U(Ana)@0 hi | U(Lee)@60 hello"},
    {"31/12/2018, 11:59 p. m. - Ana: hi\n01/01/2019, 12:01 a. m. - Lee: hello", "U(Ana)@0 hi | U(Lee)@120 hello"},
    {"客服：您好\n客户：你好", "A 您好 | C 你好"},
    {"Call 17\n\nAgent: Hi\nCustomer: Hello", "S Call 17 | A Hi | C Hello"},
    {"[connected]\nAgent: Please hold.\n[hold]\n[hold ended]\nThank you for holding.\nCustomer: ok\n[laughs]",
     "S [connected] | A Please hold. | S:hold [hold] | S:unhold [hold ended] | A Thank you for holding. | C ok\n[laughs]"},
    {"System: Jamie has joined the chat\nAgent: Hi\nVisitor 512: Hello\nBot: How can I help?\nSupervisor: I'm here",
     "S:join Jamie has joined the chat | A Hi | C Hello | B How can I help? | V I'm here"},
    {"Jamie (Agent): Hi\nAgent Jamie: Hi\nMaria (Customer): Hello\nJamie (Agent): Bye\nAgent Jamie: Bye\nMaria (Customer): Bye",
     "A(Jamie) Hi | A(Jamie) Hi | C(Maria) Hello | A(Jamie) Bye | A(Jamie) Bye | C(Maria) Bye"},
    {"[00:00:01] Agent: Hi\n[00:00:05] [hold]\n[00:00:45] [hold ended]\n[00:00:46] Customer: Back",
     "A@1 Hi | S:hold@5 [hold] | S:unhold@45 [hold ended] | C@46 Back"},
    {"Chat started: Monday\nAgent: Hi\nCustomer: Hello\nChat Transferred From Lee To Kim\nAgent: Hi",
     "S Chat started: Monday | A Hi | C Hello | S:transfer Chat Transferred From Lee To Kim | A Hi"},
};

} // namespace

TEST_CASE("every layout gives its turns, speakers and seconds") {
    for (const auto& sample : layouts) {
        CAPTURE(sample.text);
        CHECK(read(sample.text) == sample.turns);
    }
}

TEST_CASE("exports of WhatsApp are read in both orders of date and both clocks") {
    const std::string mark = "\xE2\x80\x8E";
    const Sample exports[] = {
        // Day first: the 13th shows it; 24 hours.
        {"12/03/2025, 23:59 - Messages and calls are end-to-end encrypted.\n12/03/2025, 23:59 - Ana: hi\n13/03/2025, 00:01 - Lee: "
         "hello\n",
         "S@0 Messages and calls are end-to-end encrypted. | U(Ana)@0 hi | U(Lee)@120 hello"},
        // Month first, 12 hours.
        {"3/12/25, 11:59 PM - Ana: hi\n3/13/25, 12:01 AM - Lee: hello\n3/13/25, 12:02 AM - Ana: bye",
         "U(Ana)@0 hi | U(Lee)@120 hello | U(Ana)@180 bye"},
        // A phone with brackets and marks of direction, an attachment and what was left out.
        {"[12.03.25, 23:59:50] Ana Diaz: " + mark + "Messages are encrypted.\n" + mark + "[12.03.25, 23:59:58] Ana Diaz: " + mark +
             "image omitted\n[13.03.25, 00:00:02] Lee: it is 10:30: wait\n" + mark + "[13.03.25, 00:00:09] Ana Diaz: " + mark +
             "<attached: 00000012-PHOTO.jpg>",
         "U(Ana Diaz)@0 Messages are encrypted. | U(Ana Diaz)@8 image omitted | U(Lee)@12 it is 10:30: wait | U(Ana Diaz)@19 "
         "<attached: 00000012-PHOTO.jpg>"},
        {"12/03/2025, 10:00 - Lee added Ana\n12/03/2025, 10:01 - Ana: <Media omitted>\n12/03/2025, 10:02 - Lee: thanks\n"
         "12/03/2025, 10:03 - Ana left\n",
         "S@0 Lee added Ana | U(Ana)@60 <Media omitted> | U(Lee)@120 thanks | S:leave@180 Ana left"},
    };
    for (const auto& sample : exports) {
        CAPTURE(sample.text);
        CHECK(read(sample.text) == sample.turns);
    }
}

TEST_CASE("what only looks like a label continues the turn") {
    const std::string lines[] = {
        "Note: call back tomorrow",
        "http://example.org/a: b",
        "https://oppo.com",
        "10:30 works for me",
        "10:30",
        "IMEI: 862134065501714",
        "Re: your order",
        "My new address: 4 Hill Street",
        "see you at 10:30",
        "a:b",
        "Well, here it is: gone",
        "[laughs]",
        "(inaudible)",
        "Step 1: restart",
        "Jamie left.",
        "Maria: the name on the box",
        "my friend has left",
        "OPPO Support: 1300 555 017",
        "3/6 is fine: really",
        "5m long: yes",
        "\"quoted: text\"",
        "Agent",
        "- item: one",
        ": odd",
        "::error file=a::b",
        "The call was transferred",
    };
    for (const auto& line : lines) {
        CAPTURE(line);
        CHECK(read("Agent: Hi\nCustomer: So\n" + line + "\nAgent: Yes") == "A Hi | C So\n" + line + " | A Yes");
        CHECK(read("[00:00:01] Agent: Hi\n[00:00:02] Customer: So\n" + line + "\n[00:00:03] Agent: Yes") ==
              "A@1 Hi | C@2 So\n" + line + " | A@3 Yes");
    }
}

TEST_CASE("a label seen once is no speaker, seen twice it is one that nobody knows") {
    CHECK(read("Agent: Hi\nBlue: sky") == "A Hi\nBlue: sky");
    CHECK(read("Jamie: Hi\nMaria: Hello\nJamie: Bye\nMaria: Bye") == "U(Jamie) Hi | U(Maria) Hello | U(Jamie) Bye | U(Maria) Bye");
    ReadOptions options;
    options.channel = Channel::chat;
    const auto result = read_file_bytes("Jamie: Hi\nMaria: Hello\nJamie: Bye\nMaria: Bye", options);
    CHECK(
        result.hints ==
        std::vector{
            "talk.txt:1: who is 'Jamie'? Add --agent-name 'Jamie' if this is the agent, or --speaker-map 'Jamie=agent,Maria=customer'"s});
    CHECK(read_file_bytes("[SPEAKER_00]: Hi\n[SPEAKER_01]: Hello", options).hints ==
          std::vector{"talk.txt:1: who is 'SPEAKER_00'? Add --speaker-map 'SPEAKER_00=agent,SPEAKER_01=customer'"s});
}

TEST_CASE("the user says who the labels are") {
    ReadOptions options;
    options.agent_names = {"jamie"};
    CHECK(read("Jamie: Hi\nMaria: Hello\nJamie: Bye\nMaria: Bye\nBot: Rate us", options) ==
          "A(Jamie) Hi | C(Maria) Hello | A(Jamie) Bye | C(Maria) Bye | B Rate us");
    options = {};
    options.speaker_map = {{"0", Speaker::agent}, {"1", Speaker::customer}};
    CHECK(read("[SPEAKER_00]: Hi\n[SPEAKER_01]: Hello", options) == "A Hi | C Hello");
    CHECK(read("Speaker 0: Hi\nSpeaker 1: Hello", options) == "A Hi | C Hello");
    options.speaker_map = {{"Maria", Speaker::customer}};
    CHECK(read("Jamie: Hi\nMaria: Hello\nJamie: Bye", options) == "U(Jamie) Hi | C(Maria) Hello | U(Jamie) Bye");
}

TEST_CASE("a header says what the turns do not") {
    ReadOptions none;
    const auto result = read_file_bytes("ID: call-17\nChannel: outbound\nAgent: Jamie Fox\nCustomer: Maria Lopez\nDate: 2026-11-16 "
                                        "10:31\nLanguage: en\nPriority: high\n"
                                        "-------\nJamie: Hi\nMaria: Hello\n",
                                        none);
    REQUIRE(result.talks.size() == 1);
    const auto& talk = result.talks[0];
    CHECK(talk.id == "call-17");
    CHECK(talk.channel == Channel::outbound);
    CHECK(talk.agent == "Jamie Fox");
    CHECK(talk.customer == "Maria Lopez");
    CHECK(talk.started_at == "2026-11-16T10:31:00");
    CHECK(talk.language == "en");
    CHECK(talk.meta == "\"Priority\":\"high\"");
    CHECK(shown(talk) == "A(Jamie) Hi | C(Maria) Hello");
    CHECK(talk.turns[0].place.line == 9);
    CHECK(talk.turns[0].place.column == 8);

    CHECK(read("Channel: chat\nAgent: Hi\nCustomer: Hello\n\nAgent: Bye") == "A Hi | C Hello | A Bye"); // "Hi" is no name
    CHECK(read("Agent: Hi\n\nCustomer: Hello\n\nAgent: Bye") == "A Hi | C Hello | A Bye");
    CHECK(read("Agent: Jamie\nCustomer: Maria\n\nAgent: Hi\nCustomer: Hello") == "A Hi | C Hello");
    CHECK(read("Channel: phone\n\nAgent: Hi") ==
          "error: talk.txt:1: 'Channel' is 'phone' (one of inbound, outbound, email, chat, social, template, case)");
    CHECK(read_file_bytes("Channel: chat\nMaria: hi\nJamie: hello\nMaria: a\nJamie: b\n", none).talks[0].turns.size() == 4);
}

TEST_CASE("the channel is never guessed of a call") {
    ReadOptions none;
    CHECK(read_file_bytes("Agent: Hi\nCustomer: Hello", none).errors ==
          std::vector{"talk.txt: channel not known; add --channel inbound|outbound|chat|social"s});
    CHECK(read_file_bytes("Jamie has joined the chat\nAgent: Hi\nCustomer: Hello", none).talks[0].channel == Channel::chat);
    CHECK(read_file_bytes("[3/6/18, 1:55:00 PM] Ana: hi\n[3/6/18, 1:55:10 PM] Lee: hello", none).talks[0].channel == Channel::chat);
}

TEST_CASE("times run over midnight and start where the file does") {
    CHECK(read("[23:59:50] Agent: a\n[00:00:10] Customer: b") == "A@0 a | C@20 b");
    CHECK(read("[12:59:50] Agent: a\n[01:00:10] Customer: b") == "A@0 a | C@20 b"); // a clock of twelve hours
    CHECK(read("(11:59:50 PM) Agent: a\n(12:00:10 AM) Customer: b") == "A@0 a | C@20 b");
    CHECK(read("[10:30] Agent: a\n[10:31] Customer: b") == "A@0 a | C@60 b");
    CHECK(read("[0:30] Agent: a\n[10:31] Customer: b") == "A@30 a | C@631 b");
    CHECK(read("[59:58] Agent: a\n[1:00:02] Customer: b") == "A@3598 a | C@3602 b");
    CHECK(read("[10:00:05] Agent: a\n[10:00:04] Customer: b") == "A@0 a | C@0 b"); // a little out of order
    CHECK(read("[12/31/18, 10:00 AM] Agent: a\n[1/1/19, 10:00 AM] Customer: b") == "A@0 a | C@86400 b");
    const auto when = [](const std::string& text) {
        ReadOptions options;
        return read_file_bytes(text, options).talks.at(0).started_at;
    };
    CHECK(when("[12/31/18, 10:00 PM] Agent: a\n[1/1/19, 10:00 AM] Customer: b") == "2018-12-31T22:00:00");
    CHECK(when("[3/6/18, 10:00] Agent: a\n[3/6/18, 10:01] Customer: b").empty()); // March or June?
}

TEST_CASE("who ended it is known where it is said") {
    ReadOptions options;
    class Look : public Keep {
    public:
        EndedBy by = EndedBy::unknown;
        void conversation(Conversation& talk) override { by = talk.ended_by; }
    };
    struct {
        std::string line;
        EndedBy by;
    } const cases[] = {{"*** The customer ended the chat ***", EndedBy::customer},
                       {"[Jamie ended the chat]", EndedBy::agent},
                       {"Maria has ended the chat.", EndedBy::customer},
                       {"*** chat ended ***", EndedBy::unknown},
                       {"Customer: I ended the chat", EndedBy::unknown}};
    for (const auto& c : cases) {
        CAPTURE(c.line);
        Look look;
        Arena arena;
        const std::string text = "Agent: Jamie\nCustomer: Maria\n---\nAgent: Hi\nCustomer: Hello\n" + c.line + "\n";
        options.channel = Channel::chat;
        readers::find("text")->read({text, "a.txt"}, options, arena, look);
        CHECK(look.by == c.by);
    }
}

TEST_CASE("encodings: marks are obeyed, anything else needs its name") {
    ReadOptions options;
    options.channel = Channel::chat;
    const auto texts = [&](const std::string& bytes) {
        const auto result = read_file_bytes(bytes, options);
        return result.errors.empty() ? shown(result.talks.at(0)) : result.errors[0];
    };
    const std::string plain = "Agent: Hi\nCustomer: Hello";
    std::string wide = "\xFF\xFE";
    for (const char c : plain) wide += {c, '\0'};
    CHECK(texts(wide) == "A Hi | C Hello");
    CHECK(texts("\xEF\xBB\xBF" + plain) == "A Hi | C Hello");
    CHECK(texts("Agent: Hi\nCustomer: caf\xE9") ==
          "talk.txt:2:14: not valid UTF-8 at byte 23; if it is in another encoding, name it: --encoding windows-1252");
    options.encoding = "windows-1252";
    CHECK(texts("Agent: Hi\nCustomer: caf\xE9") == "A Hi | C caf\xC3\xA9");
    options.encoding = "klingon";
    CHECK(texts(plain) == "talk.txt: unknown encoding 'klingon'");
}

TEST_CASE("a text that is no transcript is refused, or judged as a whole where the channel says so") {
    ReadOptions options;
    const std::string reply = "\nDear {{name}},\r\n\r\nNote: thank you for contacting OPPO.\r\n";
    CHECK(read_file_bytes(reply, options).errors ==
          std::vector{"talk.txt: nobody speaks in it; expected lines such as 'Agent: …' and 'Customer: …', with or without times "
                      "(--channel template: judge the text as a canned reply; --channel case: as a record)"s});
    for (const Channel channel : {Channel::template_, Channel::case_}) {
        options.channel = channel;
        const auto result = read_file_bytes(reply, options, "replies/welcome.txt");
        REQUIRE(result.talks.size() == 1);
        CHECK(result.talks[0].id == "welcome");
        CHECK(result.talks[0].channel == channel);
        CHECK(shown(result.talks[0]) == "A Dear {{name}},\n\nNote: thank you for contacting OPPO.");
        CHECK(result.talks[0].turns[0].place.line == 2);
    }
    CHECK(read_file_bytes(" \n", options).errors == std::vector{"talk.txt: no text in it"s});
    options = {.from = "document"};
    CHECK(read_file_bytes(reply, options).errors ==
          std::vector{"talk.txt: a text as a whole is a canned reply or a record: add --channel template or --channel case"s});
}

TEST_CASE("behind a header that says template or case the rest is one text") {
    const std::string record = "ID: 17\nChannel: case\nAgent: Kim\n-----\n\nCustomer: Ms. Ngata\r\nStatus: FINISH\n";
    const auto result = read_file_bytes(record, {});
    REQUIRE(result.talks.size() == 1);
    const auto& talk = result.talks[0];
    CHECK(talk.id == "17");
    CHECK(talk.channel == Channel::case_);
    CHECK(talk.agent == "Kim");
    CHECK(shown(talk) == "A(Kim) Customer: Ms. Ngata\nStatus: FINISH");
    CHECK(talk.turns[0].place.line == 6);
    CHECK(read_file_bytes("ID: 17\nChannel: template\n-----\n\n", {}).errors ==
          std::vector{"talk.txt: no text behind the header"s});
    CHECK(read_file_bytes("ID: 17\nChannel: chat\n-----\nAgent: Hi\nCustomer: Hello\n", {}).talks.at(0).turns.size() == 2);
}

TEST_CASE("each turn's place leads to its first byte in the file") {
    class Look : public Keep {
    public:
        std::string_view file;
        void conversation(Conversation& talk) override {
            for (const auto& turn : talk.turns) {
                std::size_t at = 0;
                for (std::uint32_t line = 1; line < turn.place.line; ++line) at = file.find('\n', at) + 1;
                at += turn.place.column - 1;
                const auto first_line = turn.text.substr(0, turn.text.find('\n'));
                CHECK(file.substr(at, first_line.size()) == first_line);
            }
        }
    };
    ReadOptions options;
    options.channel = Channel::chat;
    for (const auto& sample : layouts) {
        CAPTURE(sample.text);
        Look look;
        look.file = sample.text;
        Arena arena;
        readers::find("text")->read({sample.text, "a.txt"}, options, arena, look);
    }
}

TEST_CASE("a transcript cut at any byte, or with any byte changed, is read or refused") {
    ReadOptions options;
    options.channel = Channel::chat;
    for (const auto& sample : layouts) {
        for (std::size_t size = 0; size <= sample.text.size(); ++size) {
            const auto cut = read_file_bytes(sample.text.substr(0, size), options);
            CHECK(cut.talks.size() + cut.errors.size() == 1);
            for (const char c : {'\0', '\n', ':', '[', '\x80', '9'}) {
                std::string damaged = sample.text;
                damaged[std::min(size, damaged.size() - 1)] = c;
                const auto other = read_file_bytes(damaged, options);
                CHECK(other.talks.size() + other.errors.size() == 1);
            }
        }
    }
}

TEST_CASE("a transcript and the same turns as JSON are the same conversation") {
    ReadOptions options;
    options.channel = Channel::chat;
    const auto text = read_file_bytes("[00:00:01] Agent: Hi, \"Maria\"\n[00:00:02] Customer: a\nb\n[00:00:09] [hold]\n", options);
    const auto json = read_file_bytes(
        R"({"id":"talk","channel":"chat","turns":[{"speaker":"agent","text":"Hi, \"Maria\"","start":1},)"
        R"({"speaker":"customer","text":"a\nb","start":2},{"speaker":"system","text":"[hold]","event":"hold","start":9}]})",
        options);
    REQUIRE(text.talks.size() == 1);
    REQUIRE(json.talks.size() == 1);
    CHECK(text.talks[0].id == json.talks[0].id);
    CHECK(shown(text.talks[0]) == shown(json.talks[0]));
}

TEST_CASE("large and odd texts take linear time") {
    ReadOptions options;
    options.channel = Channel::chat;
    const std::size_t size = std::size_t{1} << 20;
    std::string labels, lines, wide = "Agent: ", blanks = "Agent: Hi\n";
    for (int i = 0; labels.size() < size; ++i) labels += "Name" + std::to_string(i) + ": x\n";
    while (lines.size() < size) lines += "a: b\n: \n[\n(10:\n";
    wide.append(size, ':');
    blanks.append(size, '\n');
    for (const auto& text : {labels, lines, wide, blanks, "Agent: " + std::string(size, ' '), std::string(size, '[') + "\n"}) {
        const auto result = read_file_bytes(text, options);
        CHECK(result.talks.size() + result.errors.size() == 1);
    }
}
