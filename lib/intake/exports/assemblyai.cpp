// AssemblyAI: utterances are null unless speakers or channels were asked for.

#include "intake/exports/exports.hpp"

namespace motaudit::exports {

void read_assemblyai(Json value, Export& to) {
    Draft draft(to);
    draft.id = value["id"].text();
    draft.language = value["language_code"].text();
    draft.is_recognised = true;
    if (value["status"].text() == "error") return to.refuse("the service failed to transcribe it");
    value["utterances"].each([&](Json one) {
        draft.say({.label = one["speaker"].label(to.arena),
                   .text = one["text"].text(),
                   .start = one["start"].number_over(1000),
                   .end = one["end"].number_over(1000)});
    });
    if (draft.empty()) draft.say({.text = value["text"].text()});
    draft.finish();
}

} // namespace motaudit::exports
