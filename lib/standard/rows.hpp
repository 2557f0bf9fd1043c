#pragma once

#include "base/arena.hpp"
#include "base/faults.hpp"
#include "model/standard.hpp"
#include "standard/load.hpp"
#include "standard/wordlists.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// What rows may refer to.
struct RowWorld {
    const Vocabulary& vocabulary;
    const WordLists& words;
    LexiconBuilder& builder; // gives lists their ids
    const std::vector<std::string>& sections;
    Arena& arena;               // for examples, which are read to see that they can be
    std::string_view base = {}; // the standard that is extended; empty = none
};

// Reads the [[parameter]] rows of one file into the standard. Rows already there are those of the standard that it extends: a
// row with an id of theirs changes them, and may only make them heavier or stricter (QM III.1).
void read_rows(const Node& root, const std::string& path, const RowWorld& world, std::vector<Parameter>& parameters,
               Faults& faults);

// The settings under check = { … } laid over `values`, which hold what is extended, or nothing.
void read_settings(const Node& table, const CheckKind& kind, std::string_view id, const Checked& file, const RowWorld& world,
                   std::vector<Value>& values);

} // namespace motaudit
