#include "text/token_shapes.hpp"

#include <algorithm>
#include <array>

namespace motaudit {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

// Endings that make "name.ending" a host without more ado. Those that are also words ("it", "in", "my", "so", "me") need a
// path, "www." or a second level before them.
constexpr std::array<std::string_view, 40> hosts = {"app",  "at",  "au", "biz", "br", "ca", "ch",  "cn",  "com", "cz",
                                                    "de",   "dev", "dk", "edu", "es", "eu", "fr",  "gov", "gr",  "hk",
                                                    "info", "io",  "jp", "ke",  "kr", "mx", "net", "ng",  "nl",  "nz",
                                                    "org",  "ph",  "pl", "pt",  "ru", "sg", "tw",  "uk",  "vn",  "za"};
constexpr std::array<std::string_view, 24> files = {"apk",  "avi",  "csv", "doc",  "docx", "exe", "gif",  "html",
                                                    "img",  "jpeg", "jpg", "json", "log",  "mov", "mp3",  "mp4",
                                                    "ozip", "pdf",  "png", "txt",  "wav",  "xls", "xlsx", "zip"};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (is_upper(c)) c = static_cast<char>(c | 0x20);
    return out;
}

bool starts_like(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() && lower(text.substr(0, prefix.size())) == prefix;
}

// Without the punctuation and closing marks that belong to the sentence.
std::string_view trimmed(std::string_view chunk) {
    while (!chunk.empty()) {
        const char c = chunk.back();
        if (std::string_view(".,;:!?'\"*").find(c) != std::string_view::npos) {
            chunk.remove_suffix(1);
            continue;
        }
        const bool closes = (c == ')' && chunk.find('(') == std::string_view::npos) ||
                            (c == ']' && chunk.find('[') == std::string_view::npos) ||
                            (c == '>' && chunk.find('<') == std::string_view::npos) || c == '}';
        if (closes) {
            chunk.remove_suffix(1);
            continue;
        }
        for (const std::string_view mark : {"”", "“", "’", "»", "。", "，", "、", "）", "…"})
            if (chunk.ends_with(mark)) {
                chunk.remove_suffix(mark.size());
                return trimmed(chunk);
            }
        break;
    }
    return chunk;
}

// host := label ('.' label)+, with an ending that is one.
bool is_host(std::string_view text, bool has_path) {
    const auto dot = text.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_alnum(text[i]) && text[i] != '.' && text[i] != '-') return false;
        if (text[i] == '.' && (i == 0 || text[i - 1] == '.')) return false;
    }
    const auto ending = lower(text.substr(dot + 1));
    if (ending.size() < 2 || !std::ranges::all_of(ending, is_letter)) return false;
    if (has_path) return true;
    if (std::ranges::find(hosts, ending) != hosts.end()) return true;
    const auto rest = text.substr(0, dot);
    return ending.size() == 2 &&
           (rest.ends_with(".co") || rest.ends_with(".com") || rest.ends_with(".org") || rest.ends_with(".net"));
}

// 1,300 · 4.5 · 10:30 · 9/11 · 50%
std::size_t number_size(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size() && is_digit(text[i])) ++i;
    if (i == 0) return 0;
    while (i + 1 < text.size() && (text[i] == ',' || text[i] == '.' || text[i] == ':' || text[i] == '/') && is_digit(text[i + 1])) {
        ++i;
        while (i < text.size() && is_digit(text[i])) ++i;
    }
    return i;
}

} // namespace

std::optional<Shape> shape_of(std::string_view chunk) {
    const auto text = trimmed(chunk);
    if (text.empty()) return {};
    if (starts_like(text, "www.") || starts_like(text, "http://") || starts_like(text, "https://") || starts_like(text, "ftp://") ||
        starts_like(text, "mailto:"))
        return Shape{WordKind::link, text.size()};
    if (text[0] == '@' || text[0] == '#') {
        std::size_t i = 1;
        while (i < text.size() && (is_alnum(text[i]) || text[i] == '_' || text[i] == '.' || text[i] == '-')) ++i;
        while (i > 1 && (text[i - 1] == '.' || text[i - 1] == '-')) --i;
        if (i > 1 && std::ranges::any_of(text.substr(1, i - 1), [](char c) { return !is_digit(c); }))
            return Shape{WordKind::handle, i};
        return {};
    }
    if (text[0] == '*' && text.find('#') != std::string_view::npos) return Shape{WordKind::code, text.size()}; // *#06#
    const auto at = text.find('@');
    if (at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos)
        return Shape{WordKind::address, text.size()};
    if (text.find("://") != std::string_view::npos) return Shape{WordKind::link, text.size()};
    const auto slash = text.find('/');
    if (text.find('.') != std::string_view::npos) {
        const auto host = text.substr(0, slash);
        if (is_host(host, slash != std::string_view::npos)) return Shape{WordKind::link, text.size()};
        const auto ending = lower(text.substr(text.rfind('.') + 1));
        if (std::ranges::find(files, ending) != files.end() && text.rfind('.') > 0) return Shape{WordKind::file, text.size()};
    }
    if (text.find('\\') != std::string_view::npos) return Shape{WordKind::file, text.size()};

    // A code: letters and digits joined, with - or _ inside. A number with punctuation inside.
    std::size_t end = 0;
    bool letters = false, digits = false;
    while (end < text.size()) {
        const char c = text[end];
        if (is_digit(c))
            digits = true;
        else if (is_letter(c))
            letters = true;
        else if ((c == '-' || c == '_' || c == '.') && end > 0 && end + 1 < text.size() && is_alnum(text[end + 1])) {
            if (c != '_' && !digits && std::ranges::none_of(text.substr(end + 1), is_digit)) break;
        } else
            break;
        ++end;
    }
    if (letters && digits) {
        // "20-minute" is a number and a word; "4.5mAh" and "RP-20933817" are codes.
        const auto number = number_size(text.substr(0, end));
        if (number != 0 && number < end && text[number] == '-') return Shape{WordKind::number, number};
        // "phone.It's7" never is; a sentence run on behind a full stop ends the code.
        const auto dot = text.substr(0, end).find('.');
        if (dot != std::string_view::npos && number_size(text) <= dot && is_letter(text[dot + 1]) && dot > 0)
            return Shape{WordKind::code, dot};
        return Shape{WordKind::code, end};
    }
    if (letters && text.substr(0, end).find('_') != std::string_view::npos) return Shape{WordKind::code, end};
    if (const auto size = number_size(text); size != 0) return Shape{WordKind::number, size};
    return {};
}

std::size_t placeholder_at(std::string_view text) {
    constexpr std::size_t longest = 80;
    const auto within = text.substr(0, longest);
    const auto close = [&](std::string_view end, std::size_t from) {
        const auto at = within.find(end, from);
        return at == std::string_view::npos ? std::size_t{0} : at + end.size();
    };
    if (within.starts_with("{{{")) return close("}}}", 3);
    if (within.starts_with("{{")) {
        const auto size = close("}}", 2);
        const bool runs_on = size != 0 && within.substr(2, size - 2).find('{') != std::string_view::npos;
        return runs_on ? close("}", 2) : size; // "{{case}. We will …": the next one's end is not its own
    }
    if (within.starts_with("{%")) return close("%}", 2);
    if (within.starts_with("{!") || within.starts_with("${")) return close("}", 2);
    if (within.starts_with("__")) {
        const auto size = close("__", 3);
        return size != 0 && std::ranges::all_of(within.substr(2, size - 4), [](char c) { return is_upper(c) || c == '_'; }) ? size
                                                                                                                            : 0;
    }
    if (within.starts_with("%")) {
        const auto size = close("%", 2);
        return size > 3 && std::ranges::all_of(within.substr(1, size - 2), [](char c) { return is_letter(c) || c == '_'; }) ? size
                                                                                                                            : 0;
    }
    if (within.empty()) return 0;
    const char open = within[0];
    if (open != '<' && open != '[' && open != '{') return 0;
    const auto size = close(open == '<' ? ">" : open == '[' ? "]" : "}", 1);
    if (size < 3) return 0;
    const auto inside = within.substr(1, size - 2);
    bool letters = false, lower_case = false, upper_first = is_upper(inside[0]);
    for (const char c : inside) {
        if (is_letter(c)) letters = true;
        if (c >= 'a' && c <= 'z') lower_case = true;
        const bool fits = is_alnum(c) || c == ' ' || c == '_' || c == '\'' || c == '.' || c == '-' || c == '/';
        if (!fits || c == '\n') return 0;
    }
    if (!letters) return 0;
    if (open == '[') {
        // "[Name]", "[Customer Name]", "[AMOUNT]", "[first_name]"; not "[laughs]", and "[Noise heard]" reads like prose.
        if (!upper_first) return inside.find('_') != std::string_view::npos ? size : 0;
        if (!lower_case) return size;
        for (std::size_t i = 0; i + 1 < inside.size(); ++i)
            if (inside[i] == ' ' && !is_upper(inside[i + 1])) return 0;
        return size;
    }
    if (open == '<') {
        // "<First Name>" and "<Valued Customer>"; an address in angle brackets or a tag is none.
        if (inside.find('@') != std::string_view::npos || inside[0] == '/' || inside[0] == ' ') return 0;
        return upper_first || inside.find(' ') != std::string_view::npos || inside.find('_') != std::string_view::npos ||
                       inside == "name"
                   ? size
                   : 0;
    }
    return size;
}

} // namespace motaudit
