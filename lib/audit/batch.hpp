#pragma once

#include "audit/bytes.hpp"
#include "intake/reader.hpp"
#include "model/summary.hpp"
#include "report/collector.hpp"
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <vector>

namespace motaudit {

// A batch ends with the record that fills it, or with as many files: then it is worth a thread's while, and results do not wait
// long.
inline constexpr std::size_t batch_bytes = std::size_t{256} << 10;
inline constexpr std::size_t batch_files = 64;

// One record's bytes, in the batch's.
struct Slice {
    std::size_t begin = 0, end = 0;
    std::uint64_t number = 1; // in its file, from 1
    std::uint64_t line = 1;   // the file's line on which it begins
};

// The records of one file that are in a batch, and what is wrong with the file after them.
struct FilePart {
    std::string path = {};
    const Reader* reader = nullptr; // null: the file could not be opened or is of no known format
    std::size_t records_end = 0;    // the part's slices end here; they begin where the part before it ends
    bool begins_file = false, ends_file = false;
    std::optional<Error> trouble = {};
    bool passed_over = false; // a member that by its name is no conversation
    std::uint64_t found = 0;  // conversations, readable or not; counted by the worker
};

// What a record's reader or the judging has to say, in order.
struct Remark {
    Error error = {};
    bool is_hint = false;
    std::size_t part = 0;
};

// What a collecting report is given of a card; its fragment ends here in the batch's report, and begins where the one before ends.
struct CollectedCard {
    CardFacts facts = {};
    std::size_t end = 0;
};

// A stretch of the input on its way through the house: filled by the feed, judged by a worker, set down in the input's order.
struct Batch {
    Bytes bytes = {};
    std::vector<Slice> slices = {};
    std::vector<FilePart> parts = {};

    // Where a card ends in `report`, and how many verdicts it holds; kept only for reports in sections.
    struct CardEnd {
        std::size_t at = 0, verdicts = 0;
    };

    std::string report = {}; // the cards
    std::vector<CardEnd> ends = {};
    std::uint64_t cards = 0;
    std::vector<CollectedCard> collected = {};
    std::string baseline = {}; // lines of a new one
    Summary summary = {};
    std::vector<Remark> remarks = {};
    std::exception_ptr broken = {}; // something other than a record went wrong
    bool done = false;

    void clear() {
        bytes.clear(4 * batch_bytes);
        slices.clear();
        parts.clear();
        if (report.capacity() > 32 * batch_bytes) report = {};
        report.clear();
        ends.clear();
        cards = 0;
        collected.clear();
        baseline.clear();
        summary = {};
        remarks.clear();
        broken = {};
        done = false;
    }
};

} // namespace motaudit
