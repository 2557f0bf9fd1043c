#include "query/concern.hpp"

#include "check/table.hpp"
#include "standard/load.hpp"
#include <doctest/doctest.h>

using namespace motaudit;

namespace {

const Standard& standard() {
    static const auto loaded = load_standard("oppo-hq", built_in_files(), {.checks = checks::all(), .roles = role_names});
    REQUIRE(loaded.standard);
    return *loaded.standard;
}

Concern concern_in(std::string_view text) {
    Conversation conversation;
    conversation.turns.push_back({.speaker = Speaker::customer, .text = text});
    static Talk talk(standard());
    talk.open(conversation, true);
    return concern_of(talk);
}

} // namespace

TEST_CASE("what happened to the customer is told from what is only asked, denied or imagined") {
    struct {
        const char* text;
        bool stated, problem;
    } const cases[] = {
        {"my tablet wont turn on", true, true},
        {"The parcel has not arrived and nobody answers.", true, true},
        {"i got charged twice for one case", true, true},
        {"cannot log in to my account", true, true},
        {"My luggage is missing", true, true},
        {"It has no damage, I only want to sell it.", true, false},
        {"Is it covered if I drop it?", true, false},
        {"I don't need it booked any more, can you give me the address", true, false},
        {"What is the difference between the two models?", true, false},
        {"hi", false, false},
        {"Hello, how are you?", false, false},
        {"", false, false},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto concern = concern_in(c.text);
        CHECK(concern.stated == c.stated);
        CHECK(concern.problem == c.problem);
    }
}

TEST_CASE("a wrong number and another maker's product are no concern of the brand's") {
    for (const auto* text : {"Sorry, wrong number.", "Is this Samsung support?", "oh I dialled the wrong number"}) {
        CAPTURE(text);
        CHECK(concern_in(text).elsewhere);
    }
    CHECK_FALSE(concern_in("I moved my photos over from a Samsung and now they are gone").elsewhere);
}
