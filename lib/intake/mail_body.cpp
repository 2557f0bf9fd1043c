#include "intake/mail_body.hpp"

#include "intake/html.hpp"
#include "intake/mail_limits.hpp"
#include "text/charset.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <string>

namespace motaudit {
namespace {

using std::string_view;

template <class T>
struct Unref {
    void operator()(T* object) const { g_object_unref(object); }
};
using Stream = std::unique_ptr<GMimeStream, Unref<GMimeStream>>;

string_view view(const char* text) { return text ? string_view(text) : string_view(); }

bool is_blank(string_view text) { return text.find_first_not_of(" \t\r\n\xA0\xC2") == string_view::npos; }

bool same_word(string_view a, string_view b) {
    return a.size() == b.size() && g_ascii_strncasecmp(a.data(), b.data(), a.size()) == 0;
}

// The part's bytes; transfer encoding undone unless `raw`.
string_view bytes_of(GMimePart* part, bool raw, Arena& arena) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (!content) return {};
    const Stream to(g_mime_stream_mem_new());
    if (raw) {
        GMimeStream* from = g_mime_data_wrapper_get_stream(content);
        g_mime_stream_reset(from);
        g_mime_stream_write_to_stream(from, to.get());
    } else {
        g_mime_data_wrapper_write_to_stream(content, to.get());
    }
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(to.get()));
    return arena.keep({reinterpret_cast<const char*>(bytes->data), bytes->len});
}

// Says base64 and is plain words: one letter in twenty is none of base64's.
bool is_not_base64(string_view raw) {
    std::size_t foreign = 0, filled = 0;
    for (const char c : raw) {
        const bool blank = c == '\r' || c == '\n' || c == '\t';
        filled += !blank;
        foreign += !blank && !g_ascii_isalnum(c) && c != '+' && c != '/' && c != '=';
    }
    return foreign * 20 > filled;
}

// What an HTML part says of its charset in its first lines.
string_view charset_within(string_view html) {
    html = html.substr(0, 2048);
    const auto at = html.find("charset=");
    if (at == string_view::npos) return {};
    html = html.substr(at + 8);
    const auto begin = html.find_first_not_of("\"' ");
    if (begin == string_view::npos) return {};
    return html.substr(begin, html.find_first_of("\"'; />", begin) - begin);
}

string_view without_carriage_returns(string_view text, Arena& arena) {
    if (text.find('\r') == string_view::npos) return text;
    char* const out = arena.take(text.size());
    std::size_t size = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r') {
            if (at + 1 < text.size() && text[at + 1] == '\n') continue;
            out[size++] = '\n';
        } else {
            out[size++] = text[at];
        }
    }
    return {out, size};
}

class Body {
public:
    explicit Body(Arena& arena) : arena_(arena) {}

    // The readable text of a part and all below it.
    void read(GMimeObject* part, std::string& text, int depth = 0) {
        if (!part || depth > deepest_mail) return;
        if (GMIME_IS_MULTIPART(part)) return read_multipart(GMIME_MULTIPART(part), text, depth);
        if (same_word(disposition_of(part), "attachment")) return;
        if (GMIME_IS_MESSAGE_PART(part)) return forward(g_mime_message_part_get_message(GMIME_MESSAGE_PART(part)), depth);
        if (!GMIME_IS_PART(part)) return;
        const string_view type = type_of(part);
        if (type == "html")
            add(text, html_to_text(decoded(part, true)));
        else if (type == "plain")
            add(text, plain(part));
    }

    std::string& forwarded() { return forwarded_; }

    // Files that come along: what is called an attachment, and what is no text. A message that is to be seen inline is text.
    static int attachments(GMimeObject* part, int depth = 0) {
        if (!part || depth > deepest_mail) return 0;
        int count = 0;
        if (GMIME_IS_MULTIPART(part)) {
            GMimeMultipart* const parts = GMIME_MULTIPART(part);
            for (int i = 0; i < g_mime_multipart_get_count(parts); ++i)
                count += attachments(g_mime_multipart_get_part(parts, i), depth + 1);
            return count;
        }
        const auto disposition = disposition_of(part);
        if (same_word(disposition, "attachment")) return 1;
        if (is_type(part, "message", "rfc822") && g_mime_object_get_header(part, "Content-Type"))
            return depth > 0 && !same_word(disposition, "inline");
        return GMIME_IS_PART(part) && type_of(part).empty();
    }
    bool verbatim() const { return plain_parts_ == 1 && others_ == 0 && verbatim_; }

private:
    static bool is_type(GMimeObject* part, const char* type, const char* subtype) {
        return g_mime_content_type_is_type(g_mime_object_get_content_type(part), type, subtype);
    }

    // Where the field stands twice the first counts, as other readers have it.
    static string_view disposition_of(GMimeObject* part) {
        GMimeHeaderList* const fields = g_mime_object_get_header_list(part);
        for (int i = 0; i < g_mime_header_list_get_count(fields); ++i) {
            GMimeHeader* const field = g_mime_header_list_get_header_at(fields, i);
            if (!same_word(view(g_mime_header_get_name(field)), "content-disposition")) continue;
            string_view value = view(g_mime_header_get_value(field));
            value = value.substr(0, value.find_first_of("; \t\r\n", std::min(value.find_first_not_of(" \t\r\n"), value.size())));
            return value.substr(std::min(value.find_first_not_of(" \t\r\n"), value.size()));
        }
        return {};
    }

    // "plain", "html", or nothing for what is not to be read.
    static string_view type_of(GMimeObject* part) {
        if (is_type(part, "text", "html")) return "html";
        if (is_type(part, "text", "plain") || is_type(part, "text", "enriched")) return "plain";
        // "Content-Type: text" is no type at all.
        const string_view header = view(g_mime_object_get_header(part, "Content-Type"));
        return header.empty() || (header.find('/') == string_view::npos && same_word(header.substr(0, 4), "text")) ? "plain" : "";
    }

    void read_multipart(GMimeMultipart* parts, std::string& text, int depth) {
        const int count = g_mime_multipart_get_count(parts);
        GMimeObject* const self = GMIME_OBJECT(parts);
        if (is_type(self, "multipart", "alternative")) return choose(parts, count, text, depth);
        const bool first_only = is_type(self, "multipart", "related") || is_type(self, "multipart", "signed");
        for (int i = 0; i < (first_only ? std::min(count, 1) : count); ++i)
            read(g_mime_multipart_get_part(parts, i), text, depth + 1);
    }

    // The plain text, unless it is empty or only says where to look; else the last alternative that says something. Several
    // plain ones are no alternatives of each other: all are read.
    void choose(GMimeMultipart* parts, int count, std::string& text, int depth) {
        std::string best;
        bool any = false;
        for (int i = 0; i < count; ++i) {
            GMimeObject* const part = g_mime_multipart_get_part(parts, i);
            if (!is_type(part, "text", "plain")) continue;
            std::string found;
            read(part, found, depth + 1);
            if (is_blank(found) || is_pointer_to_html(found)) continue;
            add(text, found);
            any = true;
        }
        if (any) return;
        for (int i = count - 1; i >= 0 && is_blank(best); --i) {
            GMimeObject* const part = g_mime_multipart_get_part(parts, i);
            if (is_type(part, "text", "plain") && count > 1 && !best.empty()) continue;
            best.clear();
            read(part, best, depth + 1);
        }
        add(text, best);
    }

    static bool is_pointer_to_html(string_view text) {
        if (text.size() > 400) return false;
        std::string low(text);
        std::ranges::transform(low, low.begin(), [](char c) { return g_ascii_tolower(c); });
        return low.find("html") != std::string::npos &&
               (low.find("view") != std::string::npos || low.find("client") != std::string::npos);
    }

    string_view decoded(GMimeObject* part, bool html) {
        GMimePart* const leaf = GMIME_PART(part);
        const auto encoding = g_mime_part_get_content_encoding(leaf);
        string_view bytes = bytes_of(leaf, false, arena_);
        if (encoding == GMIME_CONTENT_ENCODING_BASE64) {
            const string_view raw = bytes_of(leaf, true, arena_);
            if (is_not_base64(raw)) bytes = raw;
        }
        verbatim_ = encoding != GMIME_CONTENT_ENCODING_BASE64 && encoding != GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE &&
                    encoding != GMIME_CONTENT_ENCODING_UUENCODE && !html;
        string_view charset = view(g_mime_object_get_content_type_parameter(part, "charset"));
        if (charset.empty() && html) charset = charset_within(bytes);
        const string_view text = to_utf8_somehow(bytes, charset, arena_);
        verbatim_ = verbatim_ && text.data() == bytes.data();
        (html ? others_ : plain_parts_)++;
        return text;
    }

    string_view plain(GMimeObject* part) {
        const string_view text = without_carriage_returns(decoded(part, false), arena_);
        if (!same_word(view(g_mime_object_get_content_type_parameter(part, "format")), "flowed")) return text;
        verbatim_ = false;
        return unflowed(text, same_word(view(g_mime_object_get_content_type_parameter(part, "delsp")), "yes"), arena_);
    }

    void forward(GMimeMessage* message, int depth) {
        if (!message) return;
        ++others_;
        const std::size_t place = forwarded_.size(); // before what the message itself forwards
        std::string text;
        read(g_mime_message_get_mime_part(message), text, depth + 1);
        std::string head = "-----Original Message-----\n";
        for (const char* name : {"From", "Date", "Subject", "To"}) {
            const std::unique_ptr<char, void (*)(void*)> value(
                g_mime_utils_header_decode_text(nullptr, view(g_mime_object_get_header(GMIME_OBJECT(message), name)).data()),
                g_free);
            if (value) head += std::string(name) + ": " + std::string(to_utf8_somehow(value.get(), "", arena_)) + "\n";
        }
        forwarded_.insert(place, head + "\n" + text + "\n\n");
    }

    static void add(std::string& text, string_view more) {
        if (!text.empty() && !text.ends_with('\n')) text += '\n';
        text += more;
    }

    Arena& arena_;
    std::string forwarded_ = {};
    int plain_parts_ = 0;
    int others_ = 0;
    bool verbatim_ = false;
};

// Everything below the header, as it stands.
string_view below_header(string_view source) {
    for (std::size_t at = 0; at < source.size();) {
        const auto end = source.find('\n', at);
        if (end == string_view::npos) return {};
        if (end == at || (end == at + 1 && source[at] == '\r')) return source.substr(end + 1);
        at = end + 1;
    }
    return {};
}

} // namespace

string_view unflowed(string_view text, bool delsp, Arena& arena) {
    // Quote marks are written anew with a space, so that a line can grow by one byte.
    char* const out = arena.take(text.size() + static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
    std::size_t size = 0;
    std::size_t open_depth = 0;
    bool open = false; // the last line goes on in this one
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
        line.remove_prefix(depth);
        if (line.starts_with(' ')) line.remove_prefix(1);
        const bool signature = line == "-- ";
        if (open && (depth != open_depth || signature)) {
            out[size++] = '\n';
            open = false;
        }
        if (!open && depth > 0) {
            std::fill_n(out + size, depth, '>');
            size += depth;
            out[size++] = ' ';
        }
        open = line.ends_with(' ') && !signature;
        open_depth = depth;
        if (open && delsp) line.remove_suffix(1);
        size += line.copy(out + size, line.size());
        if (!open) out[size++] = '\n';
    }
    return {out, size};
}

MailBody mail_body(GMimeMessage* message, string_view source, Arena& arena) {
    Body body(arena);
    std::string text;
    GMimeObject* const root = g_mime_message_get_mime_part(message);
    body.read(root, text);
    // A multipart without a boundary has no parts, a message may have no type that anybody knows: its bytes are what is left.
    const bool no_parts = root && GMIME_IS_MULTIPART(root) && g_mime_multipart_get_count(GMIME_MULTIPART(root)) == 0;
    if (no_parts) text = without_carriage_returns(to_utf8_somehow(below_header(source), "", arena), arena);
    const bool verbatim = body.verbatim() && GMIME_IS_PART(root) && body.forwarded().empty();
    if (!body.forwarded().empty()) text += (text.empty() ? "" : "\n\n") + body.forwarded();
    return {arena.keep(text), Body::attachments(root), verbatim};
}

} // namespace motaudit
