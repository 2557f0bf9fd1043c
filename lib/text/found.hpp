#pragma once

#include "text/lexicon.hpp"
#include <cstdint>
#include <span>
#include <vector>

namespace motaudit {

// Where one conversation says what each list holds. Places are sorted and guards applied when a list is first asked for: most
// lists of a standard are not asked of most conversations. One per thread, for one conversation after another.
class Found {
public:
    explicit Found(const Lexicon& lexicon) : lexicon_(lexicon), places_(lexicon.lists().size()), kept_(lexicon.lists().size()) {}

    // `phrases` are what PhraseMatcher found in these words. Both must outlive the questions.
    void open(const WordsOfTurns& words, std::span<const Match> phrases);

    // All places of a list in order, guards applied. Of those that overlap only the leftmost and longest is there.
    std::span<const Match> of(ListId list);

private:
    // A list's places are hits_[begin, end). Single words stand in order by themselves; with phrases among them they are
    // sorted when they are first asked for.
    struct Places {
        std::uint32_t begin = 0, end = 0;
        bool sorted = true;
    };
    struct Kept {
        std::uint64_t of = 0; // the conversation, counted from the first
        std::vector<Match> places = {};
    };
    std::span<const Match> all_of(ListId list); // guards not applied
    void sort(Places& places);
    bool undone(const Match& match, const PhraseList& list);
    std::span<const Match> all_in_turn(ListId list, std::uint32_t turn);

    const Lexicon& lexicon_;
    WordsOfTurns words_ = {};
    std::uint64_t conversation_ = 0;
    std::vector<Places> places_; // of each list
    std::vector<Match> hits_ = {};
    std::vector<Kept> kept_; // of each list what its guards leave
};

} // namespace motaudit
