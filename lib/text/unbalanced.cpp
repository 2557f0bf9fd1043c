#include "text/byte_class.hpp"
#include "text/placeholders.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace motaudit {
namespace {

using std::string_view;

bool is_letter(char c) { return (class_of(c) & byte_class::letter) != 0; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

Span span_of(std::size_t at, std::size_t size) { return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)}; }

// The bytes of the code between backticks that begins at `text`: a fence of three or more, or a word on its line; 0 = none.
std::size_t code_at(string_view text) {
    const auto ticks = std::min(text.find_first_not_of('`'), text.size());
    const auto end = text.find(text.substr(0, ticks), ticks);
    if (end == string_view::npos || (ticks < 3 && text.substr(0, end).find('\n') != string_view::npos)) return 0;
    return end + ticks;
}

// Calls take(at, size) for each placeholder and skip(at) for each other byte that is not in code.
template <class Take, class Skip>
void walk(string_view text, Take&& take, Skip&& skip) {
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '`') {
            const auto size = code_at(text.substr(at));
            at += std::max<std::size_t>(size, 1);
            continue;
        }
        const bool begins = string_view("{<[%_$#@*").find(text[at]) != string_view::npos &&
                            !(text[at] == '%' && at > 0 && (class_of(text[at - 1]) & byte_class::digit));
        if (const auto size = begins ? placeholder_at(text.substr(at)) : 0; size != 0) {
            take(at, size);
            at += size;
        } else {
            skip(at++);
        }
    }
}

// The tags that need an end; others stand alone or take one as they like.
struct Tag {
    string_view name;
    std::size_t at;
    bool needs_end;
};

class Tags {
public:
    void add(string_view text, std::size_t at, std::vector<Span>& out) {
        auto name = text.substr(2);
        name.remove_prefix(std::min(name.find_first_not_of("-+ \n\t"), name.size()));
        name = name.substr(0, name.find_first_of(" -%\n\t("));
        if (!name.starts_with("end")) {
            static constexpr std::array<string_view, 8> blocks = {"if",      "unless",  "for", "case",
                                                                  "capture", "comment", "raw", "tablerow"};
            if (open_.size() < deepest) open_.push_back({name, at, std::ranges::find(blocks, name) != blocks.end()});
            return;
        }
        const auto opener = std::ranges::find(open_.rbegin(), open_.rend(), name.substr(3), &Tag::name);
        if (opener == open_.rend()) {
            if (open_.size() < deepest) out.push_back(span_of(at, 2));
            return;
        }
        // What was opened within it and needs an end has none.
        for (auto within = opener.base(); within != open_.end(); ++within)
            if (within->needs_end) out.push_back(span_of(within->at, 2));
        open_.erase(std::prev(opener.base()), open_.end());
    }
    void finish(std::vector<Span>& out) const {
        for (const auto& tag : open_)
            if (tag.needs_end) out.push_back(span_of(tag.at, 2));
    }

private:
    static constexpr std::size_t deepest = 200; // beyond it nothing is said of tags
    std::vector<Tag> open_ = {};
};

// Of a token "{{name}", "{{{name}}": does it close with as many as it opens with?
bool is_whole(string_view token) {
    const auto opened = token.find_first_not_of('{');
    return opened < 2 || opened == string_view::npos || token.size() < opened ||
           token.substr(token.size() - opened).find_first_not_of('}') == string_view::npos;
}

} // namespace

std::vector<Span> unbalanced(string_view text) {
    std::vector<Span> out;
    if (text.find_first_of("{}<[") == string_view::npos) return out; // nearly every text
    Tags tags;
    std::size_t depth = 0;             // of single braces, as in code
    std::optional<std::size_t> behind; // where a placeholder ended
    const auto take = [&](std::size_t at, std::size_t size) {
        const auto token = text.substr(at, size);
        if (token.starts_with("{%"))
            tags.add(token, at, out);
        else if (token.starts_with("{{") && !is_whole(token))
            out.push_back(span_of(at, 2));
        behind = at + size;
    };
    const auto skip = [&](std::size_t at) {
        const auto two = text.substr(at, 2);
        const char next = at + 2 < text.size() ? text[at + 2] : '\0';
        const char last = at > 0 ? text[at - 1] : '\0';
        if (behind == at && last != ' ' && text[at] == last && (last == '}' || last == ']' || last == '>')) {
            out.push_back(span_of(at, 1)); // "{name}}", "[Name]]"
        } else if (two == "{{" && last != '{') {
            out.push_back(span_of(at, 2));
        } else if ((two == "{%" || two == "{!" || two == "${" || two == "%{" || two == "<<" || two == "[[") &&
                   (is_letter(next) || (next == ' ' && two[0] == '{'))) {
            out.push_back(span_of(at, 2));
        } else if (two == "}}" && last != '}' && depth < 2) {
            out.push_back(span_of(at, 2));
        } else if (two == "%}" && (is_letter(last) || last == ' ')) {
            out.push_back(span_of(at, 2));
        }
        if (text[at] == '{') ++depth;
        if (text[at] == '}' && depth > 0) --depth;
    };
    walk(text, take, skip);
    tags.finish(out);
    std::ranges::sort(out, {}, &Span::begin);
    return out;
}

namespace {

constexpr std::size_t longest_look = 120;

bool joins(char c) { return is_letter(c) || c == '_' || c == '.' || c == '\'' || (c & 0x80) != 0; }

// The name behind an opening bracket: one identifier in braces and percent signs, capitalised words in others.
string_view name_behind(string_view text, char open) {
    const bool words = open == '[' || open == '<';
    std::size_t end = 0;
    while (end < text.size()) {
        const auto from = end + (end > 0 && words && text[end] == ' ');
        auto to = from;
        while (to < text.size() && joins(text[to])) ++to;
        if (to == from || (words && !is_upper(text[from]))) break;
        end = to;
        if (!words) break;
    }
    while (end > 0 && text[end - 1] == '.') --end;
    return text.substr(0, end);
}

string_view name_before(string_view text, char close) {
    const bool words = close == ']' || close == '>';
    auto begin = text.size();
    for (auto at = begin; at > 0;) {
        auto from = at;
        while (from > 0 && joins(text[from - 1])) --from;
        if (from == at || (words && !is_upper(text[from]))) break;
        begin = from;
        if (!words || from == 0 || text[from - 1] != ' ') break;
        at = from - 1;
    }
    return text.substr(begin);
}

bool closes_on_line(string_view text, char close) { return text.substr(0, text.find('\n')).find(close) != string_view::npos; }

bool opens_on_line(string_view text, char open) {
    const auto line = text.rfind('\n');
    return text.substr(line == string_view::npos ? 0 : line).find(open) != string_view::npos;
}

} // namespace

std::vector<LoneBracket> lone_brackets(string_view text) {
    std::vector<LoneBracket> out;
    if (text.find_first_of("{}<>[]%") == string_view::npos) return out;
    std::size_t placed = 0; // up to where a placeholder has taken the text
    walk(
        text, [&](std::size_t at, std::size_t size) { placed = at + size; },
        [&](std::size_t at) {
            constexpr string_view opens = "{<[%", closes = "}>]%";
            const char c = text[at];
            const auto from = std::max(placed, at - std::min(at, longest_look));
            const auto before = text.substr(from, at - from), after = text.substr(at + 1, longest_look);
            if (const auto kind = opens.find(c); kind != string_view::npos) {
                const auto name = name_behind(after, c);
                const bool named = c != '%' || name.find('_') != string_view::npos;
                if (!name.empty() && named && !closes_on_line(after, closes[kind]))
                    out.push_back({span_of(at, 1 + name.size()), name});
            }
            if (const auto kind = closes.find(c); kind != string_view::npos) {
                const auto name = name_before(before, c);
                const bool named = (c != '%' || name.find('_') != string_view::npos) &&
                                   (c != '>' || (name.find(' ') != string_view::npos && !after.starts_with(' ')));
                if (!name.empty() && named && !opens_on_line(before, opens[kind]))
                    out.push_back({span_of(at - name.size(), name.size() + 1), name});
            }
        });
    return out;
}

} // namespace motaudit
