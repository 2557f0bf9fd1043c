#pragma once

#include "base/result.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace motaudit {

// The error of a system call: "path: what: No space left on device". `number` is its errno.
Error system_error(std::string_view path, std::string_view what, int number);

// How writing ended. A reader that went away is no fault of ours, and is told apart.
struct Written {
    bool closed_pipe = false;
    std::optional<Error> error = {};
    explicit operator bool() const { return !error && !closed_pipe; }
};

// Writes all of it, however many calls that takes. `name` is how an error calls the output. SIGPIPE must be ignored for a
// closed pipe to be reported.
Written write_all(int fd, std::string_view bytes, std::string_view name);

// A file written whole or not at all: bytes go to a temporary file in the same folder, which takes the name on commit().
// Until then, and after any error, whatever had the name before is untouched. A name that is no regular file (a terminal, a
// FIFO, /dev/null) is written as it is; a symbolic link is followed. That it is no input is for the caller to see to.
class FileOutput {
public:
    static Result<FileOutput> create(const std::string& path);
    FileOutput(FileOutput&& other) noexcept;
    FileOutput& operator=(FileOutput&& other) noexcept;
    ~FileOutput(); // without commit() nothing is left behind

    Written write(std::string_view bytes);
    std::optional<Error> commit(); // synced to the disk, renamed, the folder synced

    // Where the bytes are until commit(), for a signal handler to remove; empty where the name itself is written.
    const std::string& temporary() const { return temporary_; }

private:
    FileOutput() = default;
    void discard();

    int fd_ = -1;
    bool failed_ = false;
    std::string path_ = {};   // as the caller names it
    std::string target_ = {}; // where links lead
    std::string temporary_ = {};
};

} // namespace motaudit
