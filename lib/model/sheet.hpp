#pragma once

#include "model/finding.hpp"
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace motaudit {

// The words of a turn that gave a verdict, as a sheet quotes them.
struct Quote {
    std::uint32_t turn = 0; // from 0
    std::string text = {};
    friend bool operator==(const Quote&, const Quote&) = default;
};

// Which na it is, as a scorecard names it, in words for a person; empty where it is none.
inline std::string_view na_words(std::string_view name) {
    if (name == name_of(NotJudged::not_applicable)) return "does not apply";
    if (name == name_of(NotJudged::not_visible)) return "cannot be seen here";
    return name == name_of(NotJudged::needs_person) ? "needs a person" : "";
}

// One verdict on a score sheet.
struct Mark {
    std::string parameter = {};
    Verdict verdict = Verdict::na;
    bool contested = false; // the evaluators themselves do not agree: compared with nothing
    std::string reason = {};
    std::vector<Quote> evidence = {};
};

// A score sheet: what one evaluator, a person or the tool, says of one conversation.
struct Sheet {
    std::string conversation = {};
    std::string evaluator = {}; // empty where the sheet does not say
    std::string standard = {};  // by which was judged; empty = not said, any
    std::string path = {};
    std::size_t line = 0;
    bool complete = false; // holds every parameter of its standard: one that is absent was not judged
    std::vector<Mark> marks = {};
};

} // namespace motaudit
