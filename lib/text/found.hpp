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
        std::uint64_t worked_out = 0, guarded = 0; // for which conversation, counted from the first
        std::span<const Match> all = {};           // guards not applied
        std::vector<Match> merged = {}, kept = {};
    };
    struct ByList {
        std::vector<Match> places = {};
        std::vector<std::uint32_t> ends = {}; // of each list's places
        void sort(std::span<const Match> matches, std::size_t lists);
        std::span<Match> of(ListId list) {
            const auto begin = list == 0 ? 0 : ends[list - 1u];
            return std::span(places).subspan(begin, ends[list] - begin);
        }
    };
    std::span<const Match> all_of(ListId list);
    bool undone(const Match& match, const PhraseList& list);
    std::span<const Match> all_in_turn(ListId list, std::uint32_t turn);

    const Lexicon& lexicon_;
    WordsOfTurns words_ = {};
    std::uint64_t conversation_ = 0;
    std::vector<List> lists_;
    std::vector<Match> hits_ = {};
    ByList phrases_ = {}, single_words_ = {};
};

} // namespace motaudit
