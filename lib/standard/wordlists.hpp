#pragma once

#include "base/faults.hpp"
#include "model/standard.hpp"
#include "text/lexicon.hpp"
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motaudit {

// The words of a standard as its files give them: lists of one name in several files are one list.
struct WordLists {
    struct Reference { // a list that another names
        std::string name = {};
        Error where = {};
    };
    struct List {
        PhraseList as_written = {};
        bool has_reach = false;
        std::vector<Reference> unless = {}, except = {}, fields = {}, with = {}, needs = {};
    };
    std::vector<List> lists = {}; // in the order in which the files name them first
    std::map<std::string, std::size_t, std::less<>> by_name = {};
    std::vector<std::pair<std::string, std::vector<std::string>>> classes = {};
    std::vector<std::pair<std::string, std::string>> contractions = {};
    std::vector<std::string> fillers = {};

    List& list(const std::string& name); // made where it is new
    bool has(std::string_view name) const { return by_name.find(name) != by_name.end(); }
    std::vector<std::string_view> names() const;
};

// A file of phrase lists: en/phrases.toml.
void read_phrase_file(const Node& root, const std::string& path, WordLists& words, Faults& faults);

// Moves everything to the builder; lists get ids in the order of the files. Guards must name lists that are there.
void hand_over(WordLists& words, LexiconBuilder& builder, Faults& faults);

// Every phrase in the builder that does not parse; the builder itself stops at the first.
void find_wrong_phrases(const WordLists& words, LexiconBuilder& builder, Faults& faults);

} // namespace motaudit
