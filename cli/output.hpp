#pragma once

#include "base/output.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace motaudit {

// Where results go: stdout, or a file that is written whole or not at all. A reader that goes away ends the program quietly,
// by SIGPIPE; so do SIGINT, SIGTERM and their like by their own, and no half-written file stays behind.
class Output {
public:
    explicit Output(const std::string& path); // empty or "-": stdout
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    bool write(std::string_view text);
    bool finish(); // all is on the disk, under its name

    // What went wrong; nothing while all is well. Then nothing more is written.
    const std::optional<Error>& failure() const { return failure_; }

private:
    std::optional<FileOutput> file_ = {};
    std::optional<Error> failure_ = {};
};

// Prints to stdout; the program's exit status.
int print(std::string_view text);

void prepare_signals();

} // namespace motaudit
