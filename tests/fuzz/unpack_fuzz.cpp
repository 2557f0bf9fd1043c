#include "unpack/unpacker.hpp"

#include <cstdint>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

// Packed files and archives: any bytes give members or a reason why not, within the limits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int file = ::memfd_create("packed", MFD_CLOEXEC);
    if (file < 0 || ::write(file, data, size) != static_cast<ssize_t>(size) || ::lseek(file, 0, SEEK_SET) != 0) return 0;
    {
        const motaudit::UnpackLimits limits = {.entries = 1000, .member = 1 << 22, .total = 1 << 24};
        motaudit::Unpacker unpacker(file, {}, "f", limits, [](std::string_view) { return false; });
        std::vector<char> room(std::size_t{64} << 10);
        for (motaudit::Unpacker::Member member; unpacker.next(member);)
            while (member.trouble.empty() && unpacker.read(room.data(), room.size()) != 0) {
            }
    }
    ::close(file);
    return 0;
}
