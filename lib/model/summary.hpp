#pragma once

#include "base/result.hpp"
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace motaudit {

struct ScoreCard;
struct Standard;

// What a run amounts to. Summaries of parts add up, in any order, to the summary of the whole.
struct Summary {
    // judged + skipped + unreadable = read, in conversations; a file that cannot be opened counts as one.
    std::uint64_t read = 0, judged = 0, skipped = 0, unreadable = 0;
    std::uint64_t passed = 0, failed = 0; // of the judged
    std::uint64_t scored = 0;             // of the judged: those with a score
    std::int64_t score_tenths = 0;        // sum of the scores, in tenths of a point
    std::uint64_t fatal = 0;              // conversations with a fatal markdown
    std::int64_t judged_share = 0;        // sum of the shares of the weight that could be judged, in ten-thousandths
    struct Tally {
        std::uint64_t yes = 0, no = 0, not_applicable = 0, not_visible = 0, needs_person = 0;
    };
    // Of the markdowns: which count against the bar and which do not. Told where anything was waived or a baseline was given.
    struct Gate {
        bool used = false;
        std::uint64_t counted = 0, left_out = 0, suppressed = 0, known = 0;
        std::uint64_t gone = 0;                // known ones of conversations judged now that were not found again
        std::uint64_t expired = 0, unused = 0; // suppressions
    };
    Gate gate = {};
    std::map<std::string, Tally> parameters = {};        // by id
    std::map<std::string, std::uint64_t> skips = {};     // why, and how many
    std::map<std::string, std::uint64_t> standards = {}; // "oppo-hq 1.0 sha256:…" → conversations judged by it

    void add(const ScoreCard& card); // one conversation read and judged
    void add(const Summary& part);
    double mean_score() const { return scored == 0 ? 0 : static_cast<double>(score_tenths) / 10 / static_cast<double>(scored); }
    double mean_share() const { return judged == 0 ? 0 : static_cast<double>(judged_share) / 10000 / static_cast<double>(judged); }

    // Where the counts of the standard last added stand in the maps above, so that a card costs no look-ups. A copy begins
    // without it: it points into its own summary.
    struct Shortcut {
        const Standard* standard = nullptr;
        std::uint64_t* cards = nullptr;
        std::vector<Tally*> tallies = {}; // by the parameter's place in the standard; null = not met yet

        Shortcut() = default;
        Shortcut(const Shortcut&) noexcept {}
        Shortcut& operator=(const Shortcut&) noexcept {
            standard = nullptr;
            return *this;
        }
    };
    Shortcut shortcut = {};
};

} // namespace motaudit
