#pragma once

#include "audit/batch.hpp"
#include "unpack/unpacker.hpp"
#include <memory>
#include <span>
#include <string>

namespace motaudit {

// Why a record, or a file that is one, is not read.
std::string too_long(const Reader& reader, std::size_t most);

// Reads files one after another, and what is packed in them, and cuts them into batches of whole records. What it holds of a file
// is bounded by a batch, or by the record where one is longer.
class Feed {
public:
    Feed(std::span<const std::string> files, const ReadOptions& options) : files_(files), options_(options) {}
    ~Feed() { close_file(); }
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    // Fills the batch with what comes next; false = that was the last.
    bool fill(Batch& batch);

private:
    bool is_done() const { return !open_ && unpacker_ == nullptr && next_ == files_.size(); }
    void open(Batch& batch);
    void open_member(Batch& batch);
    void begin(std::string path);
    void close();
    void close_file();
    bool unpacks(Batch& batch, std::size_t begin);
    void take(Batch& batch);
    void take_whole(Batch& batch, std::size_t begin);
    void take_records(Batch& batch, std::size_t begin);
    void take_by_cutter(Batch& batch, std::size_t begin);
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

    int file_ = -1;
    std::unique_ptr<Unpacker> unpacker_ = {}; // of a file that is packed or an archive

    // The file that is being read, or the member.
    bool open_ = false;
    std::string path_ = {};
    const Reader* reader_ = nullptr;
    std::unique_ptr<Cutter> cutter_ = {}; // of this file, where its reader has one
    Bytes rest_ = {};                     // of the last batch: the beginning of a record
    bool at_end_ = false, begins_ = true, skipping_ = false, finished_ = false;
    bool has_left_ = false;    // the cutter has records that the last batch did not take
    std::string failure_ = {}; // reading broke off
    std::uint64_t number_ = 1, line_ = 1;
};

} // namespace motaudit
