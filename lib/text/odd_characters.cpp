#include "text/odd_characters.hpp"

#include "base/utf8.hpp"
#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace motaudit {
namespace {

// The bytes that odd characters begin with: nearly every text is passed over by these alone.
constexpr auto may_begin_odd = [] {
    std::array<bool, 256> table = {};
    for (const unsigned byte : {0xC2u, 0xCDu, 0xD8u, 0xE1u, 0xE2u, 0xE3u, 0xEFu, 0xF3u}) table[byte] = true;
    return table;
}();

constexpr char not_odd = '\x7f';

// Joiners and variation selectors: they belong to the character before them, unless that is a plain letter.
bool shapes_others(UChar32 c) {
    return c == 0x200C || c == 0x200D || c == 0x034F || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x180B && c <= 0x180F) ||
           c >= 0xE0000;
}

// ⓞⓗ: letters in circles that spell a word. A single one is a sign (ⓘ).
char circled_letter(std::string_view text, std::size_t at) {
    if (at + 3 > text.size() || text[at] != '\xE2') return 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    int i = static_cast<int>(at);
    UChar32 c = 0;
    U8_NEXT(bytes, i, static_cast<int>(at + 3), c);
    if (c >= 0x24B6 && c <= 0x24CF) return static_cast<char>(c - 0x24B6 + 'A');
    return c >= 0x24D0 && c <= 0x24E9 ? static_cast<char>(c - 0x24D0 + 'a') : '\0';
}

char plain_form(UChar32 c, bool behind_plain) {
    switch (c) {
    case 0x00A0:
    case 0x202F:
    case 0x205F:
    case 0x1680:
        return ' ';
    case 0x0085:
    case 0x2028:
    case 0x2029:
        return '\n';
    default:
        break;
    }
    if (c >= 0x2000 && c <= 0x200A) return ' ';
    if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A))
        return static_cast<char>(c - 0xFF00 + 0x20);
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && (behind_plain || !shapes_others(c))) return 0;
    return not_odd;
}

} // namespace

OddCharacter next_odd_character(std::string_view text, std::size_t from) {
    for (auto at = next_high_byte(text, from); at < text.size(); at = next_high_byte(text, at + 1)) {
        if (!may_begin_odd[static_cast<unsigned char>(text[at])]) continue;
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
        const int size = static_cast<int>(std::min<std::size_t>(4, text.size() - at));
        int used = 0;
        UChar32 c = 0;
        U8_NEXT(bytes, used, size, c);
        if (c < 0) continue;
        const bool behind_plain = at == from || static_cast<unsigned char>(text[at - 1]) < 0x80;
        char plain = plain_form(c, behind_plain);
        if (const char letter = circled_letter(text, at);
            letter != 0 && (circled_letter(text, at + 3) != 0 || (at >= 3 && circled_letter(text, at - 3) != 0)))
            plain = letter;
        if (plain != not_odd) return {at, static_cast<std::size_t>(used), plain};
        at += static_cast<std::size_t>(used) - 1;
    }
    return {text.size(), 0, 0};
}

} // namespace motaudit
