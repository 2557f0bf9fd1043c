#include "report/json_text.hpp"

#include "base/utf8.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <iterator>

namespace motaudit {
namespace {

// Bytes that are copied as they are inside a string: printable ASCII but for the quote and the backslash.
constexpr auto plain = [] {
    std::array<bool, 256> table = {};
    for (std::size_t c = 0x20; c < 0x7f; ++c) table[c] = c != '"' && c != '\\';
    return table;
}();

constexpr std::uint64_t every(std::uint8_t byte) { return 0x0101010101010101u * byte; }

// Whether all eight bytes are plain, without looking at each: a byte under 0x20, over 0x7e, or equal to one of the two
// leaves its high bit set. Carries may accuse an innocent byte, never acquit a guilty one.
bool all_plain(const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    const auto zero = [](std::uint64_t x) { return (x - every(0x01)) & ~x; };
    const std::uint64_t guilty =
        bytes | (bytes - every(0x20)) | (bytes + every(0x01)) | zero(bytes ^ every('"')) | zero(bytes ^ every('\\'));
    return (guilty & every(0x80)) == 0;
}

std::size_t plain_run(std::string_view text, std::size_t at) {
    while (at + 8 <= text.size() && all_plain(text.data() + at)) at += 8;
    if (at >= 8 && text.size() - at < 8 && all_plain(text.data() + text.size() - 8)) return text.size(); // the last few at once
    while (at < text.size() && plain[static_cast<unsigned char>(text[at])]) ++at;
    return at;
}

void append_escape(char32_t c, std::string& out) {
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        fmt::format_to(std::back_inserter(out), FMT_COMPILE("\\u{:04x}"), static_cast<std::uint32_t>(c));
    }
}

// Appends what is not plain at text[at]; how many bytes it took.
std::size_t append_other(std::string_view text, std::size_t at, std::string& out) {
    const auto c = decode(text, at);
    if (is_control(c.value) || c.value == '"' || c.value == '\\')
        append_escape(c.value, out);
    else if (c.valid)
        out.append(text.substr(at, c.size));
    else
        out += "\xef\xbf\xbd";
    return c.size;
}

} // namespace

void append_json_string(std::string_view text, std::string& out) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto end = plain_run(text, at);
        out.append(text.data() + at, end - at);
        at = end;
        if (at < text.size()) at += append_other(text, at, out);
    }
    out += '"';
}

void append_json_pair(std::string_view text, std::string_view word, std::string& out) {
    std::array<char, 128> pair;
    if (text.size() + word.size() + 5 > pair.size() || plain_run(text, 0) != text.size()) {
        append_json_string(text, out);
        out.append(":\"").append(word).append("\"");
        return;
    }
    char* to = pair.data();
    *to++ = '"';
    to = std::copy(text.begin(), text.end(), to);
    *to++ = '"';
    *to++ = ':';
    *to++ = '"';
    for (const char c : word) *to++ = c; // too few to call a function for
    *to++ = '"';
    out.append(pair.data(), to);
}

void append_json_text(std::string_view json, std::string& out) {
    for (std::size_t at = 0; at < json.size();) {
        const auto end = plain_run(json, at);
        out.append(json.data() + at, end - at);
        at = end;
        if (at == json.size()) break;
        // Quotes and backslashes are already in their place; in valid JSON a raw C0 can only be white space between tokens.
        const char c = json[at];
        if (c == '"' || c == '\\') {
            out += c;
            ++at;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += ' ';
            ++at;
        } else {
            at += append_other(json, at, out);
        }
    }
}

void append_json_number(double number, unsigned decimals, std::string& out) {
    if (!(std::abs(number) < 1e9)) {
        out += "null";
        return;
    }
    static constexpr std::uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    const std::uint64_t scale = powers[decimals];
    const auto scaled = std::llround(number * static_cast<double>(scale));
    if (scaled < 0) out += '-';
    const auto size = static_cast<std::uint64_t>(scaled < 0 ? -scaled : scaled);
    append_json_count(size / scale, out);
    auto rest = size % scale;
    if (rest == 0) return;
    out += '.';
    for (std::uint64_t unit = scale / 10; rest != 0; unit /= 10) {
        out += static_cast<char>('0' + rest / unit);
        rest %= unit;
    }
}

void append_json_count(std::uint64_t number, std::string& out) {
    const fmt::format_int digits(number);
    out.append(digits.data(), digits.size());
}

void append_json_key(std::string_view key, std::string& out) {
    if (!out.empty() && out.back() != '{') out += ',';
    out += '"';
    out += key;
    out += "\":";
}

} // namespace motaudit
