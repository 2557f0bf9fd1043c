#pragma once

#include "audit/batch.hpp"
#include <span>
#include <string>

namespace motaudit {

// Why a record, or a file that is one, is not read.
std::string too_long(const Reader& reader, std::size_t most);

// Reads files one after another and cuts them into batches of whole records. What it holds of a file is bounded by a batch,
// or by the record where one is longer.
class Feed {
public:
    Feed(std::span<const std::string> files, const ReadOptions& options) : files_(files), options_(options) {}
    ~Feed() { close(); }
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    // Fills the batch with what comes next; false = that was the last.
    bool fill(Batch& batch);

private:
    bool is_open() const { return file_ >= 0; }
    void open(Batch& batch);
    void close();
    void take(Batch& batch);
    void take_whole(Batch& batch, std::size_t begin);
    void take_records(Batch& batch, std::size_t begin);
    void skip_record(Batch& batch, std::size_t begin);
    bool recognise(Batch& batch, std::size_t begin);
    bool cut(Batch& batch, std::size_t& at);
    void add(Batch& batch, std::size_t begin, std::size_t end);
    void read_on(Bytes& bytes, std::size_t until);
    void more_follows(Batch& batch, std::string trouble = {}, std::uint64_t line = 0);
    void end_file(Batch& batch, std::string trouble = {}, std::uint64_t line = 0);
    FilePart part_of(const Batch& batch, std::string trouble, std::uint64_t line);
    std::string too_long() const;

    std::span<const std::string> files_;
    const ReadOptions& options_;
    std::size_t next_ = 0; // file

    // The file that is being read.
    int file_ = -1;
    const std::string* path_ = nullptr;
    const Reader* reader_ = nullptr;
    Bytes rest_ = {}; // of the last batch: the beginning of a record
    bool at_end_ = false, begins_ = true, skipping_ = false;
    std::string failure_ = {}; // reading broke off
    std::uint64_t number_ = 1, line_ = 1;
};

} // namespace motaudit
