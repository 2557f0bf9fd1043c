#pragma once

#include "intake/exports/draft.hpp"
#include <string>

namespace motaudit::exports {

// Words of a recogniser, put together to what one voice says without a pause.
class Words {
public:
    Words(Draft& draft, double pause) : draft_(draft), pause_(pause) {}

    // A word without times, such as a full stop, belongs to the word before it.
    void add(std::string_view label, std::string_view word, std::optional<double> start, std::optional<double> end) {
        if (word.empty()) return;
        if (!text_.empty() && start && (label != said_.label || (said_.end && *start - *said_.end > pause_))) flush();
        if (text_.empty()) {
            said_ = {.label = label, .start = start, .end = end};
        } else if (start) {
            text_ += ' ';
        }
        text_ += word;
        if (end) said_.end = end;
    }

    void flush() {
        said_.text = draft_.arena().keep(text_);
        if (!text_.empty()) draft_.say(said_);
        text_.clear();
    }

private:
    Draft& draft_;
    double pause_;
    Utterance said_ = {};
    std::string text_ = {};
};

} // namespace motaudit::exports
