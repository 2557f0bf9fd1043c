#pragma once

#include "model/finding.hpp"
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace motaudit {

// One verdict of a scorecard that was read back.
struct ReadMark {
    std::string_view parameter = {}, clause = {}, reason = {}, advice = {};
    Verdict verdict = Verdict::na;
    NotJudged not_judged = NotJudged::none; // none for an na: the card does not say (--brief)
    std::vector<std::string_view> missing = {};
    std::string_view quote = {}; // the first words of its evidence, or else the nearest thing said
    std::optional<std::uint64_t> turn = {};
};

// A scorecard read back from a file (contract: "Scorecard"). It borrows its text from whoever reads it. Empty = not said.
struct ReadCard {
    std::string_view id = {}, channel = {}, agent = {}, agent_id = {}, customer = {}, started_at = {}, account = {}, team = {},
                     site = {}, topic = {}, language = {};
    std::string_view standard = {}, standard_version = {};
    std::string_view source = {}; // the file that the conversation was read from, and which of its records
    std::uint64_t record = 0;
    std::string_view path = {}; // of the scorecard
    std::size_t line = 0;
    std::uint64_t turns = 0;
    std::optional<double> duration = {}; // seconds
    std::optional<double> score = {};
    double judged_share = 0;
    bool passed = true;
    std::vector<std::string_view> fatal = {};
    std::vector<ReadMark> marks = {};
};

} // namespace motaudit
