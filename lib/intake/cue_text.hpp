#pragma once

#include "base/arena.hpp"
#include <cstdint>
#include <string_view>
#include <vector>

namespace motaudit {

// What one voice says in a cue.
struct CuePart {
    std::string_view voice = {};        // of <v Name>; empty = no such tag
    std::string_view text = {};         // without tags, entities decoded, on one line
    std::uint32_t line = 0, column = 0; // of its first byte within the cue's text, from 1, where it stands there as it is; else 0
};

// A cue's text, cut where voices change. Tags of WebVTT and those that SubRip files hold (<font>, {\an8}) are taken out. Text that
// needs no change is borrowed, else it lives in the arena.
void read_cue_text(std::string_view text, Arena& arena, std::vector<CuePart>& parts);

} // namespace motaudit
