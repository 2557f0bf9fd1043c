#pragma once

#include "base/result.hpp"
#include "model/scorecard.hpp"
#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// A markdown that was there when the baseline was written. It is known again by its conversation's id, its parameter and the words
// that it rests on, wherever they stand: other findings may come and go, and lines may move.
struct KnownMarkdown {
    std::string parameter = {};
    std::vector<std::uint64_t> words = {};   // a hash of each piece of evidence, sorted; one of nothing where there is none
    std::string since = {};                  // a day; may be empty
    std::string why = {};                    // "since 2026-11-22"
    mutable std::atomic<bool> found = false; // set by any thread while it judges
};

// What a markdown rests on, as hashes; spaces and line ends count as one space.
std::vector<std::uint64_t> words_of(const Finding& finding, const Conversation& talk);

class Baseline {
public:
    static Result<Baseline> parse(std::string_view text, const std::string& path);

    // Of one conversation.
    struct Talk {
        std::deque<KnownMarkdown> markdowns = {};
        mutable std::atomic<bool> judged = false;
    };
    const Talk* find(std::string_view id) const;

    // Those of conversations judged since that were not found again, in order of ids.
    void gone(const std::function<void(std::string_view id, const KnownMarkdown&)>& tell) const;

private:
    std::map<std::string, Talk, std::less<>> talks_ = {};
};

// The known markdown that holds all of these words; null = it is new, or has grown. What shares any of them counts as found.
const KnownMarkdown* known_in(const Baseline::Talk& talk, std::string_view parameter, const std::vector<std::uint64_t>& words);

// A baseline as it is written: a line that says what it is, then a line for each markdown.
std::string baseline_head();
void append_markdown(std::string_view id, std::string_view parameter, const std::vector<std::uint64_t>& words,
                     std::string_view since, std::string& out);

} // namespace motaudit
