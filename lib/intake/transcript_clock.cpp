#include "intake/transcript_clock.hpp"

#include <algorithm>
#include <cmath>

namespace motaudit {

void TranscriptClock::see(const Stamp& stamp) {
    if (!first_) first_ = stamp;
    three_parts_ = three_parts_ || stamp.parts == 3;
    if (stamp.parts == 2) most_first_part_ = std::max(most_first_part_, stamp.time[0]);
    if (!stamp.has_date || stamp.year_first) return;
    day_above_12_first_ = day_above_12_first_ || stamp.date[0] > 12;
    day_above_12_second_ = day_above_12_second_ || stamp.date[1] > 12;
    const auto follow = [&](DateOrder order, std::int64_t& last, bool& falls) {
        if (const auto day = day_of(stamp, order)) {
            falls = falls || *day < last;
            last = *day;
        }
    };
    follow(DateOrder::day_first, last_day_first_, day_first_falls_);
    follow(DateOrder::month_first, last_month_first_, month_first_falls_);
}

// Undecidable from one date: a part above 12 tells, else the reading in which time runs forward.
DateOrder TranscriptClock::order() const {
    if (day_above_12_first_ != day_above_12_second_) return day_above_12_first_ ? DateOrder::day_first : DateOrder::month_first;
    if (day_first_falls_ != month_first_falls_) return month_first_falls_ ? DateOrder::day_first : DateOrder::month_first;
    return DateOrder::unknown;
}

bool TranscriptClock::two_parts_are_minutes() const {
    if (first_->has_date || first_->half != Stamp::Half::none) return false;
    return three_parts_ || most_first_part_ > 23 || first_->time[0] == 0;
}

// A first time in the first hour counts from the start; later ones are taken for the time of day.
bool TranscriptClock::counts_from_zero() const {
    if (first_->units) return true;
    if (first_->has_date || first_->half != Stamp::Half::none) return false;
    return first_->parts == 2 ? two_parts_are_minutes() : first_->time[0] == 0;
}

double TranscriptClock::value(const Stamp& stamp) const {
    const auto [a, b, c] = stamp.time;
    double seconds = stamp.fraction;
    if (stamp.parts == 2 && two_parts_are_minutes()) return seconds + a * 60.0 + b;
    int hour = a;
    if (stamp.half != Stamp::Half::none) hour = a % 12 + (stamp.half == Stamp::Half::pm ? 12 : 0);
    seconds += hour * 3600.0 + b * 60.0 + (stamp.parts == 3 ? c : 0);
    if (first_->has_date) seconds += static_cast<double>(day_of(stamp, order()).value_or(0)) * 86400.0;
    return seconds;
}

std::optional<double> TranscriptClock::seconds(const Stamp& stamp) {
    if (!first_ || (first_->has_date && !stamp.has_date)) return std::nullopt;
    double now = value(stamp);
    const bool zero = counts_from_zero();
    if (!zero && !first_->has_date) {
        constexpr double hour = 3600;
        // Past midnight; or past one o'clock on a clock of twelve hours that does not say am or pm.
        const double back = last_ - (now + rolled_);
        const bool twelve = stamp.half == Stamp::Half::none && last_hour_ == 12 && stamp.time[0] == 1;
        if (last_hour_ >= 0 && back > 10 * hour) rolled_ += twelve ? 12 * hour : back > 12 * hour ? 24 * hour : 0;
        now += rolled_;
        last_hour_ = stamp.time[0];
        last_ = now;
    }
    const double from_start = zero ? now : now - value(*first_);
    return std::max(0.0, std::round(from_start * 1000) / 1000);
}

std::string TranscriptClock::started_at() const { return first_ ? iso_of(*first_, order()) : std::string{}; }

} // namespace motaudit
