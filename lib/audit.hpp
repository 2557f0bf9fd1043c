#pragma once

#include "audit/listing.hpp"
#include "gate/gate.hpp"
#include "intake/reader.hpp"
#include "model/standard.hpp"
#include "model/summary.hpp"
#include "report/reporter.hpp"
#include "score/score.hpp"
#include <atomic>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The front door: files and a standard in, a report out, in the input's order, on all cores. It opens files; it does not
// print, and it writes only through the functions that it is given.

namespace motaudit {

struct AuditOptions {
    ReadOptions read = {};
    ReportStyle style = {};
    Bar bar = {};
    const Gate* gate = nullptr; // what is let pass the bar; null = nothing
    unsigned threads = 1;
    std::vector<const Standard*> standards = {}; // the first that has the conversation's channel judges it
    std::atomic<bool>* stop = nullptr;           // set from outside: end early
};

// Where a run's results go. Calls come one at a time, in the input's order.
struct AuditOutput {
    std::function<bool(std::string_view)> write = {};    // report bytes; false = could not be written: the run ends
    std::function<bool(std::string_view)> baseline = {}; // the same for lines of a new baseline; may be empty
    std::function<void(const Error&)> problem = {};      // an unreadable record or file
    std::function<void(const Error&)> hint = {};         // worth telling
    std::function<void(std::string_view path, const Reader&)> opened = {}; // what a file is read as; may be empty
    std::function<void(std::string_view path)> passed_over =
        {}; // an archive's member that by its name is no conversation; may be empty
    std::function<void(std::uint64_t bytes, std::uint64_t conversations)> progress = {}; // so far; may be empty
};

// Judges every file in order ("-" = standard input) and writes the report. What could not be listed counts as unreadable.
Summary audit(const Listing& input, const Reporter& reporter, const AuditOptions& options, const AuditOutput& output);

} // namespace motaudit
