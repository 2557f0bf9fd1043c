#pragma once

#include "gate/selection.hpp"
#include "model/scorecard.hpp"
#include <atomic>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// A markdown that somebody answers for: it shows, and does not count against the bar.
struct Suppression {
    std::string parameter = {}; // as written
    ParameterIds ids = {};
    std::string conversation = {}, path = {}; // patterns; empty = any
    std::string reason = {}, owner = {}, until = {};
    std::string why = {}; // the three for a report: "by Ann until 2026-12-31: new wording comes with the relaunch"
    std::size_t line = 0;
    bool expired = false;
    // Set by any thread while it judges.
    mutable std::atomic<bool> covers_one = false, used = false;

    bool covers(const Conversation& talk) const;
};

// A file of suppressions (TOML, see motaudit(1)).
struct Suppressions {
    std::string path = {};
    std::deque<Suppression> all = {};

    // The first in force for a markdown; null = none. Notes what it covers.
    const Suppression* find(const Conversation& talk, std::string_view parameter) const;
    void cover(const Conversation& talk) const;
};

// Null with errors where anything is wrong in it. `today` ("2026-11-22") decides what has expired, and may be empty where no end
// date is set. The last day of a suppression is within it.
std::vector<Error> parse_suppressions(std::string_view text, std::span<const Standard* const> standards, std::string_view today,
                                      Suppressions& to);

// "2026-11-22", a day that there is?
bool is_day(std::string_view text);

} // namespace motaudit
