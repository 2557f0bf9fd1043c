// Any bytes as a file of one reader: conversations or errors come out, never a crash, and evidence of nothing is out of range.
#include "intake/reader.hpp"
#include <cstdint>
#include <cstdlib>

using namespace motaudit;

namespace {

struct Swallow : Sink {
    void conversation(Conversation& talk) override {
        std::size_t bytes = 0;
        for (const auto& turn : talk.turns)
            for (const char c : turn.text) bytes += static_cast<unsigned char>(c);
        total += bytes;
    }
    void unreadable(Error error) override { total += error.text().size(); }
    void hint(Error hint) override { total += hint.text().size(); }
    std::size_t total = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Reader* const reader = readers::find(FUZZED_READER);
    if (reader == nullptr) std::abort();
    Arena arena;
    Swallow sink;
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    ReadOptions options;
    options.channel = Channel::chat;
    for (std::uint64_t number = 1; !rest.empty(); ++number) {
        auto cut = reader->cut != nullptr ? reader->cut(rest) : 0;
        if (cut == 0) cut = rest.size();
        arena.clear();
        reader->read({.bytes = rest.substr(0, cut), .path = "fuzz", .number = number, .line = number}, options, arena, sink);
        rest.remove_prefix(cut);
    }
    return 0;
}
