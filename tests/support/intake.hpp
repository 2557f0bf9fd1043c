#pragma once

#include "intake/reader.hpp"
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace motaudit::test {

// What a reader made of a text, kept after the call.
struct Read {
    struct Talk {
        std::string id, agent, customer, meta, started_at, language, subject;
        Channel channel = Channel::chat;
        std::vector<std::string> names, texts;
        std::vector<Turn> turns; // its views are void: see names and texts
        std::vector<std::vector<PlaceMark>> marks;
        std::uint64_t record = 0;
    };
    std::vector<Talk> talks;
    std::vector<std::string> errors, hints;
};

class Keep : public Sink {
public:
    Read read = {};
    void conversation(Conversation& talk) override {
        Read::Talk kept{std::string(talk.id),
                        std::string(talk.agent),
                        std::string(talk.customer),
                        std::string(talk.meta),
                        std::string(talk.started_at),
                        std::string(talk.language),
                        std::string(talk.subject),
                        talk.channel,
                        {},
                        {},
                        talk.turns,
                        {},
                        talk.record};
        for (auto& turn : kept.turns) {
            kept.names.emplace_back(turn.name);
            kept.texts.emplace_back(turn.text);
            kept.marks.emplace_back(turn.marks.begin(), turn.marks.end());
            turn.name = turn.text = {};
            turn.marks = {};
        }
        read.talks.push_back(std::move(kept));
    }
    void unreadable(Error error) override { read.errors.push_back(error.text()); }
    void hint(Error hint) override { read.hints.push_back(hint.text()); }
};

// Reads a file's bytes as the front door does: recognised by content, cut into records, one after the other.
inline Read read_file_bytes(const std::string& bytes, const ReadOptions& options = {}, const std::string& path = "talk.txt") {
    Keep keep;
    const auto reader = readers::recognise(std::string_view(bytes).substr(0, 4096), path, options);
    if (!reader) {
        keep.unreadable(reader.error());
        return keep.read;
    }
    Arena arena;
    Record record{bytes, path, 1, 1};
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const std::size_t size = (*reader)->cut == nullptr ? 0 : (*reader)->cut(rest);
        record.bytes = rest.substr(0, size == 0 ? rest.size() : size);
        (*reader)->read(record, options, arena, keep);
        arena.clear();
        rest.remove_prefix(record.bytes.size());
        ++record.number;
        ++record.line;
    }
    return keep.read;
}

inline std::string file_bytes(const std::string& name) {
    std::ifstream in(std::string(TESTS_FOLDER) + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace motaudit::test
