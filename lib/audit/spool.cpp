#include "audit/spool.hpp"

#include <array>
#include <cerrno>
#include <system_error>

namespace motaudit {
namespace {

[[noreturn]] void fail() { throw std::system_error(errno, std::generic_category(), "the temporary file that the report waits in"); }

} // namespace

void Spool::add(std::string_view text) {
    if (text.empty()) return;
    if (file_ == nullptr) file_.reset(std::tmpfile());
    if (file_ == nullptr || std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) fail();
}

void Spool::give(const std::function<bool(std::string_view)>& take) {
    if (file_ == nullptr) return;
    if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();
    std::array<char, 1 << 16> piece = {};
    for (std::size_t size = 0; (size = std::fread(piece.data(), 1, piece.size(), file_.get())) > 0;)
        if (!take({piece.data(), size})) return;
    if (std::ferror(file_.get()) != 0) fail();
}

} // namespace motaudit
