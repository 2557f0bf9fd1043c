#include "text/width.hpp"

#include "base/utf8.hpp"

#include <unicode/uchar.h>

namespace motaudit {

unsigned columns_of(char32_t character) {
    if (character < 0x300) return character == 0xad ? 0 : 1; // a soft hyphen is not shown
    const auto c = static_cast<UChar32>(character);
    const auto category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR)
        return is_control(character) ? 1 : 0;
    // The second and third letter of a Korean syllable join the first.
    if (character >= 0x1160 && character <= 0x11ff) return 0;
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++columns;
            ++at;
            continue;
        }
        const auto c = decode(text, at);
        columns += columns_of(c.value);
        at += c.size;
    }
    return columns;
}

} // namespace motaudit
