#include "audit/auditor.hpp"
#include "support/judge.hpp"

#include <fmt/format.h>

using namespace motaudit;

namespace {

// What a whole audit says of name.usage; nothing of the reason.
Finding audited(std::string_view text, Channel channel) {
    Arena arena;
    const auto talk = read_example(text, channel, arena);
    REQUIRE(talk);
    const Standard* const standards[] = {&test::oppo_hq()};
    const Bar bar;
    Auditor auditor(standards, bar, true);
    const auto* card = auditor.judge(*talk);
    REQUIRE(card);
    for (const auto& one : card->all())
        if (one.parameter->id == "name.usage") return one.finding;
    FAIL("name.usage is not judged");
    return {};
}

} // namespace

TEST_CASE("names of the world are heard where the customer is addressed by them twice") {
    struct {
        const char* customer;
        const char* first;
        const char* second;
    } const cases[] = {
        {"Will Turner", "Hi Will, how may I help you?", "Thank you, Will."},
        {"Grace Lim", "Hello Grace, how may I help?", "It is done, Grace."},
        {"May Chen", "Hi May! How may I help?", "Okay May, all set."},
        {"Mark Hill", "Good morning, Mark. How can I help?", "There we go, Mark."},
        {"Sean O'Brien", "Hi Mr. O'Brien, how may I help?", "Thank you, Mr O\u2019Brien."},
        {"Ana Garc\u00EDa-M\u00E1rquez", "Hello Ms. Garc\u00EDa-M\u00E1rquez, how may I help?", "Thank you, Ms Garcia-Marquez."},
        {"Nguy\u1EC5n V\u0103n An", "Hi Mr Nguy\u1EC5n, how may I help?", "Thank you, Mr. Nguyen."},
        {"\u738B\u4F1F", "Hello \u738B\u4F1F, how may I help?", "Thank you, \u738B\u4F1F."},
        {"Marco Rossi", "Good evening, Mr. Rossi. How may I help?", "It is done, Mr Rossi."},
        {"Siti Nurhaliza", "Hi Ms Siti Nurhaliza, how may I help?", "Thank you, Ms Siti."},
        {"Siti Nurhaliza", "Hi Puan Siti, how may I help?", "Thank you, Siti."},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.customer));
        const auto text = fmt::format("customer: {}\nA: {}\nC: my phone is slow\nA: Please restart it.\nC: ok\nA: {}\nC: bye",
                                      c.customer, c.first, c.second);
        CHECK(audited(text, Channel::chat).verdict == Verdict::yes);
        // The introduction stands in for the file.
        const auto said =
            fmt::format("C: Hello, my name is {}. My phone is slow.\nA: {}\nC: ok\nA: {}\nC: bye", c.customer, c.first, c.second);
        CHECK(audited(said, Channel::chat).verdict == Verdict::yes);
    }
}

TEST_CASE("in a recogniser's small letters names are heard too, and words that are names are not") {
    struct {
        const char* customer;
        const char* first;
        const char* second;
        Verdict verdict;
    } const cases[] = {
        {"Will Turner", "okay will let me see", "thank you will", Verdict::yes},
        {"Grace Lim", "thanks grace one moment", "have a good day grace", Verdict::yes},
        {"Marco Rossi", "good evening mister rossi", "thank you mister rossi", Verdict::yes},
        {"Siti Nurhaliza", "hi miss siti how may i help", "thank you siti", Verdict::yes},
        {"Sean O'Brien", "hello mister o'brien", "thank you mister o'brien", Verdict::yes},
        {"Will Turner", "that will be all", "it will work now", Verdict::no},
        {"May Chen", "may i have the number please", "it may take a day", Verdict::no},
        {"Mark Hill", "please mark the box", "mark it as read", Verdict::no},
        {"Grace Lim", "there is a grace period of a week", "a grace period applies", Verdict::no},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.customer));
        CAPTURE(std::string(c.first));
        const auto text = fmt::format("customer: {}\nA: {}\nC: my phone is slow\nA: {}\nC: bye", c.customer, c.first, c.second);
        CHECK(audited(text, Channel::inbound).verdict == c.verdict);
    }
}

TEST_CASE("where names were taken out of the text, their use cannot be seen here") {
    for (const std::string_view name : {"[NAME]", "{{NAME}}", "@customer1", "[PERSON_NAME]", "<NAME>", "XXXX"}) {
        CAPTURE(std::string(name));
        for (const bool on_file : {true, false}) {
            CAPTURE(on_file);
            const auto text = fmt::format("{}A: Hi {}, how may I help you?\nC: my phone is slow\nA: Please restart it, {}.\nC: ok",
                                          on_file ? fmt::format("customer: {}\n", name) : "", name, name);
            const auto finding = audited(text, Channel::chat);
            CHECK(finding.verdict == Verdict::na);
            CHECK(finding.not_judged == NotJudged::not_visible);
        }
    }
}
