#pragma once

#include "base/hash_table.hpp"
#include "base/span.hpp"
#include "text/words.hpp"
#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// A brand name or technical term and its official case: "OPPO", "Wi-Fi". `also` are other spellings that are right.
struct Term {
    std::string form = {};
    std::vector<std::string> also = {};
    std::vector<std::string> wrong = {}; // spellings that case folding does not reach: "Color OS"
    // Contexts in which another case is wrong although it is an ordinary word: "_ card" for "SIM"; empty = always. See brands.toml.
    std::vector<std::string> needs = {};
};

// A use of a term that is not in one of its right forms.
struct TermSlip {
    Span span = {};
    std::string right = {};
};

// All terms of a standard, by what they begin with.
class TermIndex {
public:
    void add(const Term& term);

    // The wrong uses among the words of a text, in order. Only words in `judged` count; links, addresses and the like never do.
    using Judged = bool (*)(const Word& word);
    std::vector<TermSlip> slips(std::string_view text, std::span<const Word> words, Judged judged) const;

    bool empty() const { return forms_.empty(); }

private:
    friend struct ImageFields;
    struct Form {
        std::string text = {};                               // as it is to be written, or a wrong spelling
        std::string right = {};                              // the official form
        std::vector<std::vector<std::string>> contexts = {}; // any of these must stand around it
        bool wrong = false;                                  // wrong in any case
        std::uint32_t next = 0;                              // of those that begin so, its number + 1; 0 = the last
    };
    struct Found {
        const Form* form = nullptr;
        std::size_t size = 0; // bytes, with a plural s
        bool exact = false;
    };
    Found longest(std::string_view text, std::span<const Word> words, std::size_t at) const;
    static bool in_context(const Form& form, std::string_view text, std::span<const Word> words, std::size_t first,
                           std::size_t end);

    void note_beginning(std::string_view form);
    bool may_begin(std::string_view rest) const;

    std::vector<Form> forms_ = {};
    HashTable<std::uint32_t> by_beginning_ = {};               // of the first letters, without case: the first form's number + 1
    std::bitset<std::size_t{1} << 13> twos_ = {}, fours_ = {}; // what forms begin with, in bytes
};

} // namespace motaudit
