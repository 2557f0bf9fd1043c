#include "unpack/source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace motaudit {

std::size_t Source::read(char* to, std::size_t room) {
    if (ahead_at_ == ahead_.size()) return fetch(to, room);
    const auto size = std::min(room, ahead_.size() - ahead_at_);
    std::memcpy(to, ahead_.data() + ahead_at_, size);
    ahead_at_ += size;
    return size;
}

std::string_view Source::peek(std::size_t count) {
    ahead_.erase(0, std::exchange(ahead_at_, 0));
    while (ahead_.size() < count) {
        const auto had = ahead_.size();
        ahead_.resize(count);
        const auto got = fetch(ahead_.data() + had, count - had);
        ahead_.resize(had + got);
        if (got == 0) break;
    }
    return std::string_view(ahead_).substr(0, count);
}

bool Source::seek(std::uint64_t place) {
    ahead_.clear();
    ahead_at_ = 0;
    return move_to(place);
}

FileSource::FileSource(int file, std::string_view ahead) : file_(file) {
    struct stat is = {};
    const auto here = ::lseek(file, 0, SEEK_CUR);
    if (here >= 0 && ::fstat(file, &is) == 0 && S_ISREG(is.st_mode) && static_cast<std::size_t>(here) >= ahead.size()) {
        begin_ = static_cast<std::uint64_t>(here) - ahead.size();
        size_ = std::max(static_cast<std::uint64_t>(is.st_size), begin_) - begin_;
        if (move_to(0)) return;
        size_.reset();
    }
    ahead_ = ahead;
}

std::size_t FileSource::fetch(char* to, std::size_t room) {
    if (!ahead_.empty()) {
        const auto size = std::min(room, ahead_.size());
        std::memcpy(to, ahead_.data(), size);
        ahead_.erase(0, size);
        given_ += size;
        return size;
    }
    ssize_t got = 0;
    do got = ::read(file_, to, room);
    while (got < 0 && errno == EINTR);
    if (got < 0) failure_ = std::system_category().message(errno);
    const auto size = static_cast<std::size_t>(std::max(got, ssize_t{0}));
    given_ += size;
    return size;
}

bool FileSource::move_to(std::uint64_t place) { return size_ && ::lseek(file_, static_cast<off_t>(begin_ + place), SEEK_SET) >= 0; }

std::size_t HeldSource::fetch(char* to, std::size_t room) {
    const auto size = std::min(room, bytes_.size() - at_);
    std::memcpy(to, bytes_.data() + at_, size);
    at_ += size;
    return size;
}

bool HeldSource::move_to(std::uint64_t place) {
    at_ = static_cast<std::size_t>(std::min<std::uint64_t>(place, bytes_.size()));
    return true;
}

} // namespace motaudit
