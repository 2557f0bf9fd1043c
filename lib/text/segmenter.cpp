#include "text/segmenter.hpp"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace motaudit {

struct Segmenter::Breaker {
    UBreakIterator* words = nullptr;
    UText* text = nullptr;

    Breaker() {
        UErrorCode status = U_ZERO_ERROR;
        words = ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status);
    }
    ~Breaker() {
        if (words != nullptr) ubrk_close(words);
        if (text != nullptr) utext_close(text);
    }
    Breaker(const Breaker&) = delete;
    Breaker& operator=(const Breaker&) = delete;

    bool open(std::string_view run) {
        UErrorCode status = U_ZERO_ERROR;
        text = utext_openUTF8(text, run.data(), static_cast<std::int64_t>(run.size()), &status);
        if (words != nullptr) ubrk_setUText(words, text, &status);
        return words != nullptr && U_SUCCESS(status);
    }
};

Segmenter::Segmenter() = default;
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

void Segmenter::open(std::string_view run, std::size_t at) {
    begins_.clear();
    next_ = 0;
    if (!breaker_) breaker_ = std::make_unique<Breaker>();
    if (!breaker_->open(run)) return;
    for (auto i = ubrk_first(breaker_->words); i != UBRK_DONE; i = ubrk_next(breaker_->words))
        begins_.push_back(at + static_cast<std::size_t>(i));
}

bool Segmenter::begins_word(std::size_t at) {
    if (begins_.empty()) return true;
    while (next_ < begins_.size() && begins_[next_] < at) ++next_;
    return next_ < begins_.size() && begins_[next_] == at;
}

} // namespace motaudit
