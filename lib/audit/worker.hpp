#pragma once

#include "audit/auditor.hpp"
#include "audit/batch.hpp"
#include "report/reporter.hpp"

namespace motaudit {

// What is needed to judge batches; each thread has its own.
class Worker : private Sink {
public:
    Worker(std::span<const Standard* const> standards, const Bar& bar, const Gate* gate, const ReadOptions& read,
           const Reporter& reporter, const ReportStyle& style, const Collector* collector)
        : auditor_(standards, bar, !style.brief, gate), read_(read), reporter_(reporter), style_(style), collector_(collector) {}

    // Reads and judges the batch's records and writes their cards. What goes wrong with one record stays with it.
    void work(Batch& batch);

private:
    void read_record(const FilePart& part, const Slice& slice);
    void conversation(Conversation& talk) override;
    void unreadable(Error error) override;
    void hint(Error hint) override;
    void remark(Error error, bool is_hint);

    Auditor auditor_;
    const ReadOptions& read_;
    const Reporter& reporter_;
    ReportStyle style_;          // with the record that is being told
    const Collector* collector_; // null where the report is written as it comes
    Arena arena_ = {};
    Batch* batch_ = nullptr;
    std::size_t part_ = 0;
    Record record_ = {};
};

} // namespace motaudit
