#include "intake/entities.hpp"

#include "base/utf8.hpp"
#include "intake/ascii.hpp"
#include <charconv>

namespace motaudit {
namespace {

struct Entity {
    std::string_view name, text;
};
constexpr Entity entities[] = {
    {"amp;", "&"},         {"lt;", "<"},         {"gt;", ">"},         {"quot;", "\""},      {"apos;", "'"},
    {"nbsp;", "\xC2\xA0"}, {"lrm;", "\u200E"},   {"rlm;", "\u200F"},   {"rsquo;", "\u2019"}, {"lsquo;", "\u2018"},
    {"rdquo;", "\u201D"},  {"ldquo;", "\u201C"}, {"ndash;", "\u2013"}, {"mdash;", "\u2014"}, {"hellip;", "\u2026"},
};

} // namespace

std::size_t read_entity(std::string_view text, std::string& out) {
    if (text.size() < 3 || text[0] != '&') return 0;
    const auto name = text.substr(1, 12);
    if (name[0] != '#') {
        for (const auto& entity : entities) {
            if (!name.starts_with(entity.name)) continue;
            out += entity.text;
            return 1 + entity.name.size();
        }
        return 0;
    }
    const bool hexadecimal = name[1] == 'x' || name[1] == 'X';
    const auto digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
    if (error != std::errc() || end == digits.data() + digits.size() || *end != ';') return 0;
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
    append_utf8(out, static_cast<char32_t>(value));
    return static_cast<std::size_t>(end - text.data()) + 1;
}

std::string with_entities_decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto size = text[at] == '&' ? read_entity(text.substr(at), out) : 0;
        if (size == 0) out += text[at];
        at += size == 0 ? 1 : size;
    }
    return out;
}

} // namespace motaudit
