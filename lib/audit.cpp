#include "audit.hpp"

#include "audit/feed.hpp"
#include "audit/ring.hpp"
#include "audit/spool.hpp"
#include "audit/worker.hpp"
#include <memory>
#include <set>

// One thread reads batches of records and sets their results down, in the input's order; the others judge (design, 5). What a
// batch holds does not depend on the number of threads, and neither does a byte of the report.

namespace motaudit {
namespace {

// A file of endless kinds of hints is not worth the memory.
constexpr std::size_t most_hints = 100;

class Run {
public:
    Run(const Listing& input, const Reporter& reporter, const AuditOptions& options, const AuditOutput& output)
        : reporter_(reporter), options_(options), output_(output), feed_(input.files, options.read) {
        for (const auto& error : input.errors) unreadable(error);
    }

    Summary run() {
        if (reporter_.collect != nullptr) collector_ = reporter_.collect(options_.style);
        std::string text;
        if (reporter_.begin != nullptr) reporter_.begin(options_.style, text);
        write(text);
        options_.threads <= 1 ? run_alone() : run_threads();
        if (options_.gate != nullptr) options_.gate->conclude(summary_, output_.hint);
        text.clear();
        if (reporter_.end != nullptr) reporter_.end(summary_, options_.style, text);
        write(text);
        cards_.give([this](std::string_view piece) {
            write(piece);
            return writable_;
        });
        if (collector_ != nullptr && !stopped())
            collector_->end(summary_, [&](std::string_view piece) {
                write(piece);
                return writable_;
            });
        return std::move(summary_);
    }

private:
    bool stopped() const { return !writable_ || (options_.stop != nullptr && *options_.stop); }

    std::unique_ptr<Worker> worker() const {
        return std::make_unique<Worker>(options_.standards, options_.bar, options_.gate, options_.read, reporter_, options_.style,
                                        collector_.get());
    }

    void run_alone() {
        const auto mine = worker();
        Batch batch;
        for (bool more = true; more && !stopped();) {
            more = feed_.fill(batch);
            mine->work(batch);
            set_down(batch);
        }
    }

    void run_threads() {
        std::vector<std::unique_ptr<Worker>> workers;
        Ring ring(options_.threads, [&] {
            workers.push_back(worker());
            return [mine = workers.back().get()](Batch& batch) { mine->work(batch); };
        });
        bool more = true;
        while (!stopped() && (more || !ring.is_empty())) {
            if (more && ring.has_room()) {
                more = feed_.fill(ring.next());
                ring.submit();
                if (auto* batch = ring.if_done()) {
                    set_down(*batch);
                    ring.release();
                }
            } else {
                set_down(ring.wait());
                ring.release();
            }
        }
    }

    void set_down(Batch& batch) {
        if (batch.broken) std::rethrow_exception(batch.broken);
        auto remark = batch.remarks.begin();
        for (std::size_t i = 0; i < batch.parts.size(); ++i) {
            const auto& part = batch.parts[i];
            if (part.begins_file) begin(part);
            for (; remark != batch.remarks.end() && remark->part == i; ++remark) tell(*remark);
            found_ += part.found;
            if (part.trouble) unreadable(*part.trouble);
            if (part.passed_over) {
                if (output_.passed_over) output_.passed_over(part.path);
            } else if (part.ends_file && found_ == 0) {
                unreadable({.path = part.path, .message = "holds no conversation"});
            }
        }
        if (collector_ != nullptr)
            collect(batch);
        else if (batch.cards > 0)
            reporter_.most_verdicts == 0 ? put_cards(batch) : put_sections(batch);
        if (output_.baseline && writable_ && !batch.baseline.empty()) writable_ = output_.baseline(batch.baseline);
        summary_.add(batch.summary);
        bytes_ += batch.bytes.size();
        if (output_.progress) output_.progress(bytes_, summary_.read);
    }

    void put_cards(const Batch& batch) {
        if (any_card_) put(reporter_.between);
        any_card_ = true;
        put(batch.report);
    }

    // Where a section ends is the same for any number of threads: it is decided here, card by card.
    void put_sections(const Batch& batch) {
        std::string text;
        std::size_t from = 0;
        for (const auto& card : batch.ends) {
            if (card.verdicts == 0) continue;
            if (verdicts_ > 0 && verdicts_ + card.verdicts > reporter_.most_verdicts) {
                reporter_.turn(options_.style, ++section_, text);
                verdicts_ = 0;
            } else if (verdicts_ > 0) {
                text += reporter_.between;
            }
            verdicts_ += card.verdicts;
            text.append(batch.report, from, card.at - from);
            from = card.at;
        }
        put(text);
    }

    void put(std::string_view text) { reporter_.summary_first ? cards_.add(text) : write(text); }

    void collect(Batch& batch) {
        std::size_t at = 0;
        for (auto& card : batch.collected) {
            collector_->add(std::move(card.facts), std::string_view(batch.report).substr(at, card.end - at));
            at = card.end;
        }
    }

    void begin(const FilePart& part) {
        hinted_.clear();
        found_ = 0;
        if (part.reader != nullptr && output_.opened) output_.opened(part.path, *part.reader);
    }

    void tell(const Remark& remark) {
        if (!remark.is_hint) {
            output_.problem(remark.error);
        } else if (hinted_.size() < most_hints && hinted_.insert(remark.error.message).second) {
            output_.hint(remark.error);
        }
    }

    // A file, or a record that was never read as one.
    void unreadable(const Error& error) {
        ++found_;
        ++summary_.read;
        ++summary_.unreadable;
        output_.problem(error);
    }

    void write(std::string_view text) {
        if (writable_ && !text.empty()) writable_ = output_.write(text);
    }

    const Reporter& reporter_;
    const AuditOptions& options_;
    const AuditOutput& output_;
    Feed feed_;
    std::unique_ptr<Collector> collector_ = {}; // of a report that is written at the end
    Summary summary_ = {};
    Spool cards_ = {}; // of a report that begins with its summary
    bool writable_ = true, any_card_ = false;
    std::uint64_t section_ = 1, verdicts_ = 0; // the section that is open, and how many verdicts it holds
    std::uint64_t bytes_ = 0;
    std::uint64_t found_ = 0; // in the file that is being set down
    std::set<std::string> hinted_ = {};
};

} // namespace

Summary audit(const Listing& input, const Reporter& reporter, const AuditOptions& options, const AuditOutput& output) {
    return Run(input, reporter, options, output).run();
}

} // namespace motaudit
