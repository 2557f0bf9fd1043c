// A table of canned replies (CSV, TSV): a header, then a reply a row. Cells are read here and not as the other tables' are, since
// each byte of a text has to lead back to its line and column.

#include "intake/canned_table.hpp"

#include "base/csv.hpp"
#include "intake/ascii.hpp"
#include "intake/canned.hpp"
#include "intake/column_name.hpp"
#include "intake/readers.hpp"
#include "text/charset.hpp"

#include <array>
#include <fmt/core.h>
#include <optional>

namespace motaudit {
namespace {

using std::string_view;

// The rows of a table as they stand in a text.
class Rows {
public:
    Rows(string_view text, char separator) : text_(text), separator_(separator) {}

    // The next row that holds anything; false at the end.
    bool next(std::vector<PlacedText>& cells) {
        do {
            cells.clear();
            if (at_ >= text_.size()) return false;
            begin_ = place_;
            bool more = true;
            while (more) {
                cells.emplace_back();
                more = cell(cells.back());
            }
        } while (cells.size() == 1 && cells[0].text().empty());
        return true;
    }
    Place begin() const { return begin_; }

private:
    // One cell and what ends it; false where that is the row's end.
    bool cell(PlacedText& out) {
        if (peek() == '"') {
            advance(1);
            while (at_ < text_.size()) {
                const auto end = std::min(text_.find('"', at_), text_.size());
                add(out, end - at_);
                if (text_.substr(at_, 2) != "\"\"") break;
                advance(1);
                add(out, 1);
            }
            advance(at_ < text_.size());
        }
        const std::array<char, 3> ends = {separator_, '\r', '\n'};
        add(out, std::min(text_.find_first_of(string_view(ends.data(), ends.size()), at_), text_.size()) - at_);
        if (peek() == separator_ && at_ < text_.size()) {
            advance(1);
            return true;
        }
        advance(text_.substr(at_, 2) == "\r\n" ? 2 : at_ < text_.size());
        return false;
    }

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void add(PlacedText& out, std::size_t size) {
        // A carriage return before a line end is none of the text.
        for (auto left = size; left > 0;) {
            const auto run = std::min(text_.substr(at_, left).find("\r\n"), left);
            out.add(text_.substr(at_, run), place_);
            advance(run);
            left -= run;
            if (left == 0) break;
            advance(1);
            --left;
        }
    }
    void advance(std::size_t size) {
        place_ = place_behind(text_.substr(at_, size), place_);
        at_ += size;
    }

    string_view text_;
    char separator_;
    std::size_t at_ = 0;
    Place place_ = {1, 1}, begin_ = {1, 1};
};

struct Columns {
    std::optional<std::size_t> id, title, text, subject, language, channel;
    bool is_table() const { return title && text; }
};

// Of several names for one thing the first of the list that stands in the header counts.
template <std::size_t size>
std::optional<std::size_t> column(const std::vector<std::string>& header, const string_view (&names)[size]) {
    for (const auto name : names)
        for (std::size_t i = 0; i < header.size(); ++i)
            if (header[i] == name) return i;
    return {};
}

Columns columns_of(const std::vector<PlacedText>& cells) {
    static constexpr string_view ids[] = {"id", "templateid", "macroid", "externalid", "key", "code"};
    static constexpr string_view titles[] = {"title",     "name",      "templatename", "templatetitle", "macrotitle",
                                             "macroname", "replyname", "shortcut",     "label"};
    static constexpr string_view texts[] = {"body",     "text",         "content",  "message",      "reply",    "template",
                                            "response", "htmlbody",     "bodyhtml", "templatebody", "textbody", "cannedresponse",
                                            "comment",  "templatetext", "html",     "macrotext"};
    static constexpr string_view subjects[] = {"subject", "emailsubject"};
    static constexpr string_view languages[] = {"language", "locale", "lang"};
    static constexpr string_view channels[] = {"for", "channel"};
    std::vector<std::string> header;
    for (const auto& cell : cells) header.push_back(plain_column(cell.text()));
    return {column(header, ids),      column(header, titles),    column(header, texts),
            column(header, subjects), column(header, languages), column(header, channels)};
}

string_view without_mark(string_view text) { return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text; }

} // namespace

bool has_canned_header(string_view head) {
    head = without_mark(head);
    std::vector<PlacedText> cells;
    const auto line = head.substr(0, head.find('\n'));
    return line.size() < 2000 && Rows(line, csv_separator(head)).next(cells) && columns_of(cells).is_table();
}

namespace readers {

void read_canned_table(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink) {
    const auto decoded = to_utf8(record.bytes, options.encoding, arena);
    if (!decoded) {
        Error error = decoded.error();
        error.path = record.path;
        return sink.unreadable(std::move(error));
    }
    const auto wrong = [&](std::size_t line, std::string what) {
        sink.unreadable({std::string(record.path), line, 0, std::move(what)});
    };
    Rows rows(*decoded, csv_separator(*decoded));
    std::vector<PlacedText> cells;
    const auto columns = rows.next(cells) ? columns_of(cells) : Columns();
    if (!columns.is_table()) return wrong(1, "no table of canned replies: its header needs a title or name, and a body or text");
    Record one = record;
    while (rows.next(cells)) {
        const auto cell = [&](const std::optional<std::size_t>& at) {
            return at && *at < cells.size() ? ascii::trim(cells[*at].text()) : string_view();
        };
        ++one.number;
        if (*columns.text >= cells.size()) {
            wrong(rows.begin().line, fmt::format("a row of {} cells: none holds the text", cells.size()));
            continue;
        }
        Canned canned;
        canned.id = arena.keep(cell(columns.id));
        canned.title = arena.keep(cell(columns.title));
        canned.subject = arena.keep(cell(columns.subject));
        canned.language = arena.keep(cell(columns.language));
        const auto channel = channel_named(ascii::lower(cell(columns.channel)));
        if (channel && is_written(*channel) && *channel != Channel::template_) canned.written_for = channel;
        auto& text = cells[*columns.text];
        canned.text = holds_html(text.text()) ? text_of_reply(text, one, sink) : std::move(text);
        give_canned(std::move(canned), rows.begin(), one, arena, sink);
    }
    if (one.number == record.number) wrong(1, "a table without rows");
}

} // namespace readers
} // namespace motaudit
