#pragma once

#include "unpack/packed.hpp"
#include <memory>
#include <string>

namespace motaudit {

// One member of an archive.
struct Entry {
    std::string name = {};    // as it stands there, without a leading "./"
    std::string trouble = {}; // why it cannot be read; empty = it can
    bool is_folder = false;
};

// A tar or zip archive, read by libarchive, which gets no other format and nothing to decompress around it. Nothing is
// written, so that names are just names.
class Archive {
public:
    // A zip archive must be sought in: its list of members stands at its end.
    Archive(Packing packing, std::unique_ptr<Source> from, Meter& meter);
    ~Archive();

    // The next member; false = that was the last, or the archive is broken: then failure() says how.
    bool next(Entry& entry);
    // The current member's bytes, which can be read until next() is called.
    std::unique_ptr<Source> member();
    const std::string& failure() const { return failure_; }

private:
    class Member;
    struct Handle;

    void check_end();

    std::unique_ptr<Handle> handle_;
    Packing packing_;
    bool is_empty_ = false;
    Meter& meter_;
    std::string failure_ = {};
};

} // namespace motaudit
