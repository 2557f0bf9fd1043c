#include "audit/feed.hpp"

#include "audit/listing.hpp"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace motaudit {
namespace {

// Enough to tell formats apart, whatever headers a file begins with.
constexpr std::size_t head_bytes = std::size_t{64} << 10;

std::string reason(int error) { return std::system_category().message(error); }

// From one end of a line to the next: lines are long.
std::uint64_t lines_in(std::string_view text) {
    std::uint64_t lines = 0;
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ++lines;
    return lines;
}

} // namespace

std::string too_long(const Reader& reader, std::size_t most) {
    const auto limit = most % (1 << 20) == 0 ? std::to_string(most >> 20) + " MiB" : std::to_string(most) + " bytes";
    return std::string(reader.cut == nullptr ? "the file" : "the record") + " is longer than " + limit;
}

bool Feed::fill(Batch& batch) {
    batch.clear();
    while (batch.bytes.size() < batch_bytes && batch.parts.size() < batch_files) {
        if (open_) {
            take(batch);
        } else if (unpacker_) {
            open_member(batch);
        } else if (next_ < files_.size()) {
            open(batch);
        } else {
            return false;
        }
    }
    return !is_done();
}

void Feed::open(Batch& batch) {
    begin(files_[next_++]);
    file_ = path_ == "-" ? STDIN_FILENO : ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (file_ < 0) end_file(batch, reason(errno));
}

void Feed::open_member(Batch& batch) {
    Unpacker::Member member;
    if (!unpacker_->next(member)) {
        unpacker_.reset();
        return close_file();
    }
    begin(std::move(member.path));
    if (member.passed_over) {
        end_file(batch);
        batch.parts.back().passed_over = true;
    } else if (!member.trouble.empty()) {
        end_file(batch, std::move(member.trouble));
    }
}

void Feed::begin(std::string path) {
    path_ = std::move(path);
    reader_ = nullptr;
    cutter_.reset();
    at_end_ = skipping_ = finished_ = has_left_ = false;
    begins_ = open_ = true;
    failure_.clear();
    number_ = line_ = 1;
    rest_.clear(batch_bytes);
}

void Feed::close() {
    open_ = false;
    if (!unpacker_) close_file();
}

void Feed::close_file() {
    if (file_ > STDIN_FILENO) ::close(file_);
    file_ = -1;
}

// Takes the next part of the open file into the batch; closes it after the last.
void Feed::take(Batch& batch) {
    const auto begin = batch.bytes.size();
    if (const auto rest = rest_.view(); !rest.empty()) {
        std::memcpy(batch.bytes.reserve(rest.size()), rest.data(), rest.size());
        batch.bytes.resize(begin + rest.size());
        rest_.clear(batch_bytes);
    }
    if (!has_left_) read_on(batch.bytes, begin + batch_bytes);
    if (reader_ == nullptr && (unpacks(batch, begin) || !recognise(batch, begin))) {
        batch.bytes.resize(begin);
    } else if (cutter_ != nullptr) {
        take_by_cutter(batch, begin);
    } else if (reader_->cut == nullptr) {
        take_whole(batch, begin);
    } else if (skipping_) {
        skip_record(batch, begin);
    } else {
        take_records(batch, begin);
    }
}

// Whether the file is packed or an archive: then its members come in its place.
bool Feed::unpacks(Batch& batch, std::size_t begin) {
    const auto head = batch.bytes.view().substr(begin);
    if (unpacker_ || packing_of(head) == Packing::none) return false;
    unpacker_ = std::make_unique<Unpacker>(file_, head, std::move(path_), options_.unpack, is_left_out);
    open_ = false;
    return true;
}

bool Feed::recognise(Batch& batch, std::size_t begin) {
    const auto head = batch.bytes.view().substr(begin, head_bytes);
    if (!failure_.empty() || head.empty()) {
        end_file(batch, failure_.empty() ? "the file is empty" : failure_);
        return false;
    }
    const auto found = readers::recognise(head, path_, options_);
    if (found) {
        reader_ = *found;
        if (reader_->open != nullptr) cutter_ = reader_->open(path_, options_);
        return true;
    }
    end_file(batch, found.error().message, found.error().line);
    return false;
}

void Feed::take_whole(Batch& batch, std::size_t begin) {
    read_on(batch.bytes, begin + options_.longest_record + 1);
    if (const auto size = batch.bytes.size() - begin; size > options_.longest_record || !failure_.empty()) {
        batch.bytes.resize(begin);
        end_file(batch, failure_.empty() ? too_long() : failure_);
    } else {
        add(batch, begin, batch.bytes.size());
        end_file(batch);
    }
}

void Feed::take_records(Batch& batch, std::size_t begin) {
    std::size_t at = begin;
    while (!cut(batch, at) && !at_end_) {
        const auto size = batch.bytes.size() - begin;
        if (size > options_.longest_record) return skip_record(batch, begin);
        read_on(batch.bytes, begin + std::min(2 * size, options_.longest_record + 1));
    }
    const auto rest = batch.bytes.view().substr(at);
    if (!at_end_) {
        std::memcpy(rest_.reserve(rest.size()), rest.data(), rest.size());
        rest_.resize(rest.size());
        batch.bytes.resize(at);
        return more_follows(batch);
    }
    if (!failure_.empty()) {
        batch.bytes.resize(at); // a record that breaks off with the file is not judged
    } else if (rest.size() > options_.longest_record) {
        batch.bytes.resize(at);
        failure_ = too_long();
    } else if (!rest.empty()) {
        add(batch, at, batch.bytes.size());
    }
    end_file(batch, failure_, failure_.empty() ? 0 : line_);
}

// The bytes go to the cutter, and what it makes of them into the batch; more is read only when it has no record left.
void Feed::take_by_cutter(Batch& batch, std::size_t begin) {
    has_left_ = false;
    cutter_->feed(batch.bytes.view().substr(begin));
    batch.bytes.resize(begin);
    if (at_end_ && !finished_) {
        if (failure_.empty()) cutter_->finish();
        finished_ = true;
    }
    Record record;
    while (batch.bytes.size() < begin + batch_bytes) {
        if (!cutter_->next(record)) {
            if (!at_end_) return more_follows(batch);
            cutter_.reset();
            return end_file(batch, failure_);
        }
        const auto at = batch.bytes.size();
        std::memcpy(batch.bytes.reserve(record.bytes.size()), record.bytes.data(), record.bytes.size());
        batch.bytes.resize(at + record.bytes.size());
        batch.slices.push_back({at, batch.bytes.size(), record.number, record.line});
    }
    has_left_ = true;
    more_follows(batch);
}

// Cuts records off from `at` on, as many as are whole; whether there was one.
bool Feed::cut(Batch& batch, std::size_t& at) {
    const auto first = at;
    const auto bytes = batch.bytes.view();
    while (at < bytes.size()) {
        const auto size = std::min(reader_->cut(bytes.substr(at)), bytes.size() - at);
        if (size == 0) break;
        add(batch, at, at + size);
        at += size;
    }
    return at > first;
}

// A record longer than allowed is unreadable; judging goes on with the next one. Its bytes are never held together.
void Feed::skip_record(Batch& batch, std::size_t begin) {
    if (!skipping_) {
        more_follows(batch, too_long(), line_);
        ++number_;
        skipping_ = true;
    }
    while (true) {
        const auto bytes = batch.bytes.view().substr(begin);
        const auto size = std::min(reader_->cut(bytes), bytes.size());
        line_ += lines_in(size == 0 ? bytes : bytes.substr(0, size));
        if (size != 0) {
            const auto rest = bytes.substr(size);
            std::memcpy(rest_.reserve(rest.size()), rest.data(), rest.size());
            rest_.resize(rest.size());
            skipping_ = false;
        }
        batch.bytes.resize(begin);
        if (!skipping_) return;
        if (at_end_) break;
        read_on(batch.bytes, begin + batch_bytes);
    }
    end_file(batch, failure_, failure_.empty() ? 0 : line_);
}

void Feed::add(Batch& batch, std::size_t begin, std::size_t end) {
    batch.slices.push_back({begin, end, number_, line_});
    ++number_;
    line_ += lines_in(batch.bytes.view().substr(begin, end - begin));
}

// Reads until `bytes` is so long, or the file ends.
void Feed::read_on(Bytes& bytes, std::size_t until) {
    while (!at_end_ && bytes.size() < until) {
        // A whole file may be long, or a few bytes: room grows with what comes.
        const auto room = std::min(until - bytes.size(), batch_bytes);
        if (unpacker_) {
            const auto got = unpacker_->read(bytes.reserve(room), room);
            bytes.resize(bytes.size() + got);
            at_end_ = got == 0;
            failure_ = unpacker_->failure();
            continue;
        }
        const auto got = ::read(file_, bytes.reserve(room), room);
        if (got > 0) {
            bytes.resize(bytes.size() + static_cast<std::size_t>(got));
        } else if (got == 0) {
            at_end_ = true;
        } else if (errno != EINTR) {
            failure_ = reason(errno);
            at_end_ = true;
        }
    }
}

void Feed::more_follows(Batch& batch, std::string trouble, std::uint64_t line) {
    batch.parts.push_back(part_of(batch, std::move(trouble), line));
}

void Feed::end_file(Batch& batch, std::string trouble, std::uint64_t line) {
    batch.parts.push_back(part_of(batch, std::move(trouble), line));
    batch.parts.back().ends_file = true;
    close();
}

FilePart Feed::part_of(const Batch& batch, std::string trouble, std::uint64_t line) {
    FilePart part = {.path = path_, .reader = reader_, .records_end = batch.slices.size(), .begins_file = begins_};
    if (!trouble.empty()) part.trouble = Error{.path = path_, .line = line, .message = std::move(trouble)};
    begins_ = false;
    return part;
}

std::string Feed::too_long() const { return motaudit::too_long(*reader_, options_.longest_record); }

} // namespace motaudit
