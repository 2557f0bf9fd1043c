// Twilio Voice Intelligence: sentences by channel; times are often null, the index always tells the order.

#include "intake/exports/exports.hpp"
#include <algorithm>

namespace motaudit::exports {

void read_twilio(Json value, Export& to) {
    struct Sentence {
        double index;
        Utterance said;
    };
    Draft draft(to);
    draft.is_recognised = true;
    std::vector<Sentence> sentences;
    value["sentences"].each([&](Json one) {
        if (draft.id.empty()) draft.id = one["transcript_sid"].text();
        const auto index = one["sentence_index"].number().value_or(static_cast<double>(sentences.size()));
        sentences.push_back({index,
                             {.label = one["media_channel"].label(to.arena),
                              .text = one["transcript"].text(),
                              .start = one["start_time"].number(),
                              .end = one["end_time"].number()}});
    });
    std::ranges::stable_sort(sentences, {}, &Sentence::index);
    for (const auto& one : sentences) draft.say(one.said);
    draft.finish();
    if (value["meta"]["next_page_url"])
        to.sink.hint({std::string(to.record.path), 0, 0, "one page of several: the conversation goes on elsewhere"});
}

} // namespace motaudit::exports
