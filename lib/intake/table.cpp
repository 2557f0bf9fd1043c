#include "base/nearest.hpp"
#include "intake/canned.hpp"
#include "intake/canned_table.hpp"
#include "intake/exports/exports.hpp"
#include "intake/json_outline.hpp"
#include "intake/map/known_tables.hpp"
#include "intake/map/mapped.hpp"
#include "intake/readers.hpp"
#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <utility>
#include <vector>

namespace motaudit {
namespace readers {
namespace {

constexpr Reader own[] = {
    {"jsonl", "conversations as JSON, one a line", recognises_jsonl, cut_line, read_jsonl},
    {"json", "one conversation as JSON, or an array of them", recognises_json, nullptr, read_json},
    {"text", "transcript of a chat or call as plain text", recognises_transcript, nullptr, read_transcript},
    {"document", "plain text as a whole: a canned reply (--channel template) or a case record (--channel case)",
     recognises_document, nullptr, read_document},
    {"canned-csv", "a table of canned replies (CSV), with --channel template", recognises_document, nullptr, read_canned_table},
    {"canned-html", "a canned reply as HTML, with --channel template", recognises_document, nullptr, read_canned_html},
    {"zendesk-macros", "Zendesk macros as JSON: their replies", recognises_document, exports::cut, read_macros},
    {"webvtt", "captions of a call with speakers (WebVTT)", recognises_webvtt, nullptr, read_webvtt},
    {"salesforce-chat", "body of a Salesforce live chat", recognises_salesforce_chat, nullptr, read_salesforce_chat},
    {"srt", "captions of a call (SubRip)", recognises_srt, nullptr, read_srt},
#ifdef MOTAUDIT_MAIL
    {"eml", "one e-mail message, by default the agent's", recognises_eml, nullptr, read_eml},
    {"mbox", "a mailbox: e-mail messages one after another", recognises_mbox, cut_mbox, read_mbox},
    {"xlsx", "a sheet of an Excel workbook", recognises_workbook, nullptr, read_workbook},
#endif
};

template <std::size_t row>
void read_export(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    exports::read_record(exports::table[row], record, options, arena, sink);
}

template <std::size_t row>
void read_known(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    read_by_map(known_map(row), record, options, arena, sink);
}
template <std::size_t row>
std::unique_ptr<Cutter> open_known(std::string_view path, const ReadOptions& options) {
    return open_by_map(known_map(row), path, options);
}

// Our own readers and, for --from, the exports and known tables: these are recognised together, by their keys and columns.
template <std::size_t... own_rows, std::size_t... export_rows, std::size_t... known_rows>
constexpr auto all_rows(std::index_sequence<own_rows...>, std::index_sequence<export_rows...>, std::index_sequence<known_rows...>) {
    return std::array{own[own_rows]...,
                      Reader{exports::table[export_rows].name, exports::table[export_rows].summary, nullptr, exports::cut,
                             read_export<export_rows>}...,
                      Reader{known_tables[known_rows].name, known_tables[known_rows].summary, nullptr, nullptr,
                             read_known<known_rows>, open_known<known_rows>}...};
}
constexpr auto table = all_rows(std::make_index_sequence<std::size(own)>{}, std::make_index_sequence<std::size(exports::table)>{},
                                std::make_index_sequence<std::size(known_tables)>{});

// Formats that are known by their first bytes and not read.
struct Foreign {
    std::string_view magic;
    std::string_view what;
};
constexpr Foreign foreign[] = {
    {"BZh", "bzip2 data; unpack it first"},
    {"\xFD"
     "7zXZ",
     "xz data; unpack it first"},
    {"7z\xBC\xAF", "a 7-Zip archive; unpack it first"},
    {"\xD0\xCF\x11\xE0", "an old Office or Outlook file; save it as .eml or text"},
    {"%PDF-", "a PDF; export it as text"},
    {"\x7F"
     "ELF",
     "a program"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"GIF8", "a picture"},
    {"RIFF", "a sound or film; transcribe it first"},
    {"ID3", "a sound; transcribe it first"},
    {"OggS", "a sound; transcribe it first"},
    {"SQLite format 3", "a database"},
};

std::string names_of(std::span<const Reader* const> rows) {
    std::string names;
    for (const auto* row : rows) names += (names.empty() ? "" : ", ") + std::string(row->name);
    return names;
}

// A canned reply or a case record is one text, whatever it looks like inside.
bool is_document(Channel channel) { return channel == Channel::template_ || channel == Channel::case_; }

} // namespace

std::span<const Reader> all() { return table; }

const Reader* find(std::string_view name) {
    const auto row = std::ranges::find(table, name, &Reader::name);
    return row == table.end() ? nullptr : &*row;
}

Result<const Reader*> recognise(std::string_view head, std::string_view path, const ReadOptions& options) {
    const auto wrong = [&](std::string message) { return Error{std::string(path), 0, 0, std::move(message)}; };
    if (!options.from.empty()) {
        if (const auto* row = find(options.from)) return row;
        std::vector<std::string_view> names;
        for (const auto& row : table) names.push_back(row.name);
        const auto near = nearest(options.from, names);
        return wrong(fmt::format("unknown input format '{}'{}", options.from, near.empty() ? "" : fmt::format(" ({}?)", near)));
    }
    if (head.empty()) return wrong("empty");
    if (options.channel == Channel::template_ && !options.map)
        if (const auto* row = reader_of_canned(head, path)) return row;
    for (const auto& kind : foreign) {
        if (head.starts_with(kind.magic)) return wrong(fmt::format("this is {}", kind.what));
    }
    if (options.map) return &mapped;
    const auto known = recognise_known_table(head);
    if (!known) return wrong(known.error().message);
    if (*known != nullptr) return *known;
    std::vector<const Reader*> best;
    int most = 1;
    for (const auto& row : own) {
        const int sure = row.recognises(head, path);
        if (sure > most) best.clear();
        if (sure >= most) best.push_back(&row);
        most = std::max(most, sure);
    }
    if (best.empty())
        return wrong("not recognised; expected JSON, a transcript ('Agent: …'), captions or mail; --from names the format");
    if (best.size() > 1) return wrong(fmt::format("could be {}; --from says which", names_of(best)));
    if (best[0]->read == read_transcript) {
        if (options.channel && is_document(*options.channel)) return find("document");
        if (auto table_of = unmapped_table(head, path); !table_of.empty()) return wrong(std::move(table_of));
    }
    if (best[0]->read == read_json || best[0]->read == read_jsonl) {
        const JsonOutline outline(plain_head(head));
        if (outline.has("turns")) return best[0];
        if (fit(outline, macro_keys) > 0) return find("zendesk-macros");
        const auto choice = exports::choose(outline);
        if (!choice.fault.empty()) return wrong(choice.fault);
        if (choice.format != nullptr) return find(choice.format->name);
    }
    return best[0];
}

} // namespace readers

} // namespace motaudit
