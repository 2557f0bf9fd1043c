#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace motaudit {

// Where words begin in a run of ideographs, which has no spaces: by ICU's dictionary. One per thread.
class Segmenter {
public:
    Segmenter();
    ~Segmenter();
    Segmenter(Segmenter&&) noexcept;
    Segmenter& operator=(Segmenter&&) noexcept;

    // Breaks a run that stands at `at` of its text. Without ICU's dictionary each ideograph begins a word.
    void open(std::string_view run, std::size_t at);

    // Whether a word begins at that byte of the text; asked in ascending order.
    bool begins_word(std::size_t at);

private:
    struct Breaker;
    std::unique_ptr<Breaker> breaker_; // made on first use: most texts have no ideographs
    std::vector<std::size_t> begins_ = {};
    std::size_t next_ = 0;
};

} // namespace motaudit
