// Folding: what a reader takes for the same word must have the same letters. ASCII is lowered by a table; everything else
// goes through ICU's NFKC case folding, which also drops invisible characters and makes full-width letters plain. Letters
// of other scripts that look like Latin ones are mapped only where that gives a word somebody looks for: see Tokeniser.

#include "text/fold.hpp"

#include "text/words.hpp"
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>
#include <unicode/utf8.h>

namespace motaudit {
namespace {

const icu::Normalizer2* normalizer(const char* name, UNormalization2Mode mode) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getInstance(nullptr, name, mode, status);
    return U_SUCCESS(status) ? found : nullptr;
}

void lower_ascii(std::string_view word, std::string& out) {
    out.resize(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        out[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
}

} // namespace

bool is_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

void fold_into(std::string_view word, std::string& out) {
    if (is_ascii(word)) return lower_ascii(word, out);
    static const auto* fold = normalizer("nfkc_cf", UNORM2_COMPOSE);
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text = fold->normalize(icu::UnicodeString::fromUTF8({word.data(), static_cast<int>(word.size())}), status);
    for (int i = 0; i < text.length(); ++i) {
        const char16_t c = text.charAt(i);
        // Typographic apostrophes and primes that people and keyboards put for the straight one.
        if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x2032 || c == 0x00B4 || c == 0x0060 || c == 0x201B)
            text.setCharAt(i, u'\'');
        if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013) text.setCharAt(i, u'-');
    }
    out.clear();
    text.toUTF8String(out);
}

std::string folded(std::string_view word, bool plain) {
    std::string out;
    fold_into(word, out);
    if (!plain || is_ascii(out)) return out;
    static const auto* decompose = normalizer("nfc", UNORM2_DECOMPOSE);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString parts = decompose->normalize(icu::UnicodeString::fromUTF8(out), status);
    icu::UnicodeString bare;
    for (int i = 0; i < parts.length();) {
        const UChar32 c = parts.char32At(i);
        i += U16_LENGTH(c);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        // Letters whose stroke or shape is no combining mark.
        switch (c) {
        case 0x0142:
            bare.append(u'l');
            break; // ł
        case 0x00F8:
            bare.append(u'o');
            break; // ø
        case 0x0111:
            bare.append(u'd');
            break; // đ
        case 0x0131:
            bare.append(u'i');
            break; // ı
        case 0x00E6:
            bare.append(u"ae", 2);
            break; // æ
        case 0x0153:
            bare.append(u"oe", 2);
            break; // œ
        case 0x00F0:
            bare.append(u'd');
            break; // ð
        case 0x00FE:
            bare.append(u"th", 2);
            break; // þ
        default:
            bare.append(c);
        }
    }
    out.clear();
    bare.toUTF8String(out);
    return out;
}

bool unmask(std::string_view folded_word, std::string& out) {
    static const USpoofChecker* const checker = [] {
        UErrorCode status = U_ZERO_ERROR;
        return uspoof_open(&status);
    }();
    if (checker == nullptr) return false;
    out.clear();
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(folded_word.data());
    const auto size = static_cast<int>(folded_word.size());
    for (int i = 0; i < size;) {
        const int begin = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        if (c < 0) return false;
        if (c < 0x80) {
            out.push_back(static_cast<char>(c));
            continue;
        }
        UErrorCode status = U_ZERO_ERROR;
        char skeleton[16];
        const int length =
            uspoof_getSkeletonUTF8(checker, 0, folded_word.data() + begin, i - begin, skeleton, sizeof skeleton, &status);
        constexpr std::string_view small_k = "\u0138"; // what Cyrillic and Greek letters that look like k are likened to
        if (U_ZERO_ERROR == status && std::string_view(skeleton, static_cast<std::size_t>(length)) == small_k) {
            out.push_back('k');
            continue;
        }
        if (U_FAILURE(status) || length != 1 || static_cast<unsigned char>(skeleton[0]) >= 0x80) return false;
        const char plain = skeleton[0];
        out.push_back(plain >= 'A' && plain <= 'Z' ? static_cast<char>(plain | 0x20) : plain);
    }
    return true;
}

std::uint64_t hash_of(std::string_view word) {
    // Eight bytes at a time through a multiply-and-fold; good spread, and the same everywhere of one byte order.
    constexpr std::uint64_t seed = 0x9E3779B97F4A7C15, factor = 0xD6E8FEB86659FD93;
    std::uint64_t h = seed ^ word.size() * factor;
    const char* at = word.data();
    std::size_t left = word.size();
    const auto mix = [&](std::uint64_t piece) {
        h = (h ^ piece) * factor;
        h ^= h >> 32;
    };
    for (; left >= 8; left -= 8, at += 8) {
        std::uint64_t piece = 0;
        __builtin_memcpy(&piece, at, 8);
        mix(piece);
    }
    if (left != 0) {
        std::uint64_t piece = 0;
        __builtin_memcpy(&piece, at, left);
        mix(piece);
    }
    h *= factor;
    return h ^ h >> 29;
}

} // namespace motaudit
