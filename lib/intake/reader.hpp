#pragma once

#include "base/arena.hpp"
#include "base/result.hpp"
#include "model/conversation.hpp"
#include "unpack/limits.hpp"
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

struct ColumnMap;

// What the user knows of the files and the files do not say.
struct ReadOptions {
    std::optional<Channel> channel = {};                // --channel: for files that do not say theirs
    std::vector<std::string> agent_names = {};          // --agent-name: labels that are the agent
    std::map<std::string, Speaker> speaker_map = {};    // --speaker-map 0=agent,1=customer
    std::string from = {};                              // --from: a reader's name; empty = by content
    std::string encoding = {};                          // --encoding: for files that declare none; empty = UTF-8
    std::shared_ptr<const ColumnMap> map = {};          // --map: what a table's columns are; every file is read by it
    std::size_t longest_record = std::size_t{64} << 20; // bytes; a longer record is unreadable
    UnpackLimits unpack = {};                           // --archive-limits
};

// One record's bytes as they stand in the file.
struct Record {
    std::string_view bytes = {};
    std::string_view path = {};
    std::uint64_t number = 1; // in its file, from 1
    std::uint64_t line = 1;   // the file's line on which it begins
};

// Takes what a reader makes of a record. Each call to conversation() or unreadable() counts as one read.
class Sink {
public:
    virtual ~Sink() = default;
    virtual void conversation(Conversation& talk) = 0; // valid during the call
    virtual void unreadable(Error error) = 0;
    virtual void hint(Error hint) = 0; // worth telling, nothing is lost: shown once a file
};

// Cuts records whose sense depends on what stands above them in the file, such as a table's header. It is fed the file's bytes in
// order; a record is what its reader then takes, which need not be bytes of the file.
class Cutter {
public:
    virtual ~Cutter() = default;
    virtual void feed(std::string_view bytes) = 0;
    virtual void finish() = 0; // the file ends
    // The next record; it is valid until the next call. False: there is none before more is fed.
    virtual bool next(Record& record) = 0;
};

// One input format. `cut` finds where records end, so that a file is streamed; `read` makes conversations of one record.
// Both are pure and may run on any thread; text that is not in the record itself is kept in the arena.
struct Reader {
    std::string_view name = {};    // for --from
    std::string_view summary = {}; // one line for help and manual
    // How sure it is that a file that begins so is its own: 0 = no, 1 = could be, 2 = yes. `path` helps to tell equals apart.
    // Null = by the keys of its JSON.
    int (*recognises)(std::string_view head, std::string_view path) = nullptr;
    // Size in bytes of the first record of `bytes`, its line end included; 0 = goes on beyond `bytes`. Null = the whole file is
    // one.
    std::size_t (*cut)(std::string_view bytes) = nullptr;
    void (*read)(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) = nullptr;
    // Instead of `cut`: what cuts the records of one file.
    std::unique_ptr<Cutter> (*open)(std::string_view path, const ReadOptions& options) = nullptr;
};

namespace readers {
std::span<const Reader> all();
const Reader* find(std::string_view name);

// The one reader for a file that begins so, or an error that says what was expected; two equally sure readers are an error.
Result<const Reader*> recognise(std::string_view head, std::string_view path, const ReadOptions& options);
} // namespace readers

} // namespace motaudit
