#include "text/charset.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fmt/core.h>
#include <memory>
#include <string>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <utility>

namespace motaudit {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Names under which senders mean the larger set: bytes that the small one leaves open are in real text those of the larger.
std::string_view meant(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> larger[] = {{"iso-8859-1", "windows-1252"},
                                                                               {"iso8859-1", "windows-1252"},
                                                                               {"iso_8859-1", "windows-1252"},
                                                                               {"latin1", "windows-1252"},
                                                                               {"latin-1", "windows-1252"},
                                                                               {"gb2312", "gb18030"},
                                                                               {"gbk", "gb18030"},
                                                                               {"ks_c_5601-1987", "windows-949"},
                                                                               {"euc-kr", "windows-949"},
                                                                               {"shift_jis", "windows-31j"},
                                                                               {"iso-8859-9", "windows-1254"},
                                                                               {"tis-620", "windows-874"}};
    const auto row =
        std::ranges::find_if(larger, [&](const auto& pair) { return std::ranges::equal(name, pair.first, {}, lower); });
    return row == std::end(larger) ? name : row->second;
}

// ICU would look for a data file of any name it does not know, so only names of its table are let through.
Converter open(std::string_view name) {
    const std::string terminated(meant(name));
    UErrorCode status = U_ZERO_ERROR;
    if (terminated.empty() || terminated.size() > 60 || terminated.find_first_of(",/\\") != std::string::npos ||
        terminated.find('\0') != std::string::npos || ucnv_countAliases(terminated.c_str(), &status) == 0 || U_FAILURE(status))
        return {};
    Converter converter(ucnv_open(terminated.c_str(), &status));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return U_FAILURE(status) ? Converter{} : std::move(converter);
}

Error wrong_at(std::string_view bytes, std::size_t offset, std::string message) {
    const std::string_view before = bytes.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') + 1; // npos + 1 = 0
    return {{}, 1 + static_cast<std::size_t>(std::ranges::count(before, '\n')), 1 + offset - line_start, std::move(message)};
}

Result<std::string_view> checked_utf8(std::string_view bytes, std::string_view advice) {
    const std::size_t bad = first_not_utf8(bytes);
    if (bad == std::string_view::npos) return bytes.starts_with(utf8_mark) ? bytes.substr(utf8_mark.size()) : bytes;
    return wrong_at(bytes, bad, fmt::format("not valid UTF-8 at byte {}{}", bad, advice));
}

std::size_t put_utf8(char* to, UChar32 c) {
    const auto byte = [](UChar32 value) { return static_cast<char>(value); };
    if (c < 0x80) {
        to[0] = byte(c);
        return 1;
    }
    if (c < 0x800) {
        to[0] = byte(0xC0 | c >> 6);
        to[1] = byte(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = byte(0xE0 | c >> 12);
        to[1] = byte(0x80 | (c >> 6 & 0x3F));
        to[2] = byte(0x80 | (c & 0x3F));
        return 3;
    }
    to[0] = byte(0xF0 | c >> 18);
    to[1] = byte(0x80 | (c >> 12 & 0x3F));
    to[2] = byte(0x80 | (c >> 6 & 0x3F));
    to[3] = byte(0x80 | (c & 0x3F));
    return 4;
}

// How many bytes form the character at the front: 0 where they form none. Table 3-7 of the Unicode standard.
std::size_t character_size(std::string_view s) {
    const auto at = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) { return at(i) >= low && at(i) <= high; };
    const unsigned lead = at(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF)
        return follows(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    if (lead >= 0xF0 && lead <= 0xF4)
        return follows(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
    return 0;
}

} // namespace

std::size_t first_not_utf8(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080u;
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::uint64_t eight = 0;
        if (bytes.size() - at >= 8) {
            std::memcpy(&eight, bytes.data() + at, 8);
            if ((eight & high_bits) == 0) {
                at += 8;
                continue;
            }
        }
        const std::size_t size = character_size(bytes.substr(at, 4));
        if (size == 0) return at;
        at += size;
    }
    return std::string_view::npos;
}

bool is_charset(std::string_view name) { return open(name) != nullptr; }

Result<std::string_view> decode(std::string_view bytes, std::string_view charset, Arena& arena) {
    const Converter converter = open(charset);
    if (!converter) return Error{{}, 0, 0, fmt::format("unknown encoding '{}'", charset)};
    if (ucnv_getType(converter.get()) == UCNV_UTF8) return checked_utf8(bytes, {});

    std::string text;
    text.reserve(bytes.size() + bytes.size() / 2);
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    UChar units[1024];
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    UChar lead = 0; // a surrogate whose second half is in the next piece
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        UChar* to = units;
        ucnv_toUnicode(converter.get(), &to, units + std::size(units), &from, end, nullptr, true, &status);
        for (const UChar* u = units; u != to; ++u) {
            if (U16_IS_LEAD(*u)) {
                lead = *u;
                continue;
            }
            char character[4];
            text.append(character, put_utf8(character, U16_IS_TRAIL(*u) ? U16_GET_SUPPLEMENTARY(lead, *u) : *u));
        }
    }
    if (U_FAILURE(status)) {
        char rest[32];
        std::int8_t size = sizeof rest;
        UErrorCode ignored = U_ZERO_ERROR;
        ucnv_getInvalidChars(converter.get(), rest, &size, &ignored);
        const auto read = static_cast<std::size_t>(from - bytes.data());
        const std::size_t bad = read - std::min(read, U_SUCCESS(ignored) ? static_cast<std::size_t>(size) : 0);
        return wrong_at(bytes, bad, fmt::format("not valid {} at byte {}", charset, bad));
    }
    const std::string_view kept = text;
    return arena.keep(kept.starts_with(utf8_mark) ? kept.substr(utf8_mark.size()) : kept);
}

Result<std::string_view> to_utf8(std::string_view bytes, std::string_view declared, Arena& arena) {
    using namespace std::string_view_literals;
    if (bytes.starts_with(utf8_mark)) return checked_utf8(bytes, {});
    if (bytes.starts_with("\xFF\xFE\0\0"sv)) return decode(bytes, "UTF-32LE", arena);
    if (bytes.starts_with("\0\0\xFE\xFF"sv)) return decode(bytes, "UTF-32BE", arena);
    if (bytes.starts_with("\xFF\xFE")) return decode(bytes, "UTF-16LE", arena);
    if (bytes.starts_with("\xFE\xFF")) return decode(bytes, "UTF-16BE", arena);
    if (!declared.empty()) return decode(bytes, declared, arena);
    return checked_utf8(bytes, "; if it is in another encoding, name it: --encoding windows-1252");
}

std::string_view to_utf8_somehow(std::string_view bytes, std::string_view declared, Arena& arena) {
    if (!declared.empty()) {
        if (auto text = decode(bytes, declared, arena)) return *text;
    }
    if (auto text = checked_utf8(bytes, {})) return *text;
    auto text = decode(bytes, "windows-1252", arena); // ICU gives each of its 256 bytes a meaning
    return text ? *text : std::string_view{};
}

} // namespace motaudit
