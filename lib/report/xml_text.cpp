#include "report/xml_text.hpp"

#include "report/visible.hpp"

namespace motaudit {

void append_xml(std::string_view text, std::string& out) {
    const auto shown = visible(text);
    for (std::size_t at = 0; at < shown.size();) {
        const auto c = decode(shown, at);
        switch (c.value) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break; // "]]>" must not stand in text
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&apos;";
            break;
        case 0xfffe:
        case 0xffff:
            out += "\xef\xbf\xbd";
            break;
        default:
            out.append(shown, at, c.size);
        }
        at += c.size;
    }
}

} // namespace motaudit
