#pragma once

#include "text/lexicon.hpp"
#include <cstdint>
#include <span>
#include <vector>

namespace motaudit {

// Where one conversation says what each list holds. A list is worked out when it is first asked for: most lists of a
// standard are not asked of most conversations. One per thread, for one conversation after another.
class Found {
public:
    explicit Found(const Lexicon& lexicon) : lexicon_(lexicon), lists_(lexicon.lists().size()) {}

    // `phrases` are what PhraseMatcher found in these words. Both must outlive the questions.
    void open(const WordsOfTurns& words, std::span<const Match> phrases);

    // All places of a list in order, guards applied. Of those that overlap only the leftmost and longest is there.
    std::span<const Match> of(ListId list);

private:
    struct List {
        std::uint32_t first_hit = 0;               // in hits_ + 1, for a list that is_said_
        std::uint64_t worked_out = 0, guarded = 0; // for which conversation, counted from the first
        std::vector<Match> all = {};               // guards not applied
        std::vector<Match> kept = {};
    };
    struct Hit {
        Match match = {};
        std::uint32_t next = 0; // the list's next in hits_ + 1; 0 = none
    };
    void note(const Match& match);
    void note_word_lists();
    template <class ListsOf>
    void note_words(const ListsOf& lists_of);
    bool is_said(ListId list) const { return (is_said_[list / 64] >> list % 64 & 1) != 0; }
    std::span<const Match> all_of(ListId list);
    bool undone(const Match& match, const PhraseList& list);
    std::span<const Match> all_in_turn(ListId list, std::uint32_t turn);

    const Lexicon& lexicon_;
    WordsOfTurns words_ = {};
    std::uint64_t conversation_ = 0;
    bool word_lists_noted_ = false;
    std::vector<List> lists_;
    std::vector<std::uint64_t> is_said_ = {}; // a bit for each list: nearly all are not said in a conversation
    std::vector<Hit> hits_ = {};
};

} // namespace motaudit
