// A whole text as one turn of the agent: a canned reply (channel template) or a written record (channel case).

#include "intake/ascii.hpp"
#include "intake/readers.hpp"
#include "text/charset.hpp"

namespace motaudit {

bool add_one_text(std::string_view text, std::uint32_t lines_before, Arena& arena, Conversation& talk) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return false;
    const auto before = text.substr(0, begin); // counts for the place
    Turn& turn = talk.turns.emplace_back();
    turn.speaker = Speaker::agent;
    turn.name = talk.agent;
    turn.text = without_carriage_returns(ascii::trim(text.substr(begin)), arena);
    turn.place = {lines_before + 1 + static_cast<std::uint32_t>(std::ranges::count(before, '\n')),
                  static_cast<std::uint32_t>(begin - (before.rfind('\n') + 1)) + 1};
    return true;
}

namespace readers {

int recognises_document(std::string_view, std::string_view) { return 0; } // only the channel tells

void read_document(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    const auto text = to_utf8(record.bytes, options.encoding, arena);
    if (!text) {
        Error error = text.error();
        error.path = record.path;
        return sink.unreadable(std::move(error));
    }
    if (!options.channel || !is_one_text(*options.channel))
        return sink.unreadable({std::string(record.path), 0, 0,
                                "a text as a whole is a canned reply or a record: add --channel template or --channel case"});
    Conversation talk;
    talk.id = record.path == "-" ? "stdin" : stem_of(record.path);
    talk.channel = *options.channel;
    talk.path = record.path;
    talk.record = record.number;
    if (!add_one_text(*text, 0, arena, talk)) return sink.unreadable({std::string(record.path), 0, 0, "no text in it"});
    sink.conversation(talk);
}

} // namespace readers
} // namespace motaudit
