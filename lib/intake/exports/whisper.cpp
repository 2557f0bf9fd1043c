// Whisper gives segments without speakers, whisperX with them.

#include "intake/exports/exports.hpp"

namespace motaudit::exports {

void read_whisper(Json value, Export& to) {
    Draft draft(to);
    draft.language = value["language"].text();
    draft.is_recognised = true;
    value["segments"].each([&](Json one) {
        draft.say({.label = one["speaker"].label(to.arena),
                   .text = one["text"].text(),
                   .start = one["start"].number(),
                   .end = one["end"].number()});
    });
    if (draft.empty()) draft.say({.text = value["text"].text()});
    draft.finish();
}

} // namespace motaudit::exports
