#include "terminal.hpp"

#include <cstdlib>
#include <fmt/format.h>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace motaudit {
namespace {

bool is_terminal(int file) { return ::isatty(file) == 1; }

bool is_dumb() {
    const char* term = std::getenv("TERM");
    return term == nullptr || std::string_view(term) == "dumb";
}

void draw(std::string_view text) {
    // Where this fails there is nobody who looks.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

} // namespace

bool wants_colour(When when, bool to_stdout) {
    if (when != When::automatic) return when == When::always;
    const char* none = std::getenv("NO_COLOR");
    return to_stdout && is_terminal(STDOUT_FILENO) && (none == nullptr || *none == '\0') && !is_dumb();
}

unsigned terminal_width() {
    winsize size = {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
    return size.ws_col;
}

Progress::Progress(bool wanted)
    : wanted_(wanted && is_terminal(STDERR_FILENO) && !is_dumb()), due_(Clock::now() + std::chrono::seconds(1)) {}

void Progress::update(std::uint64_t bytes, std::uint64_t conversations) {
    if (!wanted_) return;
    const auto now = Clock::now();
    if (now < due_) return;
    due_ = now + std::chrono::milliseconds(100);
    drawn_ = true;
    draw(fmt::format("\r\x1b[K{} conversations, {} MB", conversations, bytes / 1'000'000));
}

void Progress::erase() {
    if (drawn_) draw("\r\x1b[K");
    drawn_ = false;
}

} // namespace motaudit
