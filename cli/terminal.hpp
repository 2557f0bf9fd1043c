#pragma once

#include <chrono>
#include <cstdint>

namespace motaudit {

enum class When { automatic, always, never };

// Colours are for people: on a terminal that has them, unless NO_COLOR is set (no-color.org).
bool wants_colour(When when, bool to_stdout);
unsigned terminal_width(); // of stdout; 80 where it is no terminal

// How far a long run is, on one line of stderr that is gone in the end. Says nothing where stderr is no terminal, nor in the first
// second.
class Progress {
public:
    explicit Progress(bool wanted);
    ~Progress() { erase(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void update(std::uint64_t bytes, std::uint64_t conversations);
    void erase(); // before anything else is said

private:
    using Clock = std::chrono::steady_clock;
    bool wanted_ = false;
    bool drawn_ = false;
    Clock::time_point due_ = {};
};

} // namespace motaudit
