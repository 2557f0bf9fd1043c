#pragma once

#include "model/scorecard.hpp"
#include "model/standard.hpp"
#include "model/summary.hpp"
#include "report/collector.hpp"
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// How a report is to look. Nothing here changes a verdict.
struct ReportStyle {
    bool brief = false;                          // scorecards without evidence
    bool colour = false;                         // ANSI colours
    unsigned width = 80;                         // columns, for text
    bool show_passed = true;                     // text: also a line for conversations without a markdown
    bool redact = false;                         // agents and customers by tokens, addresses and numbers hidden
    const ScoreCard* judged = nullptr;           // of a redacted card: the one that was judged, whose evidence counts in the source
    std::string version = {};                    // the program's
    std::vector<const Standard*> standards = {}; // those that may judge, for reports that list their rows
    // The record that is told, as it stood in its file, and the line on which it begins there: for columns in characters. Empty =
    // not at hand.
    std::string_view record = {};
    std::uint64_t record_line = 1;
};

// One report format. `begin`, then `card` for each conversation with `between` in between, then `end`; each appends to `out`.
// `card` may run on any thread.
struct Reporter {
    std::string_view name = {};    // for --format
    std::string_view summary = {}; // one line for help and manual
    std::string_view between = {};
    bool passed_on = false;    // a file made to be passed on: redacted unless asked for otherwise
    bool tells_counts = false; // the report itself says judged + skipped + unreadable = read; else stderr does
    void (*begin)(const ReportStyle& style, std::string& out) = nullptr; // null = nothing to say
    void (*card)(const ScoreCard& card, const ReportStyle& style, std::string& out) = nullptr;
    void (*end)(const Summary& summary, const ReportStyle& style, std::string& out) = nullptr;
    bool summary_first = false; // `end` is written before the cards, which wait in a temporary file
    // A report in sections: none holds more than so many verdicts (0 = all in one). `begin` opens the first and `end` closes the
    // last; `turn` closes one and opens section `number`, from 2.
    std::uint64_t most_verdicts = 0;
    void (*turn)(const ReportStyle& style, std::uint64_t number, std::string& out) = nullptr;
    // Instead of these, for a report that has to see all conversations before it can be written.
    std::unique_ptr<Collector> (*collect)(const ReportStyle& style) = nullptr;
    // Instead of all these, for what is passed on and not judged: each conversation as it was read.
    void (*talk)(const Conversation& talk, std::string& out) = nullptr;
};

namespace reporters {
std::span<const Reporter> all();
const Reporter* find(std::string_view name);

// Conversations in the canonical form; it is no report, and not among them.
extern const Reporter canonical;
} // namespace reporters

} // namespace motaudit
