#pragma once

#include "intake/stamp.hpp"
#include <cstdint>
#include <optional>
#include <string_view>

namespace motaudit {

// How the time stands in a line.
enum class TimePlace : std::uint8_t { none, brackets, parentheses, bare, after_label };

// One line of a transcript, as far as it tells by itself. Views are of the line.
struct Line {
    std::string_view whole = {}; // without its end
    std::uint32_t number = 0;    // from 1
    std::optional<Stamp> start = {}, end = {};
    TimePlace time_place = TimePlace::none;
    std::string_view label = {}; // what stands where a speaker does; empty where nothing does
    bool alone = false;          // the label has the line for itself and no colon: the text is below
    std::string_view text = {};  // after time and label, without blanks around

    bool strong() const { return time_place != TimePlace::none && !alone; }
};

// The layouts: "Name: t", "[00:01:02] Name: t", "(10:32 AM) Name: t", "( 1m 13s ) Name: t", "00:01:02 Name: t",
// "Name (10:32 AM): t", "2025-03-03 10:32:05 Name: t", "03/06/2018, 13:55 - Name: t", "[SPEAKER_00]: t", "[0.0s --> 2.4s] t",
// and a label with its text below, with or without a colon or a time.
Line read_line(std::string_view whole, std::uint32_t number);

// Takes the first line off `text`, without its end.
std::string_view take_line(std::string_view& text);

} // namespace motaudit
