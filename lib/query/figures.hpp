#pragma once

#include "query/talk.hpp"
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace motaudit {

// What a record says in figures: a date, a month, a year, a time of day, a number.
struct Figure {
    enum class Kind : std::uint8_t { date, month, year, time, number };
    Kind kind = Kind::number;
    std::uint32_t turn = 0;
    Span span = {};
    int year = 0, month = 0, day = 0; // 0 = not said
    int day_number = 0;               // of a date: days since 1970-01-01; its year, if not said, is settled by the other dates
    int minutes = 0;                  // of a time, since midnight
    bool either_order = false;        // 9/11 is settled by the other dates of the record
    bool round_the_clock = false;     // 24/7 in running text may be no date
    std::string digits = {};          // of a number, without what stands between its groups
};

// Every figure of a conversation, in order. Digits and signs of full width count as plain ones.
const std::vector<Figure>& figures_of(const Talk& talk);

// Those that begin in a piece of a turn's text.
std::span<const Figure> figures_in(const Talk& talk, std::uint32_t turn, Span in);

// Whether the figure is one of those that lists name ("date", "phone", "imei" …; text/lexicon.hpp).
bool is_figure(const Figure& figure, std::string_view name);

// The check digit of an IMEI's first 14 digits.
char imei_check_digit(std::string_view digits);

} // namespace motaudit
