#pragma once

#include "query/talk.hpp"
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace motaudit {

// A piece of a turn's text.
struct Stretch {
    std::uint32_t turn = 0;
    Span span = {};
};

// A label and what stands behind it. The lists named field.* hold the labels of fields, which end with their line; those named
// part.* the labels of parts, which go on to the next part: part.story.* tells what happened, part.work.* what was done.
struct Field {
    ListId label = no_list;
    Stretch name = {};
    Stretch value = {};
    bool blank = false; // nothing stands there, or a word for nothing: "n/a", "see below"
};

// A case record as its writer laid it out: labelled fields in any order, parts, and the daily log.
struct CaseRecord {
    std::vector<Field> fields = {};      // in order; a value ends where the next label begins
    std::vector<Field> parts = {};       // in order
    std::vector<Stretch> story = {};     // all that is not work
    std::vector<Stretch> narrative = {}; // of the story: what is told in its parts; all of it where it has none
    std::vector<Stretch> head = {};      // of the story: what stands before its parts; all of it where it has none
    std::vector<Stretch> work = {};      // handling, plan, prevention, return visit
};

const CaseRecord& record_of(const Talk& talk);

// The parts with one of these labels.
std::vector<Stretch> parts_of(const CaseRecord& record, std::span<const ListId> labels);

inline std::string_view text_of(const Talk& talk, const Stretch& s) {
    return talk.turn(s.turn).text.substr(s.span.begin, s.span.size());
}
inline bool holds(const Stretch& s, std::uint32_t turn, Span span) {
    return s.turn == turn && s.span.begin <= span.begin && span.end <= s.span.end;
}
inline bool holds(std::span<const Stretch> in, std::uint32_t turn, Span span) {
    for (const auto& s : in)
        if (holds(s, turn, span)) return true;
    return false;
}

// Turns that belong to the record: all but private notes.
std::vector<Stretch> whole(const Talk& talk);

} // namespace motaudit
