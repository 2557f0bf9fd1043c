#include "base/input.hpp"

#include "base/output.hpp"
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace motaudit {
namespace {

constexpr std::size_t piece = std::size_t{256} << 10;

class Handle {
public:
    explicit Handle(int fd) : fd_(fd) {}
    ~Handle() {
        if (fd_ > STDERR_FILENO) ::close(fd_);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

private:
    int fd_;
};

} // namespace

std::optional<Error> read_pieces(const std::string& path, const std::function<bool(std::string_view)>& take) {
    const int fd = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return system_error(path, "cannot be opened", errno);
    const Handle handle(fd);
    struct stat is = {};
    if (::fstat(fd, &is) == 0 && S_ISDIR(is.st_mode)) return Error{.path = path, .message = "is a folder"};
    std::vector<char> buffer(piece);
    for (;;) {
        const auto got = ::read(fd, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_error(path, "cannot be read", errno);
        if (got == 0 || !take({buffer.data(), static_cast<std::size_t>(got)})) return {};
    }
}

} // namespace motaudit
