// Any bytes as what an agent writes in a chat: every parameter of the built-in standard gets a verdict, and evidence lies
// inside its turn.
#include "check/table.hpp"
#include "query/talk.hpp"
#include "standard/load.hpp"
#include <cstdint>
#include <cstdlib>

using namespace motaudit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Loaded loaded = load_standard("oppo-hq", built_in_files(), {.checks = checks::all(), .roles = role_names});
    static Talk talk(*loaded.standard);
    Conversation conversation;
    conversation.channel = size % 2 == 0 ? Channel::chat : Channel::email;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    conversation.turns.push_back({.speaker = Speaker::customer, .text = text.substr(0, size / 2)});
    conversation.turns.push_back({.speaker = Speaker::agent, .text = text.substr(size / 2)});
    talk.open(conversation, true);
    for (const auto& parameter : loaded.standard->parameters) {
        if (parameter.by_person || !parameter.applies_to(conversation.channel)) continue;
        Finding finding;
        parameter.check->judge(talk, parameter, finding);
        for (const auto* places : {&finding.evidence, &finding.near, &finding.listed})
            for (const auto& place : *places)
                if (place.turn >= conversation.turns.size() || place.span.begin > place.span.end ||
                    place.span.end > conversation.turns[place.turn].text.size())
                    std::abort();
    }
    return 0;
}
