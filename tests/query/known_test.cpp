#include "query/known.hpp"

#include "support/judge.hpp"
#include <doctest/doctest.h>

using namespace motaudit;
using test::Heard;

namespace {

// The items that the customer gave, or that are on file, before the end.
std::string given_in(std::string_view text, Channel channel = Channel::chat) {
    const Heard heard(text, channel);
    const auto& known = known_items(heard.talk);
    std::string out;
    for (std::size_t i = 0; i < item_names.size(); ++i) {
        if (!known.given_before(static_cast<Item>(i), heard.talk.turn_count(), 0)) continue;
        if (!out.empty()) out += " ";
        out += item_names[i];
    }
    return out;
}

} // namespace

TEST_CASE("what the customer gives is told by its form, its words, or the question before it") {
    struct {
        const char* talk;
        const char* given;
    } const cases[] = {
        {"C: call me on 0412 555 019", "phone"},
        {"C: +61 4 5550 0132", "phone"},
        {"C: oh four one two five five five oh one nine eight", "phone"},
        {"C: its eight six one two three four oh five oh oh one two three four seven", "imei"},
        {"C: 861234050012345", "imei"},
        {"C: write to a.b@example.com", "email"},
        {"C: my mail is ben at example dot com", "email"},
        {"C: my A78 keeps dropping the wifi", "model"},
        {"C: i have a find x five pro", "model"},
        {"C: the reno eight t is pink", "model"},
        {"C: i have a galaxy s22", "model"},
        {"C: Repair number RP-20933817", "order"},
        {"A: order number?\nC: s g five five oh two seven one", "order"},
        {"A: May I have your booking reference?\nC: 4471902", "order"},
        {"A: Which city are you in?\nC: Nakuru", "location"},
        {"A: When did you buy it?\nC: february last year", "date"},
        {"C: I bought it in March", "date"},
        {"C: it runs Android 13", "os_version"},
        {"known.phone: 0412 555 019\nC: hello", "phone"},
        // Near misses.
        {"C: my reno is slow", ""},
        {"C: it costs 1,299 dollars", ""},
        {"C: the battery drops from 100 to 20", ""},
        {"C: it came on 12-11-2026", ""},
        {"A: What is your IMEI?\nC: why do you need that?", ""},
        {"A: Which city are you in?\nC: why?", ""},
        {"A: Our number is 0800 555 010.\nC: ok", ""},
        {"C: one or two times", ""},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.talk));
        CHECK(given_in(c.talk) == c.given);
    }
}
