// Any bytes as a file of one reader: conversations or errors come out, never a crash, and evidence of nothing is out of range.
#include "fuzz/drive.hpp"
#include <cstdint>
#include <cstdlib>

using namespace motaudit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Reader* const reader = readers::find(FUZZED_READER);
    if (reader == nullptr) std::abort();
    ReadOptions options;
    options.channel = Channel::chat;
    fuzz::drive(*reader, {reinterpret_cast<const char*>(data), size}, options, 64 + size % 8);
    return 0;
}
