#include "report/visible.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <cstdint>
#include <iterator>

namespace motaudit {

bool is_ci_command(std::string_view rest) {
    for (const std::string_view mark : {"::", "##[", "##vso[", "##teamcity["})
        if (rest.starts_with(mark)) return true;
    return false;
}

void append_visible(const CodePoint& c, std::string_view bytes, std::string& out) {
    if (!c.valid)
        out += "\xef\xbf\xbd";
    else if (!is_control(c.value))
        out += bytes;
    else if (c.value < 0x80)
        fmt::format_to(std::back_inserter(out), FMT_COMPILE("\\x{:02x}"), static_cast<std::uint32_t>(c.value));
    else
        fmt::format_to(std::back_inserter(out), FMT_COMPILE("\\u{{{:x}}}"), static_cast<std::uint32_t>(c.value));
}

std::string visible(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const char c = text[at]; c > ' ' && c < 0x7f && c != '#' && c != ':') {
            out += c;
            ++at;
            continue;
        }
        const auto c = decode(text, at);
        const bool begins = out.empty() || out.back() == ' ';
        if (c.value == '\n' || c.value == '\t' || c.value == '\r' || c.value == ' ') {
            if (!begins) out += ' ';
        } else if ((c.value == '#' || (c.value == ':' && begins)) && is_ci_command(text.substr(at))) {
            out += c.value == '#' ? "\\x23" : "\\x3a";
        } else {
            append_visible(c, text.substr(at, c.size), out);
        }
        at += c.size;
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

} // namespace motaudit
