#include "text/mail_parts.hpp"

#include "text/mail_marks.hpp"

#include <algorithm>

// A mail's body is walked once, line by line. What begins an earlier message is one of four things: a quoted line, a line that
// introduces a quotation ("On … wrote:"), a separator ("-----Original Message-----") or a block of header fields. If a quote
// follows the introduction, history ends with the quote, for people answer below and between quotes; else everything to the
// end is history. The sign-off has no mark of its own: it is sought in the last lines of each stretch of reply. Every look
// ahead or back is bounded, so the walk is linear. Left out: quotes set in italics or colour, which plain text does not show.

namespace motaudit {
namespace {

using namespace mail_marks;
using std::string_view;

constexpr std::size_t nowhere = string_view::npos;
constexpr std::size_t longest_attribution = 400;

// The line before the one that begins at `at`; `at` itself must not be 0.
std::size_t line_before(string_view text, std::size_t at) {
    const auto end = at < 2 ? nowhere : text.rfind('\n', at - 2);
    return end == nowhere ? 0 : end + 1;
}

std::size_t skip_blank(string_view text, std::size_t at) {
    while (at < text.size() && trimmed(line_at(text, at)).empty()) at = next_line(text, at);
    return at;
}

struct Fields {
    std::size_t end = 0; // where the line after the last field begins
    unsigned kinds = 0;  // bits of Field
    bool address = false;

    bool has(Field field) const { return (kinds >> static_cast<unsigned>(field) & 1) != 0; }
    bool has_date() const { return has(Field::date) || has(Field::sent); }
    int count() const { return has(Field::from) + has_date() + has(Field::to) + has(Field::subject); }
};

// The header fields that begin at `at`. A field may go on over one further line.
Fields fields_at(string_view text, std::size_t at) {
    Fields fields;
    bool wrapped = true; // the first line must be a field
    for (int lines = 0; at < text.size() && lines < 16; ++lines, at = next_line(text, at)) {
        const string_view line = line_at(text, at);
        if (const Field field = field_of(line); field != Field::none) {
            fields.kinds |= 1u << static_cast<unsigned>(field);
            fields.end = next_line(text, at);
            wrapped = false;
        } else if (wrapped || trimmed(line).empty()) {
            break;
        } else {
            wrapped = true;
        }
        fields.address = fields.address || line.substr(0, 400).find('@') != nowhere;
    }
    return fields;
}

// Copied by mail programs above a message they quote. "Date: … Time: … Address: …" of an appointment is none, nor is
// "From: Berlin" above "To: Rome".
bool is_header_block(const Fields& fields) {
    if (fields.count() < 2 || !(fields.has(Field::from) || fields.has(Field::to))) return false;
    return fields.address ||
           (fields.count() >= 3 && fields.has(Field::from) && (fields.has(Field::subject) || fields.has(Field::sent)));
}

// Where the text goes on after what introduces earlier messages at `at`: a separator, or a block of fields with or without a
// rule above it; 0 where nothing of the kind stands there.
std::size_t after_opener(string_view text, std::size_t at) {
    const string_view line = line_at(text, at);
    if (is_separator(line)) {
        const std::size_t next = next_line(text, at);
        const Fields fields = fields_at(text, skip_blank(text, next));
        return std::max(next, fields.end);
    }
    const std::size_t begin = is_rule(line) ? skip_blank(text, next_line(text, at)) : at;
    const Fields fields = fields_at(text, begin);
    return is_header_block(fields) ? fields.end : 0;
}

bool quote_follows(string_view text, std::size_t at) {
    at = skip_blank(text, at);
    return at < text.size() && is_quoted(line_at(text, at));
}

// Where the attribution begins whose last line is the one at `at`, or nowhere. Not before `floor`.
std::size_t attribution_begin(string_view text, std::size_t at, std::size_t floor) {
    const string_view line = line_at(text, at);
    const Closing closing = closing_of(line);
    if (closing == Closing::none) return nowhere;
    const bool quoted = quote_follows(text, next_line(text, at));
    if (closing == Closing::bare) return quoted && has_date(line) ? at : nowhere;

    // Mail programs wrap the line: up to five lines, the blank ones of some programs among them.
    bool date = false;
    bool verb = closing == Closing::verb;
    std::size_t begin = at;
    for (int lines = 0; lines < 7; ++lines) {
        const string_view here = trimmed(line_at(text, begin));
        if (lines > 0 && (here.size() > 200 || is_quoted(here) || here.ends_with(':'))) break;
        date = date || has_date(here);
        verb = verb || (lines <= 2 && has_verb_of_writing(here.substr(0, 200)));
        if (opens_attribution(here) && (date || quoted) && (verb || closing == Closing::address)) return begin;
        if (begin <= floor) break;
        begin = line_before(text, begin);
    }
    // The name or the date comes first: "Max <a@b.c> schrieb am …", "2016-10-24 15:36 Max <a@b.c>:", also over two lines.
    begin = at;
    if (const auto shared = attribution_within(line); verb && shared != nowhere) return at + shared;
    date = false;
    verb = closing == Closing::verb;
    for (int lines = 0; lines < 2; ++lines) {
        const string_view here = trimmed(line_at(text, begin)).substr(0, longest_attribution);
        date = date || has_date(here);
        verb = verb || has_verb_of_writing(here);
        if (date && (verb || closing == Closing::address)) return begin;
        if (begin <= floor) break;
        begin = line_before(text, begin);
        if (trimmed(line_at(text, begin)).empty()) break;
    }
    // "Bob wrote:" directly above a quote.
    if (closing == Closing::verb && quoted && line.size() <= 100) return at;
    return nowhere;
}

// Whether what stands from `at` to the next message is short enough for a signature: few lines, none of them long. Below a
// long rule, which parts a text as well, it also says how to reach somebody.
bool is_short(string_view text, std::size_t at, bool with_contact) {
    int lines = 0;
    bool contact = !with_contact;
    for (; at < text.size(); at = next_line(text, at)) {
        const string_view line = trimmed(line_at(text, at));
        if (line.empty()) continue;
        if (is_quoted(line) || closing_of(line) == Closing::verb || after_opener(text, at) != 0) break;
        if (++lines > 15 || line.size() > 100) return false;
        contact = contact || is_contact_line(line);
    }
    return contact;
}

// The end of the quoted lines that begin at `at`, and of the blank lines below them. A link that was wrapped out of its
// quoted line still belongs to it.
std::size_t quote_end(string_view text, std::size_t at) {
    bool open = false;
    while (at < text.size()) {
        const string_view line = line_at(text, at);
        const string_view inside = trimmed(line);
        const bool link = inside.starts_with("(http") || inside.starts_with("<http");
        if (!is_quoted(line) && !link && !(open && !inside.empty())) break;
        const auto bracket = line.substr(0, 2000).rfind("http");
        open = is_quoted(line) && bracket != nowhere && bracket > 0 && (line[bracket - 1] == '(' || line[bracket - 1] == '<') &&
               line.find_first_of(")>", bracket) == nowhere;
        at = next_line(text, at);
    }
    return skip_blank(text, at);
}

// Where the sign-off begins in the stretch [begin, end) of reply, or `end`.
std::size_t sign_off_begin(string_view text, std::size_t begin, std::size_t end) {
    const string_view part = text.substr(0, end);
    int below = 0;      // lines seen, from the end
    int long_lines = 0; // of these, lines too long for a name, a title or an address
    std::size_t first_below = end;
    for (std::size_t at = end; at > begin && below < 16;) {
        at = std::max(begin, line_before(text, at));
        const string_view line = trimmed(line_at(part, at));
        if (line.empty()) continue;
        const Valediction valediction = valediction_of(line);
        const bool name_follows = below > 0 && is_name_line(line_at(part, first_below));
        if (valediction == Valediction::strong && (below == 0 || trimmed(line_at(part, first_below)).size() <= 60)) return at;
        if (valediction == Valediction::weak &&
            (line.find(", ") != nowhere || (below > 0 && long_lines == 0 && (name_follows || line.ends_with(',')))))
            return at;
        first_below = at;
        ++below;
        long_lines += line.size() > 80;
    }

    // No valediction: a last line that names a team, or a last block that is but a name, perhaps with ways to reach it.
    std::size_t block = end;
    std::size_t team = end;
    std::size_t lines = 0;
    std::size_t contacts = 0;
    string_view first;
    for (std::size_t at = end; at > begin;) {
        at = std::max(begin, line_before(text, at));
        const string_view line = trimmed(line_at(part, at));
        if (line.empty()) {
            if (lines == 0) continue;
            break;
        }
        if (++lines == 1 && is_team_line(line) && at > skip_blank(text, begin)) team = at;
        if (lines > 5 || line.size() > 80) return team;
        contacts += is_contact_line(line);
        first = line;
        block = at;
    }
    if (lines == 0 || block <= skip_blank(text, begin) || !is_name_line(first)) return team;
    return lines == 1 || contacts > 0 ? block : team;
}

// A postscript below a sign-off is the writer's own again.
std::size_t postscript(string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; at = next_line(text, at)) {
        const string_view line = trimmed(line_at(text, at));
        if (line.starts_with("PS:") || line.starts_with("P.S.") || line.starts_with("PS ") || line.starts_with("Ps.") ||
            line.starts_with("PS."))
            return at;
    }
    return end;
}

class Splitter {
public:
    Splitter(string_view text, std::vector<MailSpan>& parts) : text_(text), parts_(parts) { parts_.clear(); }

    void split() {
        std::size_t at = skip_blank(text_, 0);
        if (const Fields fields = fields_at(text_, at);
            fields.count() >= 2 && fields.has(Field::from) && skip_blank(text_, fields.end) > fields.end) {
            begin(MailPart::head, at);
            at = skip_blank(text_, fields.end);
            begin(MailPart::reply, at);
        }
        while (at < text_.size()) at = step(at);
        close(text_.size());
    }

private:
    // Looks at the line at `at` and says where to look next.
    std::size_t step(std::size_t at) {
        const string_view line = line_at(text_, at);
        const std::size_t next = next_line(text_, at);
        if (is_ordinary(line)) return mark_signature(at, next);
        if (is_quoted(line)) {
            // Some programs wrap the address so that its bracket looks like a quote: "<", "a@b.c", "> wrote:".
            if (const std::size_t from = line.size() < 20 ? attribution_begin(text_, at, begin_) : nowhere; from < at)
                return history(from, next);
            return history(at, at);
        }
        if (const std::size_t after = after_opener(text_, at); after != 0) {
            if (is_forward(line) && skip_blank(text_, 0) == at) return forward(at, after);
            return history(at, after);
        }
        if (const std::size_t from = attribution_begin(text_, at, begin_); from != nowhere) return history(from, next);
        return mark_signature(at, next);
    }

    // A mail that only passes another on says what that one says, as the mails do that are sent to be judged.
    std::size_t forward(std::size_t at, std::size_t after) {
        begin(MailPart::head, at);
        const std::size_t text = skip_blank(text_, after);
        if (text < text_.size()) begin(MailPart::reply, text);
        return text;
    }

    std::size_t mark_signature(std::size_t at, std::size_t next) {
        if (part_ == MailPart::reply && is_signature(at, next)) begin(MailPart::signature, at);
        return next;
    }

    // A mark with nothing above it is text: somebody signs what they wrote.
    bool is_signature(std::size_t at, std::size_t next) const {
        const string_view line = line_at(text_, at);
        const bool mark = is_signature_mark(line);
        if ((!mark && !is_device_line(line)) || at <= skip_blank(text_, 0)) return false;
        if (mark ? line.starts_with("-- ") : trimmed(line_at(text_, line_before(text_, at))).empty()) return true;
        return is_short(text_, next, is_rule(line));
    }

    // History from `from`, introduced up to `after`: the quote below it, else all that is left.
    std::size_t history(std::size_t from, std::size_t after) {
        begin(MailPart::history, from);
        if (from != after && !quote_follows(text_, after)) return text_.size();
        const std::size_t end = quote_end(text_, skip_blank(text_, after));
        if (end < text_.size()) begin(MailPart::reply, end);
        return end;
    }

    void begin(MailPart part, std::size_t at) {
        if (part == part_) return;
        if (at > begin_) close(at);
        begin_ = at;
        part_ = part;
    }

    void close(std::size_t end) {
        if (end == begin_) return;
        if (part_ != MailPart::reply) return add(part_, begin_, end);
        const std::size_t sign_off = sign_off_begin(text_, begin_, end);
        const std::size_t again = postscript(text_, sign_off, end);
        add(MailPart::reply, begin_, sign_off);
        add(MailPart::sign_off, sign_off, again);
        add(MailPart::reply, again, end);
    }

    void add(MailPart part, std::size_t from, std::size_t to) {
        if (from == to) return;
        const Span span = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
        if (!parts_.empty() && parts_.back().part == part)
            parts_.back().span.end = span.end;
        else
            parts_.push_back({part, span});
    }

    string_view text_;
    std::vector<MailSpan>& parts_;
    std::size_t begin_ = 0;
    MailPart part_ = MailPart::reply;
};

} // namespace

void split_mail(string_view text, std::vector<MailSpan>& parts) { Splitter(text, parts).split(); }

} // namespace motaudit
