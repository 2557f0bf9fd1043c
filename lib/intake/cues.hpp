#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace motaudit {

// One cue of a caption file, as it stands there; views are of the file's text.
struct Cue {
    std::string_view id = {};
    double start = 0, end = 0;  // seconds
    std::string_view text = {}; // lines, tags and entities included; lines may end in CR LF
    std::uint32_t line = 0;     // the line of its text (of its times where it has none), from 1
};

// The cues of a file, and what is wrong with it.
struct Cues {
    std::vector<Cue> all = {};
    std::uint32_t first_bad = 0;       // the line of the first times that cannot be read, 0 = none
    std::uint32_t bad = 0;             // how many of them
    std::string_view what_is_bad = {}; // that line
};

// Does the text begin with the signature of WebVTT? A byte order mark may stand before it.
bool is_webvtt(std::string_view text);

// Cues by the WebVTT standard's parser: a cue whose times cannot be read is left out, with its text. Linear.
Cues webvtt_cues(std::string_view text);

// Cues of SubRip, which has no standard: milliseconds after ',' or '.', hours may be missing, an index is not required, and a
// blank line inside a cue's text does not end it. Linear.
Cues srt_cues(std::string_view text);

// Are these two lines, an index and times, the beginning of SubRip? Or the times alone.
bool is_srt(std::string_view text);

} // namespace motaudit
