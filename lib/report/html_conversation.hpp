#pragma once

#include "model/scorecard.hpp"
#include "report/html_text.hpp"
#include <string>
#include <vector>

namespace motaudit {

// What is said of one markdown, in words for the page.
struct Note {
    std::size_t number = 0; // in its conversation, from 1
    bool fatal = false;
    std::string id = {}, title = {}, clause = {}, advice = {}, reason = {}, worth = {};
    std::string missing = {}, noted = {}, near = {}; // empty = nothing
};

struct PageTurn {
    std::string speaker = {}, who = {}, time = {};
    std::string text = {}; // markup: escaped, and marked
    std::vector<Note> notes = {};
};

struct PageRow {
    std::string verdict = {}, id = {}, title = {}, points = {}, clause = {}, why = {};
};

// A conversation as the page shows it: its turns with the evidence marked, each markdown beside the turn where it is seen first.
struct PageTalk {
    std::string score = {}, result = {}, id = {}, about = {}, source = {}, fatal = {};
    std::string cut = {}; // what of a long conversation is left out; empty = nothing
    std::vector<Note> unplaced = {};
    std::vector<PageTurn> turns = {};
    std::vector<PageRow> rows = {};
};

// `anchor` is the address of the conversation on the page.
PageTalk page_talk(const ScoreCard& card, std::string_view anchor);

// "85.0", or a dash where nothing was judged.
std::string score_text(std::optional<double> score);

// "passed", "failed" or "fatal".
std::string_view result_text(bool passed, bool fatal);

} // namespace motaudit
