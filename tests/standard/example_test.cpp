#include "standard/example.hpp"

#include <doctest/doctest.h>

using namespace motaudit;

TEST_CASE("an example becomes a conversation") {
    Arena arena;
    const auto talk =
        read_example("channel: social\nagent: Jamie\ncustomer: Maria Lopez\nreply: followup\nended_by: agent\nfor: chat\n"
                     "known.email: x@example.com\n\n[12.0-15.5] C<@maria>: It flickers.\nSince Sunday.\n"
                     "A: One moment, please.\n[20] S(hold):\nA(private): asked L2\nB: Still there?\n",
                     Channel::chat, arena);
    REQUIRE(talk);
    CHECK(talk->channel == Channel::social);
    CHECK(talk->agent == "Jamie");
    CHECK(talk->customer == "Maria Lopez");
    CHECK(talk->reply == Reply::followup);
    CHECK(talk->ended_by == EndedBy::agent);
    CHECK(talk->template_for == Channel::chat);
    CHECK(talk->known.email == "x@example.com");
    REQUIRE(talk->turns.size() == 5);
    const auto& turns = talk->turns;
    CHECK(turns[0].speaker == Speaker::customer);
    CHECK(turns[0].name == "@maria");
    CHECK(turns[0].text == "It flickers.\nSince Sunday.");
    CHECK(turns[0].start == 12.0);
    CHECK(turns[0].end == 15.5);
    CHECK(turns[1].text == "One moment, please.");
    CHECK_FALSE(turns[1].start);
    CHECK(turns[2].speaker == Speaker::system);
    CHECK(turns[2].event == Event::hold);
    CHECK(turns[2].start == 20.0);
    CHECK(turns[2].text.empty());
    CHECK(turns[3].is_private);
    CHECK(turns[4].speaker == Speaker::bot);
}

TEST_CASE("a letter without speakers is the agent's") {
    Arena arena;
    const auto talk = read_example("subject: Re: my phone\nreply: first\n\nDear Maria,\n\nnote: it is on its way.\nA line more\n",
                                   Channel::email, arena);
    REQUIRE(talk);
    CHECK(talk->subject == "Re: my phone");
    CHECK(talk->reply == Reply::first);
    REQUIRE(talk->turns.size() == 1);
    CHECK(talk->turns[0].speaker == Speaker::agent);
    CHECK(talk->turns[0].text == "Dear Maria,\n\nnote: it is on its way.\nA line more");

    const auto prose = read_example("Level A: the phone got hot.", Channel::case_, arena);
    REQUIRE(prose);
    CHECK(prose->turns[0].text == "Level A: the phone got hot.");
}

TEST_CASE("what is wrong in an example is told with its line") {
    struct {
        const char* text;
        Channel channel;
        const char* error;
    } const cases[] = {
        {"agnet: Jamie\nA: Hi", Channel::chat, "line 1: unknown key 'agnet' (agent?)"},
        {"agnet: Jamie\nDear you", Channel::email, "line 1: unknown key 'agnet' (agent?)"},
        {"agent:\nA: Hi", Channel::chat, "line 1: 'agent' is empty"},
        {"language: en\nchannel: chta\nA: Hi", Channel::chat, "line 2: unknown channel 'chta' (chat?)"},
        {"ended_by: agnet\nA: Hi", Channel::chat, "line 1: unknown end 'agnet' (agent?)"},
        {"A: Hi\nS(hodl): wait", Channel::chat, "line 2: unknown event 'hodl' (hold?)"},
        {"[12.0] hello", Channel::inbound, "line 1: no speaker after the time: A, C, S or B"},
        {"[12.0-11] A: hello", Channel::inbound, "line 1: '[12.0-11]' is no time; as in [12.0] or [12.0-15.5]"},
        {"Hello", Channel::chat, "line 1: no speaker; a turn begins with A:, C:, S: or B:"},
        {"agent: Jamie", Channel::chat, "line 1: nobody says anything"},
        {"", Channel::email, "nobody says anything"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        Arena arena;
        const auto talk = read_example(c.text, c.channel, arena);
        REQUIRE_FALSE(talk);
        CHECK(talk.error().text() == c.error);
    }
}

TEST_CASE("what only looks like a prefix goes on with the turn") {
    Arena arena;
    const auto talk = read_example("C: It says\n[noise] what?\nD: drive is full\nAlso (hold): that\n", Channel::chat, arena);
    REQUIRE(talk);
    REQUIRE(talk->turns.size() == 1);
    CHECK(talk->turns[0].text == "It says\n[noise] what?\nD: drive is full\nAlso (hold): that");
}
