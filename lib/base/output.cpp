#include "base/output.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace motaudit {
namespace {

std::string folder_of(const std::string& path) {
    const auto slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

// The rename is only on the disk once its folder is. Some file systems cannot sync a folder and say EINVAL.
int sync_folder(const std::string& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return errno == EACCES ? 0 : errno; // a folder may be writable and not readable
    const int number = ::fsync(fd) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
    ::close(fd);
    return number;
}

// Follows links to the file that is to be replaced, so that the link stays a link. A link to nothing yet is replaced.
std::string resolved(const std::string& path) {
    std::array<char, PATH_MAX> found = {};
    return ::realpath(path.c_str(), found.data()) != nullptr ? std::string(found.data()) : path;
}

// A new file beside `target`, open for writing; its name in `name`. -1 and errno where that fails.
int open_beside(const std::string& target, std::string& name) {
    const auto slash = target.rfind('/');
    const std::string leaf = slash == std::string::npos ? target : target.substr(slash + 1);
    // A name's limit is 255 bytes: a long one is cut to leave room for what is added.
    const std::string stem = (slash == std::string::npos ? std::string() : target.substr(0, slash + 1)) + "." + leaf.substr(0, 200);
    for (unsigned i = 0; i < 10000; ++i) {
        name = stem + "." + std::to_string(::getpid()) + "-" + std::to_string(i) + ".tmp";
        const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (fd >= 0 || errno != EEXIST) return fd;
    }
    return -1;
}

} // namespace

Error system_error(std::string_view path, std::string_view what, int number) {
    // strerrordesc_np is thread-safe and knows no locale.
    const char* const said = ::strerrordesc_np(number);
    std::string message = std::string(what) + ": " + (said != nullptr ? said : "error " + std::to_string(number));
    return {std::string(path), 0, 0, std::move(message)};
}

Written write_all(int fd, std::string_view bytes, std::string_view name) {
    while (!bytes.empty()) {
        // Linux writes at most 0x7ffff000 bytes at once; other systems refuse more than INT_MAX.
        const ssize_t count = ::write(fd, bytes.data(), std::min<std::size_t>(bytes.size(), 0x40000000));
        if (count > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(count));
            continue;
        }
        if (count == 0) return {false, system_error(name, "cannot write", EIO)};
        if (errno == EINTR) continue;
        if (errno == EPIPE) return {true, {}};
        return {false, system_error(name, "cannot write", errno)};
    }
    return {};
}

Result<FileOutput> FileOutput::create(const std::string& path) {
    FileOutput file;
    file.path_ = path;
    file.target_ = resolved(path);
    struct stat now = {};
    const bool exists = ::stat(file.target_.c_str(), &now) == 0;
    if (exists && S_ISDIR(now.st_mode)) return system_error(path, "cannot write", EISDIR);
    if (exists && !S_ISREG(now.st_mode)) {
        file.fd_ = ::open(file.target_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (file.fd_ < 0) return system_error(path, "cannot open for writing", errno);
        return file;
    }
    // A report that must not be overwritten stays so, though its folder would let us put another in its place.
    if (exists && ::access(file.target_.c_str(), W_OK) != 0) return system_error(path, "cannot open for writing", errno);
    std::string name;
    file.fd_ = open_beside(file.target_, name);
    if (file.fd_ < 0) return system_error(path, "cannot create a file in its folder", errno);
    file.temporary_ = std::move(name);
    if (exists && ::fchmod(file.fd_, now.st_mode & 07777) != 0) {
        return system_error(path, "cannot keep its permissions", errno);
    }
    return file;
}

FileOutput::FileOutput(FileOutput&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), failed_(other.failed_), path_(std::move(other.path_)), target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})) {}

FileOutput& FileOutput::operator=(FileOutput&& other) noexcept {
    if (this == &other) return *this;
    discard();
    fd_ = std::exchange(other.fd_, -1);
    failed_ = other.failed_;
    path_ = std::move(other.path_);
    target_ = std::move(other.target_);
    temporary_ = std::exchange(other.temporary_, {});
    return *this;
}

FileOutput::~FileOutput() { discard(); }

void FileOutput::discard() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
    temporary_.clear();
}

Written FileOutput::write(std::string_view bytes) {
    if (fd_ < 0) return {false, system_error(path_, "cannot write", EBADF)};
    auto done = write_all(fd_, bytes, path_);
    if (!done) failed_ = true;
    return done;
}

std::optional<Error> FileOutput::commit() {
    const auto fail = [&](std::string_view what, int number) {
        discard();
        return system_error(path_, what, number);
    };
    if (fd_ < 0 || failed_) return fail("cannot write", EIO);
    // A terminal or a pipe cannot be synced and says EINVAL.
    if (::fsync(fd_) != 0 && errno != EINVAL && errno != ENOTSUP && errno != EROFS) return fail("cannot write", errno);
    if (::close(std::exchange(fd_, -1)) != 0 && errno != EINTR) return fail("cannot write", errno);
    if (temporary_.empty()) return {};
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) return fail("cannot rename the finished file", errno);
    temporary_.clear();
    if (const int number = sync_folder(folder_of(target_)); number != 0) return fail("cannot sync its folder", number);
    return {};
}

} // namespace motaudit
