#include "output.hpp"

#include "exit.hpp"
#include "message.hpp"
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace motaudit {
namespace {

constexpr std::array ending = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

// The unfinished file, for the signal handler; empty where there is none.
std::array<char, PATH_MAX> unfinished = {};

extern "C" void clean_up(int signal) {
    if (unfinished[0] != '\0') ::unlink(unfinished.data());
    ::raise(signal); // its default again (SA_RESETHAND), as soon as this returns
}

// While it lives, none of those signals ends the program: the file and its name here change together.
class SignalsHeld {
public:
    SignalsHeld() {
        sigset_t held = {};
        ::sigemptyset(&held);
        for (const int signal : ending) ::sigaddset(&held, signal);
        ::pthread_sigmask(SIG_BLOCK, &held, &before_);
    }
    ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    sigset_t before_ = {};
};

[[noreturn]] void end_by_closed_pipe() {
    if (unfinished[0] != '\0') ::unlink(unfinished.data());
    std::signal(SIGPIPE, SIG_DFL);
    sigset_t pipe = {};
    ::sigemptyset(&pipe);
    ::sigaddset(&pipe, SIGPIPE);
    ::pthread_sigmask(SIG_UNBLOCK, &pipe, nullptr);
    ::raise(SIGPIPE);
    ::_exit(all_passed);
}

} // namespace

Output::Output(const std::string& path) {
    if (path.empty() || path == "-") return;
    const SignalsHeld held;
    auto created = FileOutput::create(path);
    if (!created) {
        failure_ = created.error();
        return;
    }
    file_.emplace(std::move(*created));
    const auto& name = file_->temporary();
    if (name.size() < unfinished.size()) std::memcpy(unfinished.data(), name.c_str(), name.size() + 1);
}

Output::~Output() {
    const SignalsHeld held;
    file_.reset();
    unfinished[0] = '\0';
}

bool Output::write(std::string_view text) {
    if (failure_) return false;
    auto written = file_ ? file_->write(text) : write_all(STDOUT_FILENO, text, "standard output");
    if (written.closed_pipe) end_by_closed_pipe();
    failure_ = std::move(written.error);
    return !failure_;
}

bool Output::finish() {
    if (failure_ || !file_) return !failure_;
    const SignalsHeld held;
    failure_ = file_->commit();
    unfinished[0] = '\0';
    return !failure_;
}

int print(std::string_view text) {
    Output output("");
    if (output.write(text)) return all_passed;
    say(output.failure()->text());
    return run_broken;
}

void prepare_signals() {
    // 0, 1 and 2 must not fall to a file that is opened later: a closed one stays an error on every use.
    for (int file = 0; file < 3; ++file)
        if (::fcntl(file, F_GETFD) < 0 && errno == EBADF) ::open("/dev/null", file == 0 ? O_WRONLY : O_RDONLY);
    std::signal(SIGXFSZ, SIG_IGN); // a file size limit is a write that fails
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe as well
    for (const int signal : ending) {
        struct sigaction action = {};
        ::sigaction(signal, nullptr, &action);
        if (action.sa_handler == SIG_IGN) continue; // nohup
        action = {};
        action.sa_handler = clean_up;
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        ::sigaction(signal, &action, nullptr);
    }
}

} // namespace motaudit
