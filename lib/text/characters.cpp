#include "text/characters.hpp"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace motaudit {

Character character_at(std::string_view text, std::size_t at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
    const int size = static_cast<int>(std::min<std::size_t>(4, text.size() - at));
    int i = 0;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    return {c, i};
}

CharKind kind_of(std::int32_t c) {
    switch (c) {
    case 0x2019:
    case 0x02BC:
    case 0x2018:
    case 0x201B:
    case 0x2032:
    case 0xFF07:
        return CharKind::apostrophe;
    case 0x201C:
    case 0x00AB:
    case 0x201E:
    case 0x300C:
    case 0x300E:
        return CharKind::quote_open;
    case 0x201D:
    case 0x00BB:
    case 0x300D:
    case 0x300F:
        return CharKind::quote_close;
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0x203C:
    case 0x2049:
    case 0xFF0E:
        return CharKind::stop;
    case 0x00A0:
    case 0x3000:
        return CharKind::space;
    default:
        break;
    }
    if (c < 0) return CharKind::other;
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharKind::ignorable;
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3040 && c <= 0x30FF)) return CharKind::ideograph;
    if (u_isUWhiteSpace(c)) return CharKind::space;
    const auto type = u_charType(c);
    if (u_isalnum(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK) return CharKind::letter;
    return CharKind::other;
}

} // namespace motaudit
