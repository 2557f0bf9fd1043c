#include "fix/protected.hpp"

#include "text/placeholders.hpp"
#include <algorithm>
#include <array>
#include <cstdint>

// One walk over the file. At each character that could open something, that is looked at and stepped over as a whole. Where it is
// not certain what something is, it is protected: a slip that stays is better than a link that breaks. How far each look goes is
// bounded, so that a hostile file costs no more than its length.

namespace motaudit {
namespace {

using std::string_view;

constexpr std::size_t longest_tag = 4000, longest_link = 2000, longest_code = 5000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// What an element of these names holds is code, or a link.
constexpr std::array<string_view, 11> closed_elements = {"a",      "code",  "pre",      "kbd", "samp", "tt",
                                                         "script", "style", "textarea", "var", "svg"};

class Walk {
public:
    Walk(string_view file, bool is_markdown) : file_(file), is_markdown_(is_markdown) {}

    std::vector<ProtectedStretch> run() {
        if (file_.starts_with("\xef\xbb\xbf")) take(3);
        while (at_ < file_.size()) {
            const bool line_start = at_ == 0 || file_[at_ - 1] == '\n';
            if (line_start && (fence() || indented())) continue;
            if (!opened() && !token()) ++at_;
        }
        return std::move(found_);
    }

private:
    string_view rest() const { return file_.substr(at_); }
    std::size_t line_end(std::size_t from) const { return std::min(file_.find('\n', from), file_.size()); }

    void take(std::size_t size) {
        size = std::min(std::max<std::size_t>(size, 1), file_.size() - at_);
        if (!found_.empty() && found_.back().end == at_)
            found_.back().end += size;
        else
            found_.push_back({at_, at_ + size});
        at_ += size;
    }

    // "```" or "~~~" up to the line that closes it.
    bool fence() {
        auto line = rest().substr(0, line_end(at_) - at_);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (!line.starts_with("```") && !line.starts_with("~~~")) return false;
        const auto mark = line.substr(0, line.find_first_not_of(line[0]));
        auto end = line_end(at_);
        while (end < file_.size()) {
            auto next = file_.substr(end + 1, line_end(end + 1) - end - 1);
            next.remove_prefix(std::min(next.find_first_not_of(' '), next.size()));
            end = line_end(end + 1);
            if (next.starts_with(mark)) break;
        }
        take(end - at_);
        return true;
    }

    bool indented() {
        if (!is_markdown_ || !(rest().starts_with("    ") || rest().starts_with("\t"))) return false;
        take(line_end(at_) - at_);
        return true;
    }

    // What opens with a character of its own.
    bool opened() {
        const char c = file_[at_];
        if (c == '`') return code();
        if (c == '<') return tag();
        if (const auto size = placeholder_at(rest()); size > 0) return take(size), true;
        if (c == '[' || (c == '!' && rest().starts_with("!["))) return link();
        // A placeholder that nobody closed.
        for (const string_view open : {"{{", "{%", "${", "%{", "{#", "<<"})
            if (rest().starts_with(open)) return take(line_end(at_) - at_), true;
        if (c != '&') return false;
        const auto end = rest().substr(0, 12).find(';'); // "&nbsp;"
        if (end == string_view::npos || (end > 0 && rest().substr(1, end - 1).find(' ') != string_view::npos)) return false;
        return take(end + 1), true;
    }

    bool code() {
        const auto marks = rest().substr(0, rest().find_first_not_of('`'));
        auto inside = rest().substr(marks.size(), longest_code);
        inside = inside.substr(0, inside.find("\n\n"));
        for (auto end = inside.find(marks); end != inside.npos; end = inside.find(marks, end)) {
            const auto behind = std::min(inside.find_first_not_of('`', end), inside.size());
            if (behind - end == marks.size()) return take(marks.size() + behind), true;
            end = behind;
        }
        return take(marks.size()), true;
    }

    bool tag() {
        const auto text = rest().substr(0, longest_tag);
        if (text.starts_with("<!--")) {
            const auto end = file_.find("-->", at_ + 4);
            return take(end == file_.npos ? file_.size() - at_ : end + 3 - at_), true;
        }
        if (text.size() < 2 || !(is_letter(text[1]) || text[1] == '/' || text[1] == '!' || text[1] == '?')) {
            const auto size = placeholder_at(rest());
            if (size > 0) take(size);
            return size > 0;
        }
        char quote = 0;
        std::size_t end = 1;
        for (; end < text.size() && (quote != 0 || text[end] != '>'); ++end) {
            if (quote == 0 && (text[end] == '"' || text[end] == '\'') && text[end - 1] == '=')
                quote = text[end];
            else if (text[end] == quote)
                quote = 0;
        }
        if (end == text.size()) return take(line_end(at_) - at_), true; // it never closes
        const auto size = end + 1;
        const auto which =
            std::ranges::find_if(closed_elements, [&](string_view name) { return is_element(text.substr(1), name); });
        if (which == closed_elements.end() || text[end - 1] == '/') return take(size), true;
        return take(close_of(*which, at_ + size) - at_), true;
    }

    static bool is_element(string_view text, string_view name) {
        if (text.size() <= name.size()) return false;
        for (std::size_t i = 0; i < name.size(); ++i)
            if (lower(text[i]) != name[i]) return false;
        return !is_letter(text[name.size()]) && !is_digit(text[name.size()]) && text[name.size()] != '-';
    }

    // Where the element's end tag ends; the file's end where it has none.
    std::size_t close_of(string_view name, std::size_t from) const {
        for (auto at = file_.find("</", from); at != file_.npos; at = file_.find("</", at + 2))
            if (is_element(file_.substr(at + 2), name)) return std::min(file_.find('>', at), file_.size() - 1) + 1;
        return file_.size();
    }

    // "[words](address)", "[words][name]", "[name]: address", with their words; other brackets are text.
    bool link() {
        const std::size_t begin = file_[at_] == '!' ? 1 : 0;
        const auto text = rest().substr(0, longest_link);
        const auto words = closing(text, begin, '[', ']');
        if (words == 0) return false;
        const char next = words < text.size() ? text[words] : ' ';
        if (next == '(' || next == '[') {
            const auto end = closing(text, words, next, next == '(' ? ')' : ']');
            return take(end == 0 ? words : end), true;
        }
        if (next != ':' || (at_ > 0 && file_[at_ - 1] != '\n')) return false;
        return take(line_end(at_) - at_), true;
    }

    // Behind the bracket that closes the one at `begin`; 0 = none does in this paragraph.
    static std::size_t closing(string_view text, std::size_t begin, char open, char close) {
        int depth = 0;
        for (auto i = begin; i < text.size(); ++i) {
            if (text[i] == '\n' && i + 1 < text.size() && text[i + 1] == '\n') return 0;
            if (text[i] == open) ++depth;
            if (text[i] == close && --depth == 0) return i + 1;
        }
        return 0;
    }

    // A run without spaces that is an address, a path, a file or a name of code: "oppo.com", "a@b", "canned/wich.txt",
    // "first_name".
    bool token() {
        if (is_space(file_[at_]) || (at_ > 0 && !is_space(file_[at_ - 1]) && file_[at_ - 1] != '>' && file_[at_ - 1] != '('))
            return false;
        constexpr string_view ends = " \t\r\n<>\"`{}[]()";
        const auto run = rest().substr(0, std::min(rest().find_first_of(ends), rest().size()));
        bool is_address = false;
        for (std::size_t i = 0; i < run.size() && !is_address; ++i) {
            const char c = run[i];
            const bool inside = i > 0 && i + 1 < run.size() && (is_letter(run[i + 1]) || is_digit(run[i + 1]));
            is_address = c == '@' || c == '\\' || c == '_' || c == '=' || ((c == '/' || c == '.' || c == ':') && inside) ||
                         (c == '/' && i == 0 && run.size() > 1) || (c == '#' && run.size() > 1) ||
                         (c == ':' && run.substr(i, 3) == "://");
        }
        if (is_address) take(run.size());
        return is_address;
    }

    string_view file_;
    bool is_markdown_;
    std::size_t at_ = 0;
    std::vector<ProtectedStretch> found_ = {};
};

} // namespace

std::vector<ProtectedStretch> protected_in(string_view file, bool is_markdown) { return Walk(file, is_markdown).run(); }

std::size_t front_matter_of(std::string_view file) {
    const std::size_t mark = file.starts_with("\xef\xbb\xbf") ? 3 : 0;
    const auto text = file.substr(mark);
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n")) return 0;
    const auto close = file.find("\n---", mark + 3);
    if (close == file.npos) return 0;
    const auto end = file.find('\n', close + 1);
    return end == file.npos ? file.size() : end + 1;
}

} // namespace motaudit
