#include "query/name_words.hpp"

#include "text/words.hpp"
#include <algorithm>

namespace motaudit {
namespace {

bool parts_words(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '(' || c == ')' || c == ',' || c == ';'; }

void split(std::string_view name, std::vector<std::string>& out) {
    std::size_t begin = 0;
    while (begin < name.size()) {
        std::size_t end = begin;
        while (end < name.size() && !parts_words(name[end])) ++end;
        auto word = name.substr(begin, end - begin);
        while (!word.empty() && word.back() == '.') word.remove_suffix(1);
        if (!word.empty()) out.push_back(folded(word, true));
        begin = end + 1;
    }
}

// The character that begins at `at` of valid UTF-8; 0 where nothing does.
char32_t character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned first = byte(at);
    if (first >= 0xC0 && first < 0xE0) return (first & 0x1Fu) << 6 | (byte(at + 1) & 0x3Fu);
    if (first >= 0xE0 && first < 0xF0) return (first & 0x0Fu) << 12 | (byte(at + 1) & 0x3Fu) << 6 | (byte(at + 2) & 0x3Fu);
    return 0;
}

} // namespace

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words;
    if (const auto comma = name.find(','); comma != std::string_view::npos) {
        split(name.substr(comma + 1), words);
        name = name.substr(0, comma);
    }
    split(name, words);
    return words;
}

bool family_name_first(std::string_view name) {
    if (name.find(',') != std::string_view::npos) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char32_t c = character_at(name, i);
        const bool vietnamese = c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0 || (c >= 0x1EA0 && c <= 0x1EF9);
        const bool east_asian = (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
        if (vietnamese || east_asian) return true;
    }
    return false;
}

} // namespace motaudit
