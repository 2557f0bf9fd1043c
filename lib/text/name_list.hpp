#pragma once

#include "base/hash_table.hpp"
#include <cstdint>
#include <string_view>

namespace motaudit {

// Given and family names, asked without regard to case and diacritics.
class NameList {
public:
    // A name in one or several words. With `is_word` it is an ordinary word as well: "Will", "Grace".
    void add(std::string_view name, bool is_word);

    // Word::name and Word::also_word of a word as it is written; "Maria's" is Maria.
    std::uint16_t flags_of(std::string_view word) const;

private:
    friend struct ImageFields;
    HashTable<std::uint16_t> flags_ = {};
};

} // namespace motaudit
