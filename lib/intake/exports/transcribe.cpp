// Amazon Transcribe: a flat list of words and marks. Who says a word stands with the word, in a list of a channel's words, or, of
// older jobs, in a list of segments that shares only the time.

#include "intake/exports/exports.hpp"
#include "intake/exports/words.hpp"
#include <unordered_map>

namespace motaudit::exports {
namespace {

void add(Words& words, std::string_view label, Json item) {
    const auto word = item["alternatives"].first()["content"].text();
    words.add(label, word, item["start_time"].number(), item["end_time"].number());
}

} // namespace

void read_transcribe(Json value, Export& to) {
    Draft draft(to);
    draft.id = value["jobName"].text();
    draft.is_recognised = true;
    const auto results = value["results"];
    draft.language = results["language_code"].text();
    Words words(draft, 2);
    const auto channels = results["channel_labels"]["channels"];
    if (channels.first()["items"].first()) {
        channels.each([&](Json channel) {
            const auto label = channel["channel_label"].text();
            channel["items"].each([&](Json item) { add(words, label, item); });
            words.flush();
        });
    } else {
        std::unordered_map<std::string_view, std::string_view> by_time;
        results["speaker_labels"]["segments"].each([&](Json segment) {
            segment["items"].each([&](Json item) { by_time[item["start_time"].text()] = item["speaker_label"].text(); });
        });
        results["items"].each([&](Json item) {
            auto label = item["speaker_label"].text();
            if (label.empty()) label = item["channel_label"].text();
            if (const auto at = by_time.find(item["start_time"].text()); label.empty() && at != by_time.end()) label = at->second;
            add(words, label, item);
        });
    }
    words.flush();
    if (draft.empty()) draft.say({.text = results["transcripts"].first()["transcript"].text()});
    draft.finish();
}

} // namespace motaudit::exports
