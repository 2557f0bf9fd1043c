#pragma once

#include "base/result.hpp"
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace motaudit {

struct ScoreCard;

// What a run amounts to. Summaries of parts add up, in any order, to the summary of the whole.
struct Summary {
    // judged + skipped + unreadable = read, in conversations; a file that cannot be opened counts as one.
    std::uint64_t read = 0, judged = 0, skipped = 0, unreadable = 0;
    std::uint64_t passed = 0, failed = 0; // of the judged
    std::uint64_t scored = 0;             // of the judged: those with a score
    std::int64_t score_tenths = 0;        // sum of the scores, in tenths of a point
    std::uint64_t fatal = 0;              // conversations with a fatal markdown
    struct Tally {
        std::uint64_t yes = 0, no = 0, not_applicable = 0, not_visible = 0, needs_person = 0;
    };
    std::map<std::string, Tally> parameters = {};        // by id
    std::map<std::string, std::uint64_t> skips = {};     // why, and how many
    std::map<std::string, std::uint64_t> standards = {}; // "oppo-hq 1.0 sha256:…" → conversations judged by it

    void add(const ScoreCard& card);
    void add(const Summary& part);
};

} // namespace motaudit
