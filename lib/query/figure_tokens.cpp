#include "query/figure_tokens.hpp"

#include <algorithm>
#include <charconv>
#include <unicode/utf8.h>

namespace motaudit {
namespace {

using Kind = FigureToken::Kind;

struct Mark {
    Span span = {};
    Kind kind = Kind::word;
    int value = 0;
};

std::vector<Mark> marks_in(const Talk& talk, std::uint32_t turn) {
    constexpr std::pair<Role, Kind> roles[] = {
        {Role::record_month, Kind::month},           {Role::record_year_mark, Kind::year_mark},
        {Role::record_month_mark, Kind::month_mark}, {Role::record_day_mark, Kind::day_mark},
        {Role::record_hour_mark, Kind::hour_mark},   {Role::record_half, Kind::half},
        {Role::record_morning, Kind::morning},       {Role::record_afternoon, Kind::afternoon},
        {Role::record_ordinal, Kind::word}};
    std::vector<Mark> out;
    for (const auto& [role, kind] : roles)
        for (const auto& match : talk.matches(talk.list(role))) {
            if (match.turn != turn) continue;
            const auto& note = talk.standard().lexicon.list(match.list).phrases[match.phrase].note;
            int value = 0;
            std::from_chars(note.data(), note.data() + note.size(), value);
            out.push_back({talk.span(match), kind, value});
        }
    std::ranges::sort(out, {}, [](const Mark& m) { return m.span.begin; });
    return out;
}

bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }

} // namespace

PlainCharacter plain_character(std::string_view text, std::size_t at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    int i = static_cast<int>(at);
    UChar32 c = 0;
    U8_NEXT(bytes, i, static_cast<int>(text.size()), c);
    const auto size = static_cast<std::uint32_t>(i) - static_cast<std::uint32_t>(at);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == 0x3000 || c == 0x00A0) c = ' ';
    if (c == 0x2013 || c == 0x2014 || c == 0x2010 || c == 0x2011) c = '-';
    if (c == 0x3001) c = ',';
    return {c, size};
}

std::vector<FigureToken> figure_tokens(const Talk& talk, std::uint32_t turn) {
    const auto text = talk.turn(turn).text;
    const auto marks = marks_in(talk, turn);
    std::vector<FigureToken> out;
    bool space = false, letters = false;
    auto mark = marks.begin();
    for (std::uint32_t at = 0; at < text.size();) {
        while (mark != marks.end() && mark->span.begin < at) ++mark;
        const auto c = plain_character(text, at);
        FigureToken token = {.span = {at, at + c.size}, .space_before = space, .letters_before = letters};
        if (mark != marks.end() && mark->span.begin == at && mark->kind != Kind::word) {
            token.kind = mark->kind;
            token.value = mark->value;
            token.span = mark->span;
        } else if (is_digit(c.point)) {
            token.kind = Kind::number;
            for (token.span.end = at; token.span.end < text.size();) {
                const auto next = plain_character(text, token.span.end);
                if (!is_digit(next.point)) break;
                if (token.digits < 5) token.value = token.value * 10 + (next.point - '0');
                token.digits = static_cast<std::uint8_t>(std::min(token.digits + 1, 255));
                token.span.end += next.size;
            }
        } else if (c.point == ' ' || c.point == '\t') {
            space = true;
            letters = false;
            at += c.size;
            continue;
        } else if (is_latin(c.point)) {
            while (token.span.end < text.size() && is_latin(static_cast<unsigned char>(text[token.span.end]))) ++token.span.end;
        } else {
            token.kind = c.point < 0x80 && c.point > ' ' ? Kind::sign : Kind::word;
            token.sign = c.point > 0 && c.point < 0x80 ? static_cast<char>(c.point) : '\0';
        }
        at = std::max(token.span.end, at + 1);
        space = false;
        letters = token.kind == Kind::word && is_latin(static_cast<unsigned char>(text[token.span.begin]));
        out.push_back(token);
    }
    return out;
}

} // namespace motaudit
