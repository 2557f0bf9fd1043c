// Google: Speech-to-Text with numbered speakers; CCAI Insights conversations, as they are imported and as its API returns them.

#include "intake/exports/exports.hpp"
#include "intake/exports/words.hpp"

namespace motaudit::exports {

// The last result holds all words once more, with their speakers, where speakers were asked for.
void read_google_speech(Json value, Export& to) {
    Draft draft(to);
    draft.is_recognised = true;
    Json last_tagged;
    value["results"].each([&](Json result) {
        const auto word = result["alternatives"].first()["words"].first();
        const auto tag = word["speakerTag"].number();
        if ((tag && *tag > 0) || word["speakerLabel"]) last_tagged = result;
    });
    Words words(draft, 2);
    const auto add = [&](Json result) {
        const auto best = result["alternatives"].first();
        const auto channel = result["channelTag"].label(to.arena);
        bool any = false;
        best["words"].each([&](Json word) {
            any = true;
            const auto tag = word["speakerLabel"] ? word["speakerLabel"] : word["speakerTag"];
            const auto label = last_tagged ? tag.label(to.arena) : channel;
            const auto start = word["startTime"] ? word["startTime"] : word["startOffset"];
            const auto end = word["endTime"] ? word["endTime"] : word["endOffset"];
            words.add(label, word["word"].text(), duration_of(start.text()), duration_of(end.text()));
        });
        words.flush();
        if (!any) draft.say({.label = channel, .text = best["transcript"].text()});
    };
    if (last_tagged)
        add(last_tagged);
    else
        value["results"].each(add);
    draft.finish();
}

void read_insights(Json value, Export& to) {
    Draft draft(to);
    draft.by_clock = true;
    draft.unless_told = Channel::chat;
    const auto segments = value["transcript"]["transcriptSegments"];
    if (segments) {
        const auto name = value["name"].text();
        draft.id = name.substr(name.rfind('/') + 1); // npos + 1 = 0
        draft.language = value["languageCode"].text();
        draft.began_text = value["startTime"].text();
        draft.began = instant_of(draft.began_text);
        const auto medium = value["medium"].text();
        if (medium == "PHONE_CALL") draft.unless_told.reset();
    }
    segments.each([&](Json one) {
        const auto who = one["segmentParticipant"];
        Utterance said{.text = one["text"].text(), .start = instant_of(one["messageTime"].text())};
        said.speaker = role_word(who["role"].text());
        if (said.speaker == Speaker::unknown) said.label = who["role"] ? who["role"].text() : one["channelTag"].label(to.arena);
        if (const auto offset = duration_of(one["words"].first()["startOffset"].text()); !said.start && offset)
            said.start = draft.began.value_or(0) + *offset;
        draft.say(said);
    });
    value["entries"].each([&](Json one) {
        const auto time = one["start_timestamp_usec"] ? one["start_timestamp_usec"] : one["startTimestampUsec"];
        Utterance said{.text = one["text"].text(), .start = time.number_over(1e6)};
        said.speaker = role_word(one["role"].text());
        if (said.speaker == Speaker::unknown) said.label = one["role"] ? one["role"].text() : one["user_id"].label(to.arena);
        draft.say(said);
    });
    draft.finish();
}

} // namespace motaudit::exports
