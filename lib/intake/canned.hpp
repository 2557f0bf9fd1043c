#pragma once

#include "intake/placed_text.hpp"
#include "intake/reader.hpp"

namespace motaudit {

// One canned reply, as the readers of several find it.
struct Canned {
    std::string_view id = {}, title = {}, subject = {}, language = {}; // live during the call
    std::optional<Channel> written_for = {};
    bool is_private = false;
    PlacedText text = {};
};

// Gives it on as a conversation of the channel template; an error at `place` where it holds no text.
void give_canned(Canned canned, Place place, const Record& record, Arena& arena, Sink& sink);

// What a person sees of a reply that is HTML; a hint where "<First Name>" is lost in it, since it is a tag.
PlacedText text_of_reply(const PlacedText& html, const Record& record, Sink& sink);

// Does the text hold tags of HTML?
bool holds_html(std::string_view text);

// The reader for a file of canned replies that begins so; null where its content does not tell.
const Reader* reader_of_canned(std::string_view head, std::string_view path);

namespace readers {
void read_macros(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);
void read_canned_table(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);
void read_canned_html(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);
} // namespace readers

} // namespace motaudit
