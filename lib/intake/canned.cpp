// What the readers of canned replies share, and the one of a reply that is an HTML file.

#include "intake/canned.hpp"

#include "intake/ascii.hpp"
#include "intake/canned_table.hpp"
#include "intake/json_outline.hpp"
#include "intake/readers.hpp"
#include "text/charset.hpp"
#include "text/placeholders.hpp"

#include <fmt/core.h>

namespace motaudit {

bool holds_html(std::string_view text) {
    for (const std::string_view tag :
         {"</p>", "</div>", "</li>", "</a>", "</b>", "</strong>", "</span>", "</td>", "<br>", "<br/>", "<br />"})
        if (std::search(text.begin(), text.end(), tag.begin(), tag.end(), [](char c, char t) { return ascii::lower(c) == t; }) !=
            text.end())
            return true;
    return false;
}

PlacedText text_of_reply(const PlacedText& html, const Record& record, Sink& sink) {
    const auto text = html.text();
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const auto tag = text.substr(at, placeholder_at(text.substr(at)));
        const auto second = tag.find(' ') + 1; // tags in capitals have no word in small letters behind a capital
        if (second == 0 || !ascii::is_upper(tag[1]) || !ascii::is_upper(tag[second]) || ascii::is_upper(tag[second + 1])) continue;
        sink.hint({std::string(record.path), html.at(at).line, 0,
                   fmt::format("'{}' is a tag in HTML, and nobody sees it; write &lt;{}&gt;", tag, tag.substr(1, tag.size() - 2))});
        break;
    }
    return html_text(html);
}

void give_canned(Canned canned, Place place, const Record& record, Arena& arena, Sink& sink) {
    canned.text.trim();
    if (canned.text.text().empty())
        return sink.unreadable({std::string(record.path), place.line, 0, "a canned reply without text"});
    Conversation talk;
    const auto name = !canned.id.empty() ? canned.id : canned.title;
    talk.id = !name.empty() ? name : arena.keep(fmt::format("{}:{}", stem_of(record.path), place.line));
    talk.topic = canned.title;
    talk.subject = canned.subject;
    talk.language = canned.language;
    talk.channel = Channel::template_;
    talk.template_for = canned.written_for;
    talk.path = record.path;
    talk.record = record.number;
    Turn& turn = talk.turns.emplace_back();
    turn.speaker = Speaker::agent;
    turn.is_private = canned.is_private;
    canned.text.give(turn);
    sink.conversation(talk);
}

const Reader* reader_of_canned(std::string_view head, std::string_view path) {
    const auto plain = plain_head(head);
    const auto text = ascii::trim(std::string_view(plain).substr(std::min(plain.find_first_not_of(" \t\r\n"), plain.size())));
    const bool is_placeholder = placeholder_at(text) > 0; // "{{intro}}", "{% if x %}" begin no JSON
    if (!is_placeholder && (text.starts_with('{') || text.starts_with('['))) {
        const JsonOutline outline(text);
        return fit(outline, macro_keys) > 0 ? readers::find("zendesk-macros") : nullptr;
    }
    const auto begins = [&](std::string_view tag) { return ascii::same(text.substr(0, tag.size()), tag); };
    if (has_extension(path, ".html") || has_extension(path, ".htm") || begins("<!doctype html") || begins("<html") ||
        begins("<p>") || begins("<p ") || begins("<div"))
        return readers::find("canned-html");
    if (has_canned_header(text)) return readers::find("canned-csv");
    return is_placeholder ? readers::find("document") : nullptr;
}

namespace readers {

void read_canned_html(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    const auto text = to_utf8(record.bytes, options.encoding, arena);
    if (!text) {
        Error error = text.error();
        error.path = record.path;
        return sink.unreadable(std::move(error));
    }
    Canned canned;
    canned.id = record.path == "-" ? "stdin" : stem_of(record.path);
    PlacedText html;
    html.add(*text, {1, 1});
    canned.text = text_of_reply(html, record, sink);
    give_canned(std::move(canned), {1, 1}, record, arena, sink);
}

} // namespace readers
} // namespace motaudit
