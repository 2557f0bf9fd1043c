#include "audit/worker.hpp"

#include "audit/feed.hpp"
#include "report/redacted_card.hpp"
#include <new>

namespace motaudit {
namespace {

// Calls what reads or judges a record; the reason why it broke off, or nothing.
template <class Work>
std::string broken(const Work& work) {
    try {
        work();
        return {};
    } catch (const std::bad_alloc&) {
        return "not enough memory for it";
    } catch (const std::exception& error) {
        return std::string("internal error: ") + error.what();
    }
}

} // namespace

void Worker::work(Batch& batch) {
    batch_ = &batch;
    std::size_t at = 0;
    for (part_ = 0; part_ < batch.parts.size(); ++part_) {
        const auto& part = batch.parts[part_];
        for (; at < part.records_end; ++at) read_record(part, batch.slices[at]);
    }
    batch.baseline.swap(auditor_.baseline_lines());
    auditor_.baseline_lines().clear();
}

void Worker::read_record(const FilePart& part, const Slice& slice) {
    record_ = {.bytes = batch_->bytes.view().substr(slice.begin, slice.end - slice.begin),
               .path = part.path,
               .number = slice.number,
               .line = slice.line};
    if (record_.bytes.size() > read_.longest_record)
        return unreadable({.line = slice.line, .message = too_long(*part.reader, read_.longest_record)});
    arena_.clear();
    style_.record = record_.bytes;
    style_.record_line = record_.line;
    if (auto why = broken([&] { part.reader->read(record_, read_, arena_, *this); }); !why.empty())
        unreadable({.line = slice.line, .message = std::move(why)});
}

void Worker::conversation(Conversation& talk) {
    if (talk.path.empty()) talk.path = record_.path;
    if (talk.record == 0) talk.record = record_.number;

    auto& report = batch_->report;
    if (reporter_.talk != nullptr) {
        reporter_.talk(talk, report);
        ++batch_->parts[part_].found;
        ++batch_->cards;
        ++batch_->summary.read;
        ++batch_->summary.judged;
        return;
    }
    const auto before = report.size();
    const ScoreCard* card = nullptr;
    auto why = broken([&] {
        card = auditor_.judge(talk);
        if (card == nullptr) return;
        if (collector_ != nullptr) {
            collector_->card(*card, report);
            batch_->collected.push_back({facts_of(*card), report.size()});
            return;
        }
        const bool in_sections = reporter_.most_verdicts != 0; // what parts its cards is known when they are set down
        if (batch_->cards > 0 && !in_sections) report += reporter_.between;
        if (reporter_.card != nullptr) {
            if (style_.redact) {
                auto style = style_;
                style.judged = card;
                reporter_.card(RedactedCard(*card).card(), style, report);
            } else {
                reporter_.card(*card, style_, report);
            }
        }
        if (in_sections) batch_->ends.push_back({report.size(), card->judged});
    });
    if (!why.empty()) {
        report.resize(before);
        return unreadable({.line = record_.line, .message = std::move(why)});
    }
    ++batch_->parts[part_].found;
    if (card != nullptr) {
        ++batch_->cards;
        batch_->summary.add(*card);
    } else {
        ++batch_->summary.read;
        ++batch_->summary.skipped;
        ++batch_->summary.skips[auditor_.skip_reason(talk.channel)];
    }
}

void Worker::unreadable(Error error) {
    ++batch_->parts[part_].found;
    ++batch_->summary.read;
    ++batch_->summary.unreadable;
    remark(std::move(error), false);
}

void Worker::hint(Error hint) { remark(std::move(hint), true); }

void Worker::remark(Error error, bool is_hint) {
    if (error.path.empty()) error.path = record_.path;
    batch_->remarks.push_back({std::move(error), is_hint, part_});
}

} // namespace motaudit
