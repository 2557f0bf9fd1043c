// A whole text as one turn of the agent: a canned reply (channel template) or a written record (channel case).

#include "intake/ascii.hpp"
#include "intake/readers.hpp"
#include "text/charset.hpp"

namespace motaudit::readers {

int recognises_document(std::string_view, std::string_view) { return 0; } // only the channel tells

void read_document(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    const auto text = to_utf8(record.bytes, options.encoding, arena);
    if (!text) {
        Error error = text.error();
        error.path = record.path;
        return sink.unreadable(std::move(error));
    }
    if (!options.channel || (*options.channel != Channel::template_ && *options.channel != Channel::case_))
        return sink.unreadable({std::string(record.path), 0, 0,
                                "a text as a whole is a canned reply or a record: add --channel template or --channel case"});
    // Without the blank lines around it; those before it count for its place.
    const auto begin = text->find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return sink.unreadable({std::string(record.path), 0, 0, "no text in it"});
    const auto before = text->substr(0, begin);
    Conversation talk;
    talk.id = record.path == "-" ? "stdin" : stem_of(record.path);
    talk.channel = *options.channel;
    talk.path = record.path;
    talk.record = record.number;
    Turn& turn = talk.turns.emplace_back();
    turn.speaker = Speaker::agent;
    turn.text = without_carriage_returns(ascii::trim(text->substr(begin)), arena);
    turn.place = {1 + static_cast<std::uint32_t>(std::ranges::count(before, '\n')),
                  static_cast<std::uint32_t>(begin - (before.rfind('\n') + 1)) + 1};
    sink.conversation(talk);
}

} // namespace motaudit::readers
