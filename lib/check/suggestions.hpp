#pragma once

#include "query/talk.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// What misspelt words should be. Words of the conversation come first where one small slip leads from them to what was typed:
// what both sides speak of is likelier meant than any other word. Asked only where evidence is wanted.
class Suggestions {
public:
    explicit Suggestions(const Talk& talk) : talk_(talk) {}

    // Best first, with commas between.
    std::string of(std::string_view misspelt);

private:
    struct Said {
        std::string word = {}; // as it is written
        std::string kept = {}; // in small letters
    };
    void gather();

    const Talk& talk_;
    bool gathered_ = false;
    std::vector<Said> said_ = {}; // each once
};

} // namespace motaudit
