// Azure speech: batch transcription (recognizedPhrases) and fast transcription (phrases), and the conversations that Azure
// Language takes. Voices are channels where there are several, else speakers.

#include "intake/exports/exports.hpp"

namespace motaudit::exports {
namespace {

// Ticks are 100 nanoseconds.
std::optional<double> time_of(Json phrase, const char* ticks, const char* milliseconds, const char* iso) {
    if (const auto value = phrase[ticks].number_over(1e7)) return value;
    if (const auto value = phrase[milliseconds].number_over(1000)) return value;
    return duration_of(phrase[iso].text());
}

} // namespace

void read_azure(Json value, Export& to) {
    Draft draft(to);
    draft.is_recognised = true;
    const auto phrases = value["recognizedPhrases"] ? value["recognizedPhrases"] : value["phrases"];
    std::string_view channel;
    bool by_channel = false, by_speaker = false;
    phrases.each([&](Json one) {
        const auto this_one = one["channel"].label(to.arena);
        by_channel = by_channel || (!channel.empty() && !this_one.empty() && this_one != channel);
        by_speaker = by_speaker || one["speaker"];
        if (channel.empty()) channel = this_one;
    });
    phrases.each([&](Json one) {
        const auto best = one["nBest"].first();
        const auto start = time_of(one, "offsetInTicks", "offsetMilliseconds", "offset");
        const auto length = time_of(one, "durationInTicks", "durationMilliseconds", "duration");
        draft.say({.label = by_channel   ? one["channel"].label(to.arena)
                            : by_speaker ? one["speaker"].label(to.arena)
                                         : std::string_view{},
                   .text = best ? best["display"].text() : one["text"].text(),
                   .start = start,
                   .end = start && length ? std::optional(*start + *length) : std::nullopt});
    });
    if (draft.empty()) {
        const auto whole = value["combinedRecognizedPhrases"] ? value["combinedRecognizedPhrases"] : value["combinedPhrases"];
        whole.each([&](Json one) { draft.say({.text = one[one["display"] ? "display" : "text"].text()}); });
    }
    draft.finish();
}

void read_azure_language(Json value, Export& to) {
    const auto holder = value["analysisInput"] ? value["analysisInput"] : value;
    holder["conversations"].each([&](Json talk) {
        Draft draft(to);
        draft.id = talk["id"].label(to.arena);
        draft.language = talk["language"].text();
        if (talk["modality"].text() != "transcript") draft.channel = Channel::chat;
        talk["conversationItems"].each([&](Json one) {
            Utterance said{.text = one["text"].text()};
            const auto who = one["participantId"].label(to.arena);
            said.speaker = role_word(one["role"].text());
            if (said.speaker == Speaker::unknown) said.speaker = role_word(who);
            if (said.speaker == Speaker::unknown) said.label = who;
            draft.say(said);
        });
        draft.finish();
    });
}

} // namespace motaudit::exports
