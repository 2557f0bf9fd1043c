#pragma once

#include "text/lexicon.hpp"
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace motaudit {

struct Accept;
struct CompiledPhrases;

// Finds all phrases of a Lexicon in a turn's words. One per thread: it remembers what it has worked out of the phrase graph,
// in bounded memory; what it finds depends on the words alone.
class PhraseMatcher {
public:
    explicit PhraseMatcher(const Lexicon& lexicon);
    ~PhraseMatcher();

    // Every match in one turn's words, for each list and first word the longest; guards not yet applied; appends to `out`.
    void match(std::span<const Word> words, std::uint32_t turn, const SlotFiller& slots, std::vector<Match>& out);

private:
    using StateId = std::uint32_t;
    struct State;
    struct Depth;
    struct Step {
        std::uint64_t key = 0; // state, word, and whether the word may be skipped; 0 = free
        StateId to = 0;
    };

    void look_ahead();
    void walk(StateId state, std::uint32_t at);
    void accept(const State& state, std::uint32_t last);
    StateId begin_with(WordId word);
    StateId step(StateId from, WordId word, bool skippable);
    static std::size_t mention_at(const State& state, WordId word);
    void note_mentions(State& state, std::span<const std::uint32_t> nodes);
    void fetch(std::uint32_t i) const;
    StateId work_out(StateId from, WordId word, bool skippable);
    StateId behind_slot(StateId from, std::size_t slot);
    StateId state_of(std::vector<std::uint32_t> nodes);
    std::optional<std::uint64_t> needs_of(std::span<const std::uint32_t> nodes) const;
    Step& step_at(std::uint64_t key);
    void forget();

    const Lexicon& lexicon_;
    const CompiledPhrases& phrases_;
    std::vector<State> states_;
    std::vector<Depth> depths_; // of each state
    std::vector<Accept> accepts_;
    std::map<std::vector<std::uint32_t>, StateId> ids_ = {};
    std::vector<std::uint64_t> mentions_ = {};
    std::vector<Step> steps_ = {};
    std::size_t step_count_ = 0;
    std::vector<StateId> begins_ = {}; // behind the start, by word

    // The turn being matched.
    std::span<const Word> words_ = {};
    const SlotFiller* slots_ = nullptr;
    std::vector<Match>* out_ = nullptr;
    std::vector<std::uint64_t> ahead_ = {};
    std::uint32_t turn_ = 0, first_ = 0;
    std::size_t found_ = 0;                  // where in *out_ the matches from word first_ on begin
    std::vector<std::size_t> place_of_ = {}; // by list: where in *out_ its match is, if it is one of these
};

} // namespace motaudit
