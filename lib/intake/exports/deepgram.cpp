// Deepgram: utterances where they were asked for, else words. Voices are channels where there are several, else speakers.

#include "intake/exports/exports.hpp"
#include "intake/exports/words.hpp"

namespace motaudit::exports {

void read_deepgram(Json value, Export& to) {
    Draft draft(to);
    draft.id = value["metadata"]["request_id"].text();
    draft.is_recognised = true;
    const auto results = value["results"];
    const auto channels = results["channels"];
    const bool by_channel = bool(channels.at(1));
    results["utterances"].each([&](Json one) {
        draft.say({.label = one[by_channel ? "channel" : "speaker"].label(to.arena),
                   .text = one["transcript"].text(),
                   .start = one["start"].number(),
                   .end = one["end"].number()});
    });
    if (draft.empty()) {
        Words words(draft, 2);
        std::int64_t number = 0;
        channels.each([&](Json channel) {
            const auto label = to.arena.keep(std::to_string(number++));
            const auto best = channel["alternatives"].first();
            bool any = false;
            best["words"].each([&](Json word) {
                any = true;
                const auto written = word["punctuated_word"] ? word["punctuated_word"] : word["word"];
                words.add(by_channel ? label : word["speaker"].label(to.arena), written.text(), word["start"].number(),
                          word["end"].number());
            });
            words.flush();
            if (!any) draft.say({.label = by_channel ? label : std::string_view{}, .text = best["transcript"].text()});
        });
    }
    draft.finish();
}

} // namespace motaudit::exports
