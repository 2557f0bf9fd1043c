#include "text/placeholders.hpp"

#include "text/byte_class.hpp"
#include <algorithm>

namespace motaudit {
namespace {

using std::string_view;
using enum PlaceholderSyntax;

constexpr std::size_t longest = 300;     // of what is told by two characters
constexpr std::size_t longest_name = 80; // of what is told by its name alone

bool is_letter(char c) { return (class_of(c) & byte_class::letter) != 0; }
bool is_digit(char c) { return (class_of(c) & byte_class::digit) != 0; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Told by what they open with, whatever they hold; longer ones first.
struct Pair {
    string_view open, close;
    PlaceholderSyntax syntax;
    bool is_name; // holds an identifier and nothing else: "%{count}", but no "#{ }" of code
};
constexpr Pair pairs[] = {
    {"{{{", "}}}", braces, false},  {"{{", "}}", braces, false}, {"{%", "%}", braces, false},      {"{#", "#}", braces, false},
    {"{!", "}", salesforce, false}, {"${", "}", dollar, false},  {"%{", "}", percent_brace, true}, {"<<", ">>", double_angle, true},
    {"<%", "%>", foreign, false},   {"*|", "|*", foreign, true}, {"%%", "%%", foreign, true},      {"##", "##", foreign, true},
    {"@@", "@@", foreign, true},    {"[[", "]]", foreign, true}, {"[%", "%]", foreign, false},     {"#{", "}", foreign, true},
    {"@{", "}", foreign, true},     {"{$", "}", foreign, true},  {"{@", "}", foreign, true},
};

const Pair* pair_at(string_view text) {
    if (text.size() < 3) return nullptr;
    for (const auto& pair : pairs)
        if (text[0] == pair.open[0] && text.starts_with(pair.open)) return &pair;
    return nullptr;
}

string_view trimmed(string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

bool is_identifier(string_view name) {
    name = trimmed(name);
    return !name.empty() && is_letter(name[0]) && std::ranges::all_of(name, [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-' || c == ':' || c == ' ';
    });
}

// Where the pair that opens `text` closes; 0 = it does not. What stands in quotes closes nothing; a line ends all but tags.
std::size_t closed(string_view text, const Pair& pair) {
    text = text.substr(0, longest);
    char quote = 0;
    const bool is_tag = pair.open == "{%" || pair.open == "{#";
    for (auto at = pair.open.size(); at < text.size(); ++at) {
        if (quote == 0 && text.substr(at).starts_with(pair.close)) return at + pair.close.size();
        if (text[at] == '\n' && !is_tag) return 0;
        if (quote == 0 && text[at] == '{' && !is_tag) return 0; // "{{case. We will … {{name}}": the next one's end is not its own
        if (pair.syntax != braces || pair.open == "{#") continue;
        if (text[at] == quote)
            quote = 0;
        else if (quote == 0 && (text[at] == '"' || text[at] == '\''))
            quote = text.find(text[at], at + 1) == string_view::npos ? '\0' : text[at];
    }
    return 0;
}

std::size_t pair_size(string_view text, const Pair& pair) {
    const auto size = closed(text, pair);
    if (size == 0) {
        if (pair.syntax != braces) return 0;
        // "{{case}": its name is a name all the same
        auto end = text.substr(0, longest_name).find('}', pair.open.size());
        if (end == string_view::npos || !is_identifier(text.substr(pair.open.size(), end - pair.open.size()))) return 0;
        while (end < text.size() && text[end] == '}') ++end;
        return end;
    }
    const auto inside = text.substr(pair.open.size(), size - pair.open.size() - pair.close.size());
    if (trimmed(inside).empty()) return 0;
    if (!pair.is_name) return size;
    if (!is_identifier(inside)) return 0;
    // "##" and the like also rule lines off
    const bool shouts = pair.open == pair.close && pair.open != "%%";
    return shouts && std::ranges::any_of(inside, [](char c) { return is_lower(c) || c == ' '; }) ? 0 : size;
}

// %FIRST_NAME%, __NAME__: a name in capitals, with underscores or alone, between two marks.
std::size_t marked_name(string_view text, string_view mark) {
    const auto end = text.substr(0, longest_name).find(mark, mark.size() + 1);
    if (end == string_view::npos) return 0;
    const auto inside = text.substr(mark.size(), end - mark.size());
    const bool is_name = is_letter(inside[0]) && inside.size() > 1 && std::ranges::all_of(inside, [&](char c) {
                             return c == '_' || c == '.' || (mark == "%" ? is_letter(c) || is_digit(c) : is_upper(c));
                         });
    const bool is_hex = mark == "%" && inside.size() == 2 &&
                        std::ranges::all_of(inside, [](char c) { return is_digit(c) || (c >= 'A' && c <= 'F'); }); // "%C5%82"
    return is_name && !is_hex ? end + mark.size() : 0;
}

// $first_name, $customer.name, $firstName, $name; not "$hit" and "$ave".
std::size_t dollar_name(string_view text) {
    std::size_t end = 1;
    bool inner = false;
    while (end < std::min(text.size(), longest_name)) {
        const char c = text[end];
        const bool joins = (c == '_' || c == '.') && end > 1 && end + 1 < text.size() && is_letter(text[end + 1]);
        if (!is_letter(c) && !joins) break;
        inner = inner || joins || (is_upper(c) && is_lower(text[end - 1]));
        ++end;
    }
    return end > 2 && is_lower(text[1]) && (inner || text.substr(1, end - 1) == "name") ? end : 0;
}

// [Name], <Your Name>, {name}: told by what stands within.
std::size_t bracketed_name(string_view text) {
    const char open = text[0];
    text = text.substr(0, longest_name);
    const auto end = text.find(open == '<' ? '>' : open == '[' ? ']' : '}', 1);
    if (end == string_view::npos || end < 2) return 0;
    const auto size = end + 1;
    const auto inside = text.substr(1, end - 1);
    bool letters = false, lower_case = false;
    for (const char c : inside) {
        letters = letters || is_letter(c);
        lower_case = lower_case || is_lower(c);
        const bool fits =
            is_letter(c) || is_digit(c) || (c & 0x80) != 0 || c == ' ' || c == '_' || c == '\'' || c == '.' || c == '-' || c == '/';
        if (!fits) return 0;
    }
    if (!letters) return 0;
    const bool upper_first = is_upper(trimmed(inside)[0]);
    if (open == '[') {
        // "[Name]", "[Customer Name]", "[AMOUNT]", "[first_name]"; not "[laughs]", and "[Noise heard]" reads like prose.
        if (text.substr(size).starts_with('(')) return 0;
        if (!upper_first) return inside.find('_') != string_view::npos ? size : 0;
        if (!lower_case) return size;
        for (std::size_t i = 0; i + 1 < inside.size(); ++i)
            if (inside[i] == ' ' && is_lower(inside[i + 1])) return 0;
        return size;
    }
    if (inside[0] == ' ') return 0; // "{ return x }"
    if (open == '{') return size;
    // "<First Name>" and "<Valued Customer>"; a tag is none, nor is "<3 you >".
    if (!is_letter(inside[0]) || inside.ends_with(' ')) return 0;
    const bool named = upper_first || inside.find(' ') != string_view::npos || inside.find('_') != string_view::npos;
    return named || inside == "name" ? size : 0;
}

} // namespace

std::size_t placeholder_at(string_view text) {
    if (text.size() < 3) return 0;
    if (const auto* const pair = pair_at(text))
        if (const auto size = pair_size(text, *pair); size != 0) return size;
    switch (text[0]) {
    case '%':
        return marked_name(text, "%");
    case '_':
        return text[1] == '_' ? marked_name(text, "__") : 0;
    case '$':
        return dollar_name(text);
    case '<':
    case '[':
    case '{':
        return bracketed_name(text);
    default:
        return 0;
    }
}

Placeholder placeholder_of(string_view token) {
    const auto inside = [token](string_view open, string_view close) {
        auto name = token.substr(std::min(open.size(), token.size()));
        while (!close.empty() && !name.ends_with(close)) close.remove_suffix(1); // "{{name}"
        name.remove_suffix(close.size());
        return trimmed(name);
    };
    if (const auto* const pair = pair_at(token)) return {pair->syntax, inside(pair->open, pair->close)};
    if (token.starts_with("__")) return {underscores, inside("__", "__")};
    if (token.starts_with("$")) return {dollar, inside("$", "")};
    if (token.starts_with("%")) return {percent, inside("%", "%")};
    if (token.starts_with("[")) return {square, inside("[", "]")};
    if (token.starts_with("<")) return {angle, inside("<", ">")};
    return {single_brace, inside("{", "}")};
}

} // namespace motaudit
