#pragma once

#include "model/conversation.hpp"
#include "model/standard.hpp"
#include "text/lexicon.hpp"
#include "text/tokeniser.hpp"
#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace motaudit {

// The words of one way of saying a name, folded and without diacritics.
using NameForm = std::vector<std::uint64_t>;

// Fills the open slots of phrases from one conversation: who the agent and the customer are, what the brand is called.
// Where a name is not known, anything that looks like a name fills its slot.
class Slots : public SlotFiller {
public:
    explicit Slots(const Standard& standard);

    void open(const Conversation& conversation);
    void turn(const Conversation& conversation, std::uint32_t turn); // whose words come next

    std::uint32_t fills(Slot slot, std::span<const Word> words, std::uint32_t at) const override;
    bool may_begin(const Word& word) const override;

    // By its look: capitalised, and listed as a name or in no dictionary; small letters will do in speech and lower-case chat.
    bool is_name_like(const Word& word) const;
    std::uint64_t plain_hash(const Word& word) const; // without diacritics

private:
    void forms_of(std::string_view name, std::vector<NameForm>& out, bool parts);
    bool inside_brand(std::span<const Word> words, std::uint32_t at) const;
    std::uint32_t longest(const std::vector<NameForm>& forms, std::span<const Word> words, std::uint32_t at) const;

    const Standard& standard_;
    Tokeniser tokeniser_;
    std::vector<NameForm> standard_brand_ = {}, brand_ = {}, agent_ = {}, customer_ = {};
    std::vector<Word> words_ = {};
    std::string_view text_ = {};
    static std::size_t bit_of(std::uint64_t hash) { return hash >> 55; }
    std::bitset<512> first_words_ = {}; // of the words that a known name or the brand begins with, and of titles
    bool lower_case_ = false;           // the turn has no capitals: names have none either
    bool upper_case_ = false;           // it has nothing else: they show no name
    std::uint64_t and_ = 0, i_ = 0;
    std::vector<std::uint64_t> titles_ = {};
};

} // namespace motaudit
