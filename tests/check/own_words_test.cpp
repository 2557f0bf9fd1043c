#include "check/table.hpp"
#include "query/roles.hpp"
#include "query/talk.hpp"
#include "standard/load.hpp"
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace motaudit;

namespace {

const Standard& standard() {
    static const auto loaded = load_standard("oppo-hq", built_in_files(), {.checks = checks::all(), .roles = role_names});
    REQUIRE(loaded.standard);
    return *loaded.standard;
}

Finding judge(std::string_view id, std::string_view customer, std::string_view agent) {
    Conversation conversation;
    conversation.turns.push_back({.speaker = Speaker::customer, .text = customer});
    conversation.turns.push_back({.speaker = Speaker::agent, .text = agent});
    Talk talk(standard());
    talk.open(conversation, true);
    const auto parameter = std::ranges::find(standard().parameters, id, &Parameter::id);
    REQUIRE(parameter != standard().parameters.end());
    Finding finding;
    parameter->check->judge(talk, *parameter, finding);
    return finding;
}

} // namespace

TEST_CASE("a summing-up is told from requests, read-back items and steps") {
    const auto* said = "my a78 restarts five times a day since the update on friday and i lose my work";
    struct {
        const char* agent;
        Verdict verdict;
    } const cases[] = {
        {"So it restarts five times a day after Friday's update?", Verdict::yes},
        {"To recap, the A78 switches itself off and on since you updated it.", Verdict::yes},
        {"Your phone reboots since the update and your work is gone, correct?", Verdict::yes},
        {"Let me confirm your email address.", Verdict::no},
        {"Just to confirm, your number is 0400 555 010?", Verdict::no},
        {"Have you tried to restart the phone after the update?", Verdict::no},
        {"Thank you for telling us about the restart.", Verdict::no},
        {"If I understand correctly?", Verdict::no},
    };
    for (const auto& c : cases) {
        CAPTURE(c.agent);
        CHECK(judge("paraphrase.used", said, c.agent).verdict == c.verdict);
    }
}

TEST_CASE("words that change sides do not make a repetition the agent's own") {
    const auto* said = "My Reno11 F has been at your Chatswood service centre for 16 days and nobody tells me anything.";
    CHECK(judge("paraphrase.not_repeat", said,
                "So your Reno11 F has been at our Chatswood service centre for 16 days and nobody tells you anything, correct?")
              .verdict == Verdict::no);
    CHECK(judge("paraphrase.not_repeat", said,
                "So our service centre has had your Reno11 F for 16 days now, and you have not heard a word, correct?")
              .verdict == Verdict::yes);
}

TEST_CASE("a dangerous incident that is not passed on is fatal, a loan phone is not") {
    const auto fire = judge("escalation.raised", "My charger caught fire.", "Use another one.");
    CHECK(fire.verdict == Verdict::no);
    CHECK(fire.fatal);
    CHECK(fire.reason.find("safety") != std::string::npos);
    const auto loan = judge("escalation.raised", "Can I get a loan phone?", "We have none.");
    CHECK(loan.verdict == Verdict::no);
    CHECK_FALSE(loan.fatal);
}
