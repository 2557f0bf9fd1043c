// Figures of a record, read from left to right from its tokens. What the order of 9/11 is, and which year a date without one is
// of, a record seldom says: query/record_days settles it by the other dates.

#include "query/figures.hpp"

#include "query/figure_tokens.hpp"
#include "query/record_days.hpp"
#include <algorithm>

namespace motaudit {
namespace {

using Token = FigureToken;
using Kind = Token::Kind;

// Reads the figures of one turn.
class Reading {
public:
    Reading(const Talk& talk, std::uint32_t turn, std::vector<Figure>& out)
        : text_(talk.turn(turn).text), tokens_(figure_tokens(talk, turn)), turn_(turn), out_(out) {}

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
            if (sign == '/' && !third) {
                const bool round_the_clock = is_round_the_clock(i);
                if (!either(i, i + 2, 0)) return false;
                out_.back().round_the_clock = round_the_clock;
                return true;
            }
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

    // "24/7" where no line or field begins with it.
    bool is_round_the_clock(std::size_t i) const {
        if (token(i).value != 24 || token(i + 2).value != 7 || token(i + 2).digits != 1) return false;
        const auto before = text_.substr(0, token(i).span.begin);
        const auto last = before.find_last_not_of(" \t-*");
        return last != std::string_view::npos && before[last] != '\n' && before[last] != ':';
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
                const auto c = plain_character(text_, at);
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
    std::vector<Token> tokens_;
    std::uint32_t turn_;
    std::vector<Figure>& out_;
    std::size_t at_ = 0;
};

void read_figures(const Talk& talk, std::vector<Figure>& out) {
    out.clear();
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t)
        if (!talk.turn(t).is_private) Reading(talk, t, out).read();
    settle_dates(out);
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
