#pragma once

#include "text/lexicon.hpp"
#include "text/word_bits.hpp"
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
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

    // Every match in one turn's words of phrases that are more than a single word, in no order, those that overlap with it;
    // guards not yet applied. Appends to `out`.
    void match(std::span<const Word> words, std::uint32_t turn, const SlotFiller& slots, std::vector<Match>& out);

private:
    using StateId = std::uint16_t;
    using Key = std::uint16_t; // the number of a word that is on some edge; 0 for any other
    struct State;
    struct Depth;
    struct Step {
        StateId from = 0; // 0 = free
        Key word = 0;
        StateId to = 0;
    };
    struct Place;
    // From a first word on, over the words before `at`, to a state.
    struct Walk {
        std::uint32_t first = 0, at = 0;
        StateId state = 0;
        std::uint16_t skips = 0; // words passed over
    };

    void forget();
    void read(std::span<const Word> words);
    bool may_end(const State& state, std::uint32_t at, std::uint32_t limit) const;
    void begin(std::uint32_t first);
    void add(const Walk& walk);
    void go_on();
    void fill_slots(const Walk& from);
    std::uint32_t fills(std::size_t slot, std::uint32_t at);
    void accept(const State& state, std::uint32_t first, std::uint32_t last);

    StateId begin_with(Key word);
    StateId step(StateId from, Key word);
    StateId pass_over(StateId from, Key word);
    StateId behind_slot(StateId from, std::size_t slot);
    static std::size_t mention_place(const State& state, Key word);
    static std::uint64_t mention_bit(Key word);
    std::size_t step_place(StateId from, Key word) const;
    Step& step_at(StateId from, Key word);
    void note_step(const Step& step);
    StateId work_out(StateId from, Key word, bool may_pass);
    StateId state_of(std::vector<std::uint32_t> nodes);
    void note_mentions(State& state, std::span<const std::uint32_t> nodes);
    const Place& place_of(std::uint32_t node);

    const Lexicon& lexicon_;
    const CompiledPhrases& phrases_;
    std::vector<std::uint32_t> place_of_node_; // number in places_ + 1; 0 = not yet worked out
    std::vector<Place> places_;
    std::vector<std::uint32_t> place_nodes_ = {};
    std::vector<Accept> place_accepts_;
    std::vector<State> states_;
    std::vector<Depth> depths_; // of each state
    std::vector<Accept> accepts_;
    std::vector<std::uint64_t> mentions_ = {};
    std::vector<Step> steps_ = {}; // a table, at most half full
    std::size_t step_count_ = 0;
    std::map<std::vector<std::uint32_t>, StateId> ids_ = {};
    std::unordered_map<std::uint32_t, StateId> passed_over_ = {}; // by state and word
    std::vector<StateId> begins_ = {};                            // behind the start, by word

    // The turn being matched.
    std::span<const Word> words_ = {};
    const SlotFiller* slots_ = nullptr;
    std::vector<Match>* out_ = nullptr;
    std::vector<Key> keys_ = {};
    std::vector<std::uint8_t> bits_ = {};    // of each word in a WordBits
    std::vector<std::uint8_t> marks_ = {};   // of each word: may be passed over, may begin what fills a slot
    std::vector<std::uint32_t> limits_ = {}; // behind the last word that a phrase from this word on may have
    struct Filled {
        std::uint64_t of = 0; // turn, word and slot
        std::uint32_t words = 0;
    };
    std::array<Filled, 64> filled_ = {};
    bool passes_ = false;     // some word may be passed over
    std::uint64_t turns_ = 0; // that have been matched
    std::uint32_t turn_ = 0;
    std::vector<Walk> walks_ = {}, going_ = {};
};

} // namespace motaudit
