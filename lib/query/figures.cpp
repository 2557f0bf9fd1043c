// Figures of a record. A turn is cut into tokens (numbers, signs, the words that the lists know as parts of a date: months, 年,
// pm) and the tokens are read from left to right. What the order of 9/11 is, a record seldom says; but its dates lie
// close together, so the order that brings them nearest to each other is taken.

#include "query/figures.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <unicode/utf8.h>

namespace motaudit {
namespace {

struct Token {
    enum class Kind : std::uint8_t {
        number,
        sign,
        month,
        year_mark,
        month_mark,
        day_mark,
        hour_mark,
        half,
        morning,
        afternoon,
        word
    };
    Kind kind = Kind::word;
    Span span = {};
    int value = 0;           // of a number of up to four digits, of a month
    char sign = 0;           // as ASCII
    std::uint8_t digits = 0; // how many; 255 = more than that
    bool space_before = false;
    bool letters_before = false; // directly joined to letters: a code
};
using Kind = Token::Kind;

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

struct Plain {
    UChar32 point = 0;
    std::uint32_t size = 1;
};

// The character at a place; those of full width as plain ones.
Plain plain_at(std::string_view text, std::size_t at) {
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

bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }
bool is_latin(UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::vector<Token> tokens_of(std::string_view text, std::span<const Mark> marks) {
    std::vector<Token> out;
    bool space = false, letters = false;
    auto mark = marks.begin();
    for (std::uint32_t at = 0; at < text.size();) {
        while (mark != marks.end() && mark->span.begin < at) ++mark;
        const auto c = plain_at(text, at);
        Token token = {.span = {at, at + c.size}, .space_before = space, .letters_before = letters};
        if (mark != marks.end() && mark->span.begin == at && mark->kind != Kind::word) {
            token.kind = mark->kind;
            token.value = mark->value;
            token.span = mark->span;
        } else if (is_digit(c.point)) {
            token.kind = Kind::number;
            for (token.span.end = at; token.span.end < text.size();) {
                const auto next = plain_at(text, token.span.end);
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

// Reads the figures of one turn.
class Reading {
public:
    Reading(const Talk& talk, std::uint32_t turn, std::vector<Figure>& out)
        : text_(talk.turn(turn).text), marks_(marks_in(talk, turn)), tokens_(tokens_of(text_, marks_)), turn_(turn), out_(out) {}

    void read() {
        for (at_ = 0; at_ < tokens_.size();) {
            const auto before = at_;
            if (!date() && !time() && !number()) ++at_;
            if (at_ == before) ++at_;
        }
    }

private:
    const Token& token(std::size_t i) const {
        static const Token none = {};
        return i < tokens_.size() ? tokens_[i] : none;
    }
    bool is(std::size_t i, Kind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
    bool is_number(std::size_t i, int most_digits) const {
        return is(i, Kind::number) && token(i).digits <= most_digits && !token(i).letters_before;
    }
    bool is_sign(std::size_t i, std::string_view signs) const {
        return is(i, Kind::sign) && signs.find(token(i).sign) != std::string_view::npos;
    }
    bool is_joined(std::size_t i) const { return !token(i).space_before; }
    bool is_year(std::size_t i) const {
        return is_number(i, 4) && token(i).digits == 4 && token(i).value >= 1990 && token(i).value < 2100;
    }
    bool is_day(std::size_t i) const { return is_number(i, 2) && token(i).value >= 1 && token(i).value <= 31; }
    bool is_month(std::size_t i) const { return is_number(i, 2) && token(i).value >= 1 && token(i).value <= 12; }

    void put(Figure::Kind kind, std::size_t last, int year, int month, int day, bool either_order = false) {
        out_.push_back({.kind = kind,
                        .turn = turn_,
                        .span = {token(at_).span.begin, token(last).span.end},
                        .year = year,
                        .month = month,
                        .day = day,
                        .either_order = either_order});
        at_ = last + 1;
    }

    // "24th": the ending counts to the number.
    std::size_t behind_ordinal(std::size_t i) const {
        return is(i, Kind::word) && is_joined(i) && is_latin(static_cast<unsigned char>(text_[token(i).span.begin])) &&
                       token(i).span.size() == 2
                   ? i + 1
                   : i;
    }
    // A year behind a day and month: "5 Nov 2026", "Nov 5, 2026", "09-Nov-26". Its place, or npos.
    std::size_t year_behind(std::size_t i) const {
        if (is_sign(i, ",-./")) ++i;
        return is_year(i) ? i : std::string_view::npos;
    }

    bool date() {
        constexpr auto none = std::string_view::npos;
        const auto i = at_;
        if (is_year(i)) {
            const bool marked = is(i + 1, Kind::year_mark);
            if ((marked || is_sign(i + 1, "-/.")) && is_month(i + 2)) {
                auto next = i + 3;
                if (is(next, Kind::month_mark) || (is_sign(next, "-/.") && !marked && is_joined(next))) {
                    if (is_day(next + 1) && is_joined(next + 1))
                        return put(Figure::Kind::date, is(next + 2, Kind::day_mark) ? next + 2 : next + 1, token(i).value,
                                   token(i + 2).value, token(next + 1).value),
                               true;
                    if (is(next, Kind::month_mark)) ++next;
                }
                return put(Figure::Kind::month, next - 1, token(i).value, token(i + 2).value, 0), true;
            }
            return put(Figure::Kind::year, marked ? i + 1 : i, token(i).value, 0, 0), true;
        }
        if (is_number(i, 2) && is_sign(i + 1, "/-.") && is_joined(i + 1) && is_joined(i + 2) && is_day(i) && is_day(i + 2)) {
            const char sign = token(i + 1).sign;
            const bool third = is_sign(i + 3, {&sign, 1}) && is_joined(i + 3) && is_joined(i + 4);
            if (third && (is_year(i + 4) || (is_number(i + 4, 2) && token(i + 4).digits == 2)))
                return either(i, i + 4, token(i + 4).value < 100 ? 2000 + token(i + 4).value : token(i + 4).value);
            if (sign == '/' && !third) return either(i, i + 2, 0);
        }
        if (is_month(i) && is(i + 1, Kind::month_mark)) {
            if (is_day(i + 2))
                return put(Figure::Kind::date, is(i + 3, Kind::day_mark) ? i + 3 : i + 2, 0, token(i).value, token(i + 2).value),
                       true;
            return put(Figure::Kind::month, i + 1, 0, token(i).value, 0), true;
        }
        if (is_day(i)) {
            auto next = behind_ordinal(i + 1);
            if (is_sign(next, "-"))
                ++next;
            else if (is(next, Kind::word) && is(next + 1, Kind::month))
                ++next; // "3rd of March"
            if (is(next, Kind::month)) {
                const auto year = year_behind(next + 1);
                return put(Figure::Kind::date, year == none ? next : year, year == none ? 0 : token(year).value, token(next).value,
                           token(i).value),
                       true;
            }
            // "15-16 Nov", "15 and 16 Nov": the first day takes the month of the second.
            if ((is_sign(i + 1, "-,&") || is(i + 1, Kind::word)) && is_day(i + 2) && is(i + 3, Kind::month))
                return put(Figure::Kind::date, i, 0, token(i + 3).value, token(i).value), true;
        }
        if (is(i, Kind::month)) {
            if (is_year(i + 1) || (is_sign(i + 1, "-,/.") && is_year(i + 2))) {
                const auto year = is_year(i + 1) ? i + 1 : i + 2;
                return put(Figure::Kind::month, year, token(year).value, token(i).value, 0), true;
            }
            const auto day = is_sign(i + 1, "-.") ? i + 2 : i + 1;
            if (is_day(day) && !is_sign(day + 1, ":")) {
                const auto next = behind_ordinal(day + 1);
                const auto year = year_behind(next);
                return put(Figure::Kind::date, year == none ? next - 1 : year, year == none ? 0 : token(year).value, token(i).value,
                           token(day).value),
                       true;
            }
            return put(Figure::Kind::month, i, 0, token(i).value, 0), true;
        }
        return false;
    }

    bool either(std::size_t first, std::size_t last, int year) {
        const int a = token(first).value, b = token(first + 2).value;
        if (a > 12 && b > 12) return false;
        const bool day_first = a > 12;
        put(Figure::Kind::date, last, year, day_first ? b : a, day_first ? a : b, a <= 12 && b <= 12 && a != b);
        return true;
    }

    bool time() {
        const auto i = at_;
        const bool half_said = is(i, Kind::afternoon) || is(i, Kind::morning);
        const auto hour = half_said ? i + 1 : i;
        if (!is_number(hour, 2) || token(hour).value > 24) return false;
        auto last = hour;
        int minutes = token(hour).value * 60;
        bool told = false;
        if (is_sign(hour + 1, ":.") && is_joined(hour + 2) && is_number(hour + 2, 2) && token(hour + 2).digits == 2 &&
            token(hour + 2).value < 60) {
            told = is_sign(hour + 1, ":");
            minutes += token(hour + 2).value;
            last = hour + 2;
            if (is_sign(last + 1, ":") && is_joined(last + 2) && is_number(last + 2, 2)) last += 2; // seconds
        } else if (is(hour + 1, Kind::hour_mark)) {
            told = true;
            last = hour + 1;
            if (is(last + 1, Kind::half)) {
                minutes += 30;
                ++last;
            } else if (is_number(last + 1, 2) && is_joined(last + 1) && token(last + 1).value < 60)
                minutes += token(++last).value;
        }
        bool afternoon = is(i, Kind::afternoon);
        if (!half_said && (is(last + 1, Kind::afternoon) || is(last + 1, Kind::morning))) {
            ++last;
            told = true;
            afternoon = is(last, Kind::afternoon);
        }
        if (!told) return false;
        if (afternoon && minutes < 12 * 60) minutes += 12 * 60;
        out_.push_back(
            {.kind = Figure::Kind::time, .turn = turn_, .span = {token(i).span.begin, token(last).span.end}, .minutes = minutes});
        at_ = last + 1;
        return true;
    }

    bool number() {
        if (!is(at_, Kind::number)) return false;
        constexpr std::size_t longest = 24;
        Figure figure = {.turn = turn_, .span = token(at_).span};
        for (auto i = at_; is(i, Kind::number);) {
            figure.span.end = token(i).span.end;
            for (std::uint32_t at = token(i).span.begin; at < token(i).span.end;) {
                const auto c = plain_at(text_, at);
                if (figure.digits.size() < longest) figure.digits += static_cast<char>(c.point);
                at += c.size;
            }
            at_ = ++i;
            // "+61 4 5550 0171", "(011) 555-0142"
            if (is_sign(i, "-()") && is_joined(i)) ++i;
            if (is_sign(i, "(")) ++i;
            if (figure.digits.size() >= longest || token(i).letters_before) break;
            if (is(i, Kind::number) && text_.substr(figure.span.end, token(i).span.begin - figure.span.end).size() > 3) break;
        }
        out_.push_back(std::move(figure));
        return true;
    }

    std::string_view text_;
    std::vector<Mark> marks_;
    std::vector<Token> tokens_;
    std::uint32_t turn_;
    std::vector<Figure>& out_;
    std::size_t at_ = 0;
};

// How many days lie between the first and the last of the dates that are written as those in doubt are: without a year, or with
// the latest one.
int spread(const std::vector<Figure>& figures, bool swapped) {
    int year = 0;
    bool doubt_without_year = false, doubt_with_year = false;
    for (const auto& f : figures) {
        year = std::max(year, f.year);
        if (f.either_order) (f.year == 0 ? doubt_without_year : doubt_with_year) = true;
    }
    int low = 1 << 30, high = -(1 << 30);
    for (const auto& f : figures) {
        const bool counts = f.year == 0 ? doubt_without_year : doubt_with_year && f.year == year;
        if (f.kind != Figure::Kind::date || !counts) continue;
        const bool swap = swapped && f.either_order;
        const int day = day_number(year == 0 ? 2024 : year, swap ? f.day : f.month, swap ? f.month : f.day);
        low = std::min(low, day);
        high = std::max(high, day);
    }
    return high - low;
}

void read_figures(const Talk& talk, std::vector<Figure>& out) {
    out.clear();
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t)
        if (!talk.turn(t).is_private) Reading(talk, t, out).read();
    // Month first, as in the example of CD 1.4, where both orders do equally.
    if (std::ranges::any_of(out, &Figure::either_order) && spread(out, true) < spread(out, false))
        for (auto& f : out)
            if (f.either_order) std::swap(f.month, f.day);
}

} // namespace

const std::vector<Figure>& figures_of(const Talk& talk) { return talk.once(read_figures); }

std::span<const Figure> figures_in(const Talk& talk, std::uint32_t turn, Span in) {
    const auto& all = figures_of(talk);
    const auto place = [](const Figure& f) { return std::pair(f.turn, f.span.begin); };
    return {std::ranges::lower_bound(all, std::pair(turn, in.begin), {}, place),
            std::ranges::lower_bound(all, std::pair(turn, in.end), {}, place)};
}

bool is_figure(const Figure& figure, std::string_view name) {
    const bool is_number = figure.kind == Figure::Kind::number;
    const auto size = figure.digits.size();
    if (name == "date") return figure.kind == Figure::Kind::date;
    if (name == "month") return figure.kind == Figure::Kind::month;
    if (name == "year") return figure.kind == Figure::Kind::year;
    if (name == "time") return figure.kind == Figure::Kind::time;
    if (name == "phone") return is_number && size >= 7 && size <= 14;
    if (name == "imei") return is_number && size == 15;
    if (name == "code") return is_number && size >= 4 && size < 15;
    return name == "number" && is_number;
}

int day_number(int year, int month, int day) {
    const auto date =
        std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::day{static_cast<unsigned>(day)};
    return static_cast<int>(std::chrono::sys_days{date}.time_since_epoch().count());
}

// Luhn: of 15 digits every second one, from the second on, is doubled.
char imei_check_digit(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < 14 && i < digits.size(); ++i) {
        const int digit = digits[i] - '0';
        sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

} // namespace motaudit
