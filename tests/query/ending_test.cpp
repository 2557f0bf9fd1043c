#include "query/ending.hpp"

#include "query/beginning.hpp"
#include "query/name_words.hpp"
#include "support/judge.hpp"

using namespace motaudit;
using test::Heard;

namespace {
const std::string opening = "A: Hello, this is Jamie, how may I help?\nC: my phone is slow\n";
}

TEST_CASE("who ended a conversation is told by its key, an event or the system's last line") {
    struct {
        const char* text;
        EndedBy by;
    } const cases[] = {
        {"ended_by: agent\nA: Hello.\nC: hi", EndedBy::agent},
        {"A: Hello.\nC: hi\nS: The customer has left the chat.", EndedBy::customer},
        {"A: Hello.\nC: hi\nS: Visitor disconnected", EndedBy::customer},
        {"A: Hello.\nC: hi\nS: caller hung up", EndedBy::customer},
        {"A: Hello.\nC: hi\nS: Chat ended by agent.", EndedBy::agent},
        {"agent: Brett\nA: Hello.\nC: hi\nS: Brett has ended the chat.", EndedBy::agent},
        {"agent: Brett\ncustomer: Mia Ray\nA: Hello.\nC: hi\nS: Mia Ray left", EndedBy::customer},
        {"A: Hello.\nC: hi\nC(leave):", EndedBy::customer},
        {"A: Hello.\nC: hi\nA(end):", EndedBy::agent},
        {"A: Hello.\nC: hi\nS: Session timed out due to inactivity", EndedBy::system},
        {"A: Hello.\nC: hi\nS: survey sent", EndedBy::unknown},
        {"S: Brett has joined\nA: Hello.\nC: hi", EndedBy::unknown},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(ending_of(Heard(c.text, Channel::chat).talk).by == c.by);
    }
}

TEST_CASE("the customer left where nothing was closed") {
    struct {
        const char* text;
        bool left;
    } const cases[] = {
        {"C: forget it", true},
        {"A: Which model is it?", true},
        {"A: Is there anything else I can do for you?", true},
        {"A: which model do you have", true},
        {"A: Please restart it.", false},
        {"A: Have a nice day!\nC: bye", false},
        {"A: Thank you for contacting OPPO, goodbye.\nC: bye", false},
        {"A: Please fill in our survey.\nC: ok", false},
        {"A: Thank you for the details. Which model is it?\nS: The customer has left the chat.", true},
        {"A: I will never get this right.\nS: Agent disconnected the call.", false},
        {"A: Have a pleasant evening! By the way, do you need any other help?", false},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(ending_of(Heard(opening + c.text, Channel::chat).talk).customer_left == c.left);
    }
}

TEST_CASE("thanks that open a conversation are no farewell") {
    CHECK_FALSE(
        ending_of(Heard("A: Thank you for calling OPPO, how may I help?\nC: hi\nA: Restart it.", Channel::chat).talk).farewell);
    CHECK_FALSE(ending_of(Heard("C: hi\nA: Thanks for reaching out! Which model is it?", Channel::social).talk).farewell);
    CHECK(ending_of(Heard("C: hi\nA: Hi! Please restart it. Have a great day!", Channel::social).talk).farewell);
}

TEST_CASE("bare courtesies behind the closing do not push it out of the last two turns") {
    const Heard heard(opening + "A: Thank you for calling OPPO, have a nice day!\nC: you too\nA: Bye bye.\nC: bye\nA: Bye.",
                      Channel::inbound);
    CHECK(ending_of(heard.talk).closing_from <= 2);
}

TEST_CASE("an offer that a further matter follows stands only where the customer says that this was all") {
    const std::string offer = opening + "A: Please restart it. Anything else I can do?\nC: yes my charger is broken\n"
                                        "A: You can order a new charger in the online store, it arrives within two working days.\n";
    CHECK_FALSE(ending_of(Heard(offer + "C: ok\nA: Goodbye.", Channel::chat).talk).offer_stands);
    CHECK(ending_of(Heard(offer + "C: thanks, that will be all\nA: Goodbye.", Channel::chat).talk).offer_stands);
    CHECK(ending_of(Heard(offer + "C: ok\nA: Any other questions?\nC: no\nA: Goodbye.", Channel::chat).talk).offer_stands);
}

TEST_CASE("a transfer from another agent is told from a bot's") {
    struct {
        const char* text;
        bool transfer;
    } const cases[] = {
        {"S: Call transferred from first level (agent Kate, ticket 88213)\nA: Hello.", true},
        {"S(transfer): from the billing department\nA: Hello.", true},
        {"S: Chat has been transferred by agent Tom\nA: Hello.", true},
        {"B: Hi!\nC: agent\nS: Transferring you to a live agent\nA: Hello.", false},
        {"S: Transferred from the virtual assistant\nA: Hello.", false},
        {"S: call connected\nA: Hello.", false},
        {"S: Jamie has joined the chat\nA: Hello.", false},
        {"A: Hello.\nC: hi\nS: Call transferred to agent Tom", false},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(begins_with_transfer(Heard(c.text, Channel::inbound).talk) == c.transfer);
    }
}

TEST_CASE("names are read in the order in which they are said") {
    CHECK(name_words("Maria Lopez") == std::vector<std::string>{"maria", "lopez"});
    CHECK(name_words("Lopez, Maria") == std::vector<std::string>{"maria", "lopez"});
    CHECK(name_words(" Zoë  (Dr.) ") == std::vector<std::string>{"zoe", "dr"});
    CHECK(name_words("").empty());
    CHECK(family_name_first("Trần Văn Minh"));
    CHECK(family_name_first("王晓明"));
    CHECK_FALSE(family_name_first("José Núñez"));
    CHECK_FALSE(family_name_first("\xe1\xba"));
}
