#pragma once

#include "model/conversation.hpp"
#include "model/scorecard.hpp"
#include "report/evidence.hpp"
#include <cstdint>
#include <string>
#include <vector>

// What several formats tell a person in the same words; texts from outside are visible() in them.
namespace motaudit {

// "5 points", "fatal, 3.8 points".
std::string worth_of(const Judgement& judged);

// "exports/w47.jsonl, record 412"
std::string source_of(const Conversation& talk);

// A conversation's id, or its source where it has none.
std::string name_of(const Conversation& talk);

// "known since 2026-11-01": why a markdown does not count against the bar; empty where it does.
std::string waived_of(const Judgement& judged);

// "turn 8 of 24, agent Jamie, exports/w47.txt:112:9"; turns count from 1 for people. Empty where the evidence names no turn.
std::string where_of(const Evidence& seen, const Conversation& talk, PlaceFinder& places);

// The nearest things said, but for those that the evidence shows anyway.
std::vector<Evidence> beside(const Finding& finding);

// "one; two"
std::string joined(const std::vector<std::string>& texts);

std::size_t count_markdowns(const ScoreCard& card);

// Whole per cent; neither 0 nor 100 unless it is exactly that.
std::uint64_t percent(std::uint64_t part, std::uint64_t whole);

} // namespace motaudit
