#pragma once

#include "unpack/archive.hpp"
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// The files that are packed in a file, one after another in its order; those of inner archives in their archive's place. What it
// holds of them is a buffer each level, and of an archive in an archive at most 64 MiB.
class Unpacker {
public:
    // A file packed as a whole keeps its path. A member's is "week.zip!/chats/a.json", as in the addresses of Java archives.
    struct Member {
        std::string path = {};
        std::string trouble = {}; // why it is not read
        bool passed_over = false; // as its name says that it is not wanted
    };
    using PassesOver = bool (*)(std::string_view name);

    // `ahead` has been read from the open file before.
    Unpacker(int file, std::string_view ahead, std::string path, const UnpackLimits& limits, PassesOver passes_over);
    ~Unpacker();

    bool next(Member& member); // false = that was the last

    // Of the current member: up to `room` bytes; 0 = the end, or it broke off: then failure() says why.
    std::size_t read(char* to, std::size_t room);
    const std::string& failure() const { return failure_; }

private:
    struct Level {
        std::string path;
        std::unique_ptr<Archive> archive;
        bool holds_any = false;
    };

    bool enter(std::unique_ptr<Source> source, Member& member);
    bool open(Packing packing, std::unique_ptr<Source> source, Member& member);
    bool next_of(Level& level, Member& member);
    std::unique_ptr<Source> held(std::unique_ptr<Source> source, std::string& trouble) const;

    std::string path_;
    UnpackLimits limits_;
    PassesOver passes_over_;
    std::unique_ptr<Source> file_;
    bool entered_ = false;
    Meter meter_;
    std::vector<Level> levels_ = {}; // archives in archives, the outermost first
    std::unique_ptr<Source> member_ = {};
    std::uint64_t given_ = 0, packed_before_ = 0; // of the member
    std::string failure_ = {};
};

} // namespace motaudit
