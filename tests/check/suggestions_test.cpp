#include "support/judge.hpp"

using namespace motaudit;

namespace {

// What is suggested first for the agent's first misspelling.
std::string first_suggestion(std::string_view text) {
    const auto finding = test::judged("writing.spelling", text, Channel::chat);
    REQUIRE_FALSE(finding.evidence.empty());
    return finding.evidence.front().note.substr(0, finding.evidence.front().note.find(','));
}

} // namespace

TEST_CASE("words of the conversation are suggested first where one small slip leads from them to what was typed") {
    struct {
        const char* text;
        const char* first;
    } const cases[] = {
        {"C: My Zenfone is slow.\nA: Is the zenfon updated?", "Zenfone"},
        {"C: my Flurble speaker is dead\nA: Please restart the flurbl now.", "Flurble"},
        {"C: there was a scene at the shop\nA: The scren will be replaced.", "screen"}, // two slips away
        {"C: it is on the way\nA: I recieved it.", "received"},
        {"C: I adressed it twice.\nA: We need the adress again.", "address"}, // the customer's slip is no word
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.text));
        CHECK(first_suggestion(c.text) == c.first);
    }
}
