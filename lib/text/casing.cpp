#include "text/casing.hpp"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace motaudit {

namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

} // namespace

Casing casing_of(std::string_view word) {
    if (is_ascii(word)) {
        const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
        const auto count = std::ranges::count_if(word, upper);
        if (count == 0) return Casing::lower;
        if (count == 1 && upper(word[0])) return Casing::capital;
        return std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; }) ? Casing::mixed : Casing::capitals;
    }
    const icu::UnicodeString text = utf16(word);
    std::size_t uppers = 0, lowers = 0;
    bool first_upper = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        uppers += u_isupper(c) != 0;
        lowers += u_islower(c) != 0;
        first_upper |= i == 0 && u_isupper(c);
    }
    if (uppers == 0) return Casing::lower;
    if (first_upper && uppers == 1) return Casing::capital;
    return lowers == 0 ? Casing::capitals : Casing::mixed;
}

std::string lower_case(std::string_view word) {
    if (!is_ascii(word)) return utf8(utf16(word).toLower(icu::Locale::getRoot()));
    std::string out(word);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return out;
}

std::string upper_case(std::string_view word) { return utf8(utf16(word).toUpper(icu::Locale::getRoot())); }

std::string with_capital(std::string_view word) {
    std::size_t first = word.empty() ? 0 : 1;
    while (first < word.size() && (static_cast<unsigned char>(word[first]) & 0xc0) == 0x80) ++first;
    return upper_case(word.substr(0, first)) + std::string(word.substr(first));
}

} // namespace motaudit
