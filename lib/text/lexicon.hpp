#pragma once

#include "base/flat.hpp"
#include "base/later.hpp"
#include "base/result.hpp"
#include "text/words.hpp"
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motaudit {

// The number of a phrase list in its Lexicon.
using ListId = std::uint16_t;
inline constexpr ListId no_list = 0xffff;

struct CompiledPhrases;
struct WordRules;

// What a phrase may leave open for the conversation to fill.
enum class Slot : std::uint8_t { brand, agent, customer, name, digits };
inline constexpr std::string_view slot_names[] = {"brand", "agent", "customer", "name", "digits"};

// What stands in figures, as lists name it: a date or a part of one, a time of day, a number that may be called, an IMEI, a sum …
inline constexpr std::string_view figure_names[] = {"date",    "month",  "year", "time", "phone",
                                                    "address", "handle", "imei", "code", "number"};

// A place where a phrase of a list is said: words [first, last] of a turn, both included.
struct Match {
    ListId list = no_list;
    std::uint16_t phrase = 0; // which phrase of the list, from 0, in the order of the file
    std::uint32_t turn = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

// Answers what the open slots of phrases are in one conversation: how many words from `at` fill the slot, 0 for none.
class SlotFiller {
public:
    virtual ~SlotFiller() = default;
    virtual std::uint32_t fills(Slot slot, std::span<const Word> words, std::uint32_t at) const = 0;
    // False where no slot can be filled from that word on: asked first, since it is so for nearly every word.
    virtual bool may_begin(const Word&) const { return true; }
};

// One phrase as it stands in a file.
struct Phrase {
    std::string text = {};
    std::string note = {}; // what to say instead, or the official form; may be empty
    std::string path = {};
    std::size_t line = 0;
};

// A named list of phrases ("empathy"). See lexicons/README or motaudit-standard(5) for the notation.
struct PhraseList {
    std::string name = {};
    std::string title = {}; // what it stands for, in words that follow "missing: "
    LaterList<Phrase> phrases = {};
    std::vector<ListId> unless = {}; // lists that, said shortly before in the same sentence, undo a match: "not", "he said"
    std::vector<ListId> except = {}; // lists that undo a match which they overlap: "cool down" for "cool"
    unsigned reach = 3;              // where this list undoes others: how many words may stand between
    bool across_sentences = false;   // may run on over a full stop
    bool whole_words = false; // in a script without spaces, begins and ends where words do: "媒体", not that of "多媒体"

    // What makes the list an item of a record (query/items): it is there where one of the phrases is said, one of the fields is
    // filled or one of the figures stands; `with` asks for another item beside the phrase or in the field.
    std::vector<ListId> fields = {}; // lists of labels
    std::vector<ListId> with = {};
    std::vector<ListId> needs = {}; // items that belong to it: those that the record of such a complaint must hold
    std::vector<std::string> figures = {};

    bool has_guards() const { return !unless.empty() || !except.empty() || whole_words; }
};

// The words of each turn of a conversation, one after the other in one array.
struct WordsOfTurns {
    std::span<const Word> words = {};
    std::span<const std::uint32_t> begins = {}; // of each turn, and behind the last turn the number of words

    std::span<const Word> operator[](std::uint32_t turn) const {
        return words.subspan(begins[turn], begins[turn + 1] - begins[turn]);
    }
};

// A phrase of a list.
struct PhraseOfList {
    ListId list = no_list;
    std::uint16_t phrase = 0; // from 0, in the order of the file
};

// All words and phrases of a standard, compiled for PhraseMatcher, which finds the phrases of all lists in one walk over a
// turn, and for Found, which answers for a list.
class Lexicon {
public:
    Lexicon();
    ~Lexicon();
    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;

    ListId find(std::string_view list) const; // no_list where there is none
    std::span<const PhraseList> lists() const;
    const PhraseList& list(ListId id) const { return lists()[id]; }

    WordId id_of(std::uint64_t hash) const; // 0 for a word that no phrase has

    // Phrases that are one word are no part of the walk: which they are, by list; of a list at most one.
    std::span<const PhraseOfList> lists_of(WordId word) const {
        const auto firsts = first_in_lists_.view();
        if (word + 1 >= firsts.size()) return {};
        return in_lists_.view().subspan(firsts[word], firsts[word + 1] - firsts[word]);
    }
    bool has_word(ListId word_list, WordId word) const {
        for (const auto& of : lists_of(word))
            if (of.list >= word_list) return of.list == word_list;
        return false;
    }
    bool is_word_list(ListId list) const { return words_only_[list] != 0; } // it has no other phrases, and no guards
    const WordRules& rules() const { return *rules_; }
    const CompiledPhrases& compiled() const { return *graph_; } // for PhraseMatcher

private:
    friend class LexiconBuilder;
    friend struct ImageFields;
    void note_single_words(std::vector<std::pair<WordId, PhraseOfList>>& words);

    std::unique_ptr<CompiledPhrases> graph_;
    std::unique_ptr<WordRules> rules_;
    std::vector<PhraseList> lists_;
    Flat<PhraseOfList> in_lists_ = {};        // of each word the lists that it is a phrase of
    Flat<std::uint32_t> first_in_lists_ = {}; // of each word's there; and the end
    Flat<std::uint8_t> words_only_ = {};
};

// Collects lists, then compiles them once.
class LexiconBuilder {
public:
    LexiconBuilder();
    ~LexiconBuilder();

    // The list of that name, made where it is new.
    PhraseList& list(std::string_view name);
    ListId id_of(std::string_view name); // made where it is new
    bool has(std::string_view name) const;

    // That list will be asked for. Once some are, of the others only those that these name are compiled; the rest are read
    // and hold nothing.
    void ask_for(ListId list);

    // A word class of the notation: "{be}" in a phrase stands for any of its members.
    void word_class(std::string_view name, std::vector<std::string> members);

    // Words across which phrases match ("um"), and contractions ("i'd" → "i would").
    void filler(std::string_view word);
    void contraction(std::string_view word, std::string_view expansion);

    // Compiles. Errors name the phrase's file and line.
    Result<Lexicon> build();

private:
    std::vector<bool> needed() const;

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace motaudit
