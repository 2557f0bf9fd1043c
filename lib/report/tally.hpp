#pragma once

#include "model/standard.hpp"
#include "report/collector.hpp"
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace motaudit {

// What the conversations of one agent, team or day amount to.
struct Group {
    std::uint64_t conversations = 0, failed = 0, fatal = 0, markdowns = 0, scored = 0;
    std::int64_t score_tenths = 0;

    double mean_score() const { return scored == 0 ? 0 : static_cast<double>(score_tenths) / 10 / static_cast<double>(scored); }
    double markdowns_each() const {
        return conversations == 0 ? 0 : static_cast<double>(markdowns) / static_cast<double>(conversations);
    }
};

// A parameter that was marked down.
struct MarkedParameter {
    const Parameter* parameter = nullptr;
    std::size_t number = 0; // in the order in which they were met, from 1
    std::uint64_t markdowns = 0;
    bool same_title = true; // its rows for different channels have one
};

// Conversations counted for a report's charts, in the order of their names.
struct Tally {
    std::array<std::uint64_t, 10> scores = {}; // 0 up to 10, 10 up to 20, … 90 to 100
    std::map<std::string, Group> agents = {}, teams = {}, days = {};
    std::map<std::string, std::uint64_t> sections = {}; // markdowns
    std::map<std::string, MarkedParameter> parameters = {};
    std::array<bool, channel_names.size()> channels = {}; // those that occur

    void add(const CardFacts& facts);
};

// "Jamie (a-17)", or what of it there is.
std::string agent_label(const CardFacts& facts);

} // namespace motaudit
