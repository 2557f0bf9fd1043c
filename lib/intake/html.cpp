#include "intake/html.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

// libxml2's push parser calls back for elements and characters; no tree is built, so depth costs nothing but one small entry
// on our own stack. Text is written as it comes, with the line breaks that block elements ask for put in before the next
// visible character.

namespace motaudit {
namespace {

using std::string_view;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool is_one_of(string_view name, string_view list) {
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == name) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

bool holds(string_view text, string_view word) {
    return std::search(text.begin(), text.end(), word.begin(), word.end(), [](char c, char w) { return lower(c) == w; }) !=
           text.end();
}

// One open element.
struct Element {
    bool skips = false;
    bool quotes = false;
    bool is_pre = false;
    std::uint8_t breaks = 0; // line ends before and after it
    int item = -1;           // of a list: -1 none, 0 bullets, else the number of the next item
};

class Writer {
public:
    void open(string_view name, const xmlChar** attributes) {
        too_deep_ = too_deep_ || stack_.size() >= deepest;
        if (too_deep_) return;
        Element element;
        const string_view style = attribute(attributes, "style");
        element.skips = is_one_of(name, "head script style title template noscript object svg select textarea") || hidden(style) ||
                        !attribute(attributes, "hidden").empty();
        if (is_one_of(name, "p h1 h2 h3 h4 h5 h6 blockquote pre table dl"))
            element.breaks = 2;
        else if (is_one_of(
                     name,
                     "div ul ol li tr dt dd section article header footer address center form fieldset body main nav caption"))
            element.breaks = 1;
        element.quotes = is_quote(name, style, attributes);
        element.is_pre = name == "pre";
        if (name == "ul") element.item = 0;
        if (name == "ol") element.item = 1;
        if ((name == "ul" || name == "ol") && lists_ == 0) element.breaks = 2;
        skips_ += element.skips;
        pres_ += element.is_pre;
        lists_ += element.item >= 0;
        if (skips_ == 0) {
            break_lines(element.breaks);
            if (name == "br") line_end();
            if (name == "hr") rule();
            if (name == "td" || name == "th") cell();
            if (attribute(attributes, "id") == "divRplyFwdMsg") separator();
        }
        quotes_ += element.quotes;
        if (element.quotes) first_of_quote_ = stack_.size() + 1;
        if (name == "li" && skips_ == 0) item();
        stack_.push_back(element);
    }

    void close() {
        if (stack_.empty() || too_deep_) return;
        const Element element = stack_.back();
        stack_.pop_back();
        quotes_ -= element.quotes;
        if (skips_ == 0) break_lines(element.breaks);
        skips_ -= element.skips;
        pres_ -= element.is_pre;
        lists_ -= element.item >= 0;
    }

    void characters(string_view text) {
        if (skips_ > 0) return;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const char c = text[at];
            const bool wide_blank = c == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0';
            if (pres_ > 0 && c == '\n') {
                line_end();
            } else if (wide_blank || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                at += wide_blank;
                if (pres_ > 0 || wide_blank)
                    spaces_ += spaces_ < 200;
                else
                    spaces_ = std::max(spaces_, 1);
            } else if (c != '\r') {
                if (first_of_quote_) begin_quote(text.substr(at));
                begin_text();
                out_ += c;
            }
        }
    }

    bool too_deep() const { return too_deep_; }

    std::string finish() {
        while (!out_.empty() && (out_.back() == '\n' || out_.back() == ' ')) out_.pop_back();
        return std::move(out_);
    }

private:
    static string_view attribute(const xmlChar** attributes, string_view name) {
        for (auto at = attributes; at && at[0]; at += 2)
            if (name == reinterpret_cast<const char*>(at[0])) return at[1] ? reinterpret_cast<const char*>(at[1]) : "";
        return {};
    }

    static bool hidden(string_view style) { return holds(style, "display:none") || holds(style, "display: none"); }

    static bool is_quote(string_view name, string_view style, const xmlChar** attributes) {
        // The indentation of one webmail is a blockquote without a border.
        if (name == "blockquote") return !holds(style, "border:none") && !holds(style, "border: none");
        const string_view id = attribute(attributes, "id");
        if (id == "OLK_SRC_BODY_SECTION" || id == "mail-editor-reference-message-container") return true;
        const string_view classes = attribute(attributes, "class");
        return name == "div" &&
               (holds(classes, "gmail_quote") || holds(classes, "yahoo_quoted") || holds(classes, "protonmail_quote"));
    }

    // What one webmail forwards stands in the same element as what it quotes; only its first words tell.
    void begin_quote(string_view text) {
        if (first_of_quote_ <= stack_.size() && text.starts_with("-----")) {
            Element& element = stack_[first_of_quote_ - 1];
            quotes_ -= element.quotes;
            element.quotes = false;
        }
        first_of_quote_ = 0;
    }

    void break_lines(int lines) {
        if (lines == 0) return;
        breaks_ = std::max(breaks_, lines);
        spaces_ = 0;
    }

    void line_end() {
        // The first "<br>" ends a line, each further one leaves a line empty.
        if (breaks_ == 0 || !fresh_break_)
            breaks_ = std::max(breaks_, 1);
        else
            breaks_ = std::min(breaks_ + 1, 3);
        fresh_break_ = true;
        spaces_ = 0;
    }

    void prefix(int depth) {
        for (int i = 0; i < depth && i < 20; ++i) out_ += i + 1 < depth ? ">" : "> ";
    }

    void begin_text() {
        if (out_.empty()) {
            prefix(quotes_);
            written_quotes_ = quotes_;
            breaks_ = 0;
            spaces_ = pres_ > 0 ? spaces_ : 0;
        }
        if (quotes_ != written_quotes_) breaks_ = std::max(breaks_, 1);
        if (breaks_ > 0) {
            for (int line = 1; line < breaks_; ++line) {
                out_ += '\n';
                for (int i = 0; i < std::min({quotes_, written_quotes_, 20}); ++i) out_ += '>';
            }
            out_ += '\n';
            prefix(quotes_);
            written_quotes_ = quotes_;
            breaks_ = 0;
        }
        fresh_break_ = false;
        out_.append(static_cast<std::size_t>(spaces_), ' ');
        spaces_ = 0;
    }

    void rule() {
        break_lines(1);
        begin_text();
        out_ += "________________";
        break_lines(1);
    }

    // Outlook on the web puts the fields of the earlier mail there; what follows is that mail.
    void separator() {
        break_lines(2);
        begin_text();
        out_ += "-----Original Message-----";
        break_lines(1);
    }

    void cell() {
        if (breaks_ == 0 && !out_.empty()) spaces_ = std::max(spaces_, 1);
    }

    void item() {
        begin_text();
        const auto list = std::find_if(stack_.rbegin(), stack_.rend(), [](const Element& element) { return element.item >= 0; });
        if (list != stack_.rend() && list->item > 0)
            out_ += std::to_string(list->item++) + ". ";
        else
            out_ += "- ";
    }

    static constexpr std::size_t deepest = 500;
    bool too_deep_ = false;
    std::string out_ = {};
    std::vector<Element> stack_ = {};
    int skips_ = 0;
    int quotes_ = 0;
    int written_quotes_ = 0; // of the line that is being written
    int pres_ = 0;
    int lists_ = 0;
    std::size_t first_of_quote_ = 0; // the depth of a quoting element in which nothing stands yet
    int breaks_ = 0;                 // line ends to be written before the next text
    int spaces_ = 0;
    bool fresh_break_ = false; // the last thing seen was a "<br>"
};

Writer& writer_of(void* context) { return *static_cast<Writer*>(context); }

void on_open(void* context, const xmlChar* name, const xmlChar** attributes) {
    writer_of(context).open(reinterpret_cast<const char*>(name), attributes);
}
void on_close(void* context, const xmlChar*) { writer_of(context).close(); }
void on_characters(void* context, const xmlChar* text, int size) {
    writer_of(context).characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

// Plain text of what nests deeper than any mail: the parser looks through all open elements at each end tag that fits none.
// Tags become line ends or nothing.
std::string stripped(string_view html) {
    std::string out;
    while (!html.empty()) {
        const auto tag = std::min(html.find('<'), html.size());
        out += html.substr(0, tag);
        html.remove_prefix(tag);
        if (html.size() < 2) break;
        const auto name_end = std::min(html.find_first_of(" \t\r\n>/", 2), html.size());
        const string_view name = html.substr(1, std::min<std::size_t>(name_end, 12) - 1);
        if (is_one_of(name, "p div br tr li ul ol table blockquote h1 h2 h3 pre")) out += '\n';
        const auto end = html.find('>');
        html.remove_prefix(end == string_view::npos ? html.size() : end + 1);
    }
    return out;
}

// The parser compares each attribute of a tag with all before it: a tag of thousands is cut to its name. "<![if …]>" of office
// programs is no tag at all.
std::string tamed(string_view html) {
    constexpr std::size_t most_words = 1000;
    std::string out;
    std::size_t kept = 0;
    for (std::size_t at = html.find('<'); at != string_view::npos; at = html.find('<', at + 1)) {
        std::size_t words = 0, end = at + 1;
        while (end < html.size() && html[end] != '>' && html[end] != '<') words += html[end++] <= ' ';
        const bool conditional = html.substr(at, 3) == "<![" && html[end - 1] != '-'; // "<![endif]-->" ends a comment
        if (conditional || words > most_words) {
            const auto name_end = conditional ? at : html.find_first_of(" \t\r\n", at);
            out.append(html.substr(kept, name_end - kept));
            kept = conditional ? std::min(end + 1, html.size()) : end;
        }
        at = end - 1;
    }
    if (kept == 0) return {};
    out.append(html.substr(kept));
    return out;
}

} // namespace

std::string html_to_text(string_view html) {
    static std::once_flag once;
    std::call_once(once, xmlInitParser);

    const std::string changed = tamed(html);
    if (!changed.empty()) html = changed;
    Writer writer;
    htmlSAXHandler sax = {};
    sax.startElement = on_open;
    sax.endElement = on_close;
    sax.characters = on_characters;
    sax.ignorableWhitespace = on_characters;
    const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser(
        htmlCreatePushParserCtxt(&sax, &writer, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8), htmlFreeParserCtxt);
    if (!parser) return {};
    htmlCtxtUseOptions(parser.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    constexpr std::size_t chunk = std::size_t{16} << 10;
    for (std::size_t at = 0; at < html.size() && !writer.too_deep(); at += chunk)
        htmlParseChunk(parser.get(), html.data() + at, static_cast<int>(std::min(chunk, html.size() - at)), 0);
    if (writer.too_deep()) return stripped(html);
    htmlParseChunk(parser.get(), nullptr, 0, 1);
    return writer.finish();
}

} // namespace motaudit
