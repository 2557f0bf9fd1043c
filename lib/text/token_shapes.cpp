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

} // namespace motaudit
