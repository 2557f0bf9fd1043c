#pragma once

#include "intake/reader.hpp"
#include <algorithm>
#include <cstdint>
#include <string_view>

// A file's bytes through one reader, as the front door gives them to it.

namespace motaudit::fuzz {

// Looks at every byte of what comes out: text that no longer lives is found by the sanitizers.
struct Swallow : Sink {
    void conversation(Conversation& talk) override {
        for (const auto& turn : talk.turns)
            for (const char c : turn.text) total += static_cast<unsigned char>(c);
    }
    void unreadable(Error error) override { total += error.text().size(); }
    void hint(Error hint) override { total += hint.text().size(); }
    std::size_t total = 0;
};

// In pieces of that size where the reader cuts by what stands above.
inline void drive(const Reader& reader, std::string_view bytes, const ReadOptions& options, std::size_t piece) {
    Arena arena;
    Swallow sink;
    if (reader.open == nullptr) {
        for (std::uint64_t number = 1; !bytes.empty(); ++number) {
            auto cut = reader.cut != nullptr ? reader.cut(bytes) : 0;
            if (cut == 0) cut = bytes.size();
            arena.clear();
            reader.read({.bytes = bytes.substr(0, cut), .path = "fuzz", .number = number, .line = number}, options, arena, sink);
            bytes.remove_prefix(cut);
        }
        return;
    }
    const auto cutter = reader.open("fuzz", options);
    const auto drain = [&] {
        for (Record record; cutter->next(record);) {
            arena.clear();
            reader.read(record, options, arena, sink);
        }
    };
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
        cutter->feed(bytes.substr(0, piece));
        drain();
    }
    cutter->finish();
    drain();
}

} // namespace motaudit::fuzz
