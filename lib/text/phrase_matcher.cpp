// All phrases are one graph, and one walk over a turn's words answers every list. From each word on, the set of places in
// the graph that the words so far can lead to is a state; a state and the next word give the next state. States are worked
// out when a text first needs them and remembered (as in a lazily built DFA), so that neither the number of phrases nor
// their alternatives show in the time. What fills a slot is a question to the conversation and is never remembered: the walk
// forks there. tests/text/phrase_matcher_test.cpp holds the slow, obvious twin.

#include "text/phrase_matcher.hpp"

#include "text/lexicon_graph.hpp"
#include <algorithm>
#include <bit>

namespace motaudit {
namespace {

using Over = PhraseGraph::Over;

constexpr std::uint32_t dead = 0;  // the state from which nothing is reached
constexpr std::uint32_t start = 1; // the state before the first word
constexpr std::size_t slot_count = std::size(slot_names);
constexpr unsigned most_skips = 4; // words passed over within a phrase: a bound for hostile texts
// Then everything is forgotten: a bound for hostile texts.
constexpr std::size_t most_states = 20'000, most_steps = 400'000;

std::uint64_t spread(std::uint64_t key) {
    key *= 0x9E3779B97F4A7C15;
    return key ^ key >> 32;
}

// The bit of a word in a set of 64.
std::uint64_t bit_of(WordId word) { return std::uint64_t{1} << (word * 0x9E3779B1u >> 26); }

constexpr std::uint32_t not_yet = 0xffffffff;

} // namespace

// What the walk asks of a state, in few lines of the processor's cache: with thousands of states in use, time goes by lines.
struct PhraseMatcher::State {
    std::uint64_t needs = 0; // a bit for each word of which one must come before any end is reached; all = an end may come without
    StateId otherwise = not_yet;                       // where words that are on no edge lead
    std::uint32_t first_mention = 0, mention_mask = 0; // in mentions_ a bit for each word on an edge; a power of two less one
    std::uint32_t first_accept = 0;                    // in accepts_
    std::uint16_t accepts = 0;
    bool has_slots = false;
    bool waits = false; // no end is reached over any words and slots alone
};

// What is asked of it when it is new, and where a slot is filled.
struct PhraseMatcher::Depth {
    std::vector<std::uint32_t> nodes = {};
    std::uint32_t behind_slot[slot_count] = {}; // worked out when needed; 0 = not yet, dead is start's number here
};

PhraseMatcher::PhraseMatcher(const Lexicon& lexicon) : lexicon_(lexicon), phrases_(lexicon.compiled()) { forget(); }
PhraseMatcher::~PhraseMatcher() = default;

void PhraseMatcher::forget() {
    states_.clear();
    states_.resize(2);
    depths_.clear();
    depths_.resize(2);
    accepts_.clear();
    states_[start].has_slots = !phrases_.first_slots.empty();
    ids_.clear();
    mentions_.assign(1, 0);
    steps_.assign(4096, {});
    step_count_ = 0;
    begins_.assign(phrases_.ids.size() + 1, not_yet);
    place_of_.assign(lexicon_.lists().size(), 0);
}

void PhraseMatcher::match(std::span<const Word> words, std::uint32_t turn, const SlotFiller& slots, std::vector<Match>& out) {
    if (states_.size() > most_states || step_count_ > most_steps) forget();
    words_ = words;
    turn_ = turn;
    slots_ = &slots;
    out_ = &out;
    look_ahead();
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        fetch(i);
        first_ = i;
        found_ = out.size();
        if (states_[start].has_slots && slots.may_begin(words[i]))
            for (std::size_t slot = 0; slot < slot_count; ++slot)
                if (const auto next = behind_slot(start, slot); next != dead)
                    if (const auto filled = slots.fills(static_cast<Slot>(slot), words, i); filled != 0) walk(next, i + filled);
        if (words[i].id != 0 || !phrases_.first_any.empty())
            if (const auto next = begin_with(words[i].id); next != dead) walk(next, i + 1);
    }
}

// Has the processor bring what the walks from the next words on begin with: it would wait for it at nearly every word.
void PhraseMatcher::fetch(std::uint32_t i) const {
    constexpr std::uint32_t states_ahead = 6, mentions_ahead = 3;
    if (i + states_ahead < words_.size())
        if (const auto next = begins_[words_[i + states_ahead].id]; next != not_yet) __builtin_prefetch(&states_[next]);
    if (i + mentions_ahead + 1 >= words_.size()) return;
    if (const auto next = begins_[words_[i + mentions_ahead].id]; next != not_yet && next != dead)
        __builtin_prefetch(&mentions_[mention_at(states_[next], words_[i + mentions_ahead + 1].id)]);
}

// For each word the set of those that come in its sentence from there on, and in the next where a phrase may run on into it:
// most walks wait for a word behind a gap that never comes, and end at once.
void PhraseMatcher::look_ahead() {
    ahead_.resize(words_.size());
    std::uint64_t here = 0, next = 0;
    for (std::size_t i = words_.size(); i-- > 0;) {
        if (i + 1 < words_.size() && words_[i].sentence != words_[i + 1].sentence) {
            next = phrases_.across ? here : 0;
            here = 0;
        }
        if (words_[i].id != 0) here |= bit_of(words_[i].id);
        ahead_[i] = here | next;
    }
}

// `at` is the next word to be read.
void PhraseMatcher::walk(StateId state, std::uint32_t at) {
    unsigned skips = 0;
    while (state != dead) {
        if (states_[state].accepts != 0) accept(states_[state], at - 1);
        if (at >= words_.size() || (states_[state].waits && (states_[state].needs & ahead_[at]) == 0)) return;
        const Word& word = words_[at];
        const auto sentence = words_[first_].sentence;
        if (word.sentence != sentence && !(phrases_.across && word.sentence <= sentence + 1)) return;
        if (states_[state].has_slots && slots_->may_begin(word))
            for (std::size_t slot = 0; slot < slot_count; ++slot)
                if (const auto next = behind_slot(state, slot); next != dead)
                    if (const auto filled = slots_->fills(static_cast<Slot>(slot), words_, at); filled != 0)
                        walk(next, at + filled);
        // Fillers and a word said twice ("the the") do not part a phrase; a page of them does.
        const bool skippable = skips < most_skips && (word.is(Word::filler) || word.hash == words_[at - 1].hash);
        skips += skippable;
        state = step(state, word.id, skippable);
        ++at;
    }
}

void PhraseMatcher::accept(const State& state, std::uint32_t last) {
    for (const auto& hit : std::span(accepts_).subspan(state.first_accept, state.accepts)) {
        if (words_[last].sentence != words_[first_].sentence && !lexicon_.list(hit.list).across_sentences) continue;
        auto& place = place_of_[hit.list];
        const bool known = place >= found_ && place < out_->size() && (*out_)[place].list == hit.list;
        if (!known) {
            place = out_->size();
            out_->push_back({hit.list, hit.phrase, turn_, first_, last});
        } else if (auto& before = (*out_)[place]; before.last < last)
            before = {hit.list, hit.phrase, turn_, first_, last};
    }
}

PhraseMatcher::Step& PhraseMatcher::step_at(std::uint64_t key) {
    if ((step_count_ + 1) * 2 > steps_.size()) {
        std::vector<Step> old(steps_.size() * 2);
        old.swap(steps_);
        for (const auto& step : old)
            if (step.key != 0) {
                auto at = spread(step.key) & (steps_.size() - 1);
                while (steps_[at].key != 0) at = (at + 1) & (steps_.size() - 1);
                steps_[at] = step;
            }
    }
    auto at = spread(key) & (steps_.size() - 1);
    while (steps_[at].key != 0 && steps_[at].key != key) at = (at + 1) & (steps_.size() - 1);
    return steps_[at];
}

PhraseMatcher::StateId PhraseMatcher::begin_with(WordId word) {
    if (begins_[word] != not_yet) return begins_[word];
    std::vector<std::uint32_t> nodes = phrases_.first_any;
    const auto& firsts = phrases_.first_words;
    for (auto at = std::ranges::lower_bound(firsts, word, {}, &std::pair<WordId, std::uint32_t>::first);
         at != firsts.end() && at->first == word; ++at)
        nodes.push_back(at->second);
    return begins_[word] = state_of(std::move(nodes));
}

PhraseMatcher::StateId PhraseMatcher::step(StateId from, WordId word, bool skippable) {
    const State& state = states_[from];
    const bool mentioned = word != 0 && (mentions_[mention_at(state, word)] & bit_of(word)) != 0;
    if (!mentioned && !skippable) {
        if (state.otherwise != not_yet) return state.otherwise;
        const auto to = work_out(from, 0, false);
        states_[from].otherwise = to;
        return to;
    }
    const auto key = std::uint64_t{from} << 33 | std::uint64_t{skippable} << 32 | word;
    if (const auto& known = step_at(key); known.key != 0) return known.to;
    const auto to = work_out(from, word, skippable);
    step_at(key) = {key, to};
    ++step_count_;
    return to;
}

// Where in mentions_ the bit of a word is.
std::size_t PhraseMatcher::mention_at(const State& state, WordId word) {
    return state.first_mention + ((word * 0x9E3779B1u >> 8) & state.mention_mask);
}

// Texts ask for few of the many steps that there are, so that those taken fit the processor's cache if the others are kept
// out: hence a filter with room for all words on a state's edges.
void PhraseMatcher::note_mentions(State& state, std::span<const std::uint32_t> nodes) {
    constexpr std::size_t bits_a_word = 8;
    std::size_t words = 0;
    for (const auto node : nodes) words += phrases_.edges_of(node).size();
    const auto size = std::bit_ceil(words * bits_a_word / 64 + 1);
    state.first_mention = static_cast<std::uint32_t>(mentions_.size());
    state.mention_mask = static_cast<std::uint32_t>(size - 1);
    mentions_.resize(mentions_.size() + size);
    for (const auto node : nodes)
        for (const auto& edge : phrases_.edges_of(node))
            if (edge.over == Over::word) mentions_[mention_at(state, edge.what)] |= bit_of(edge.what);
}

PhraseMatcher::StateId PhraseMatcher::work_out(StateId from, WordId word, bool skippable) {
    std::vector<std::uint32_t> nodes;
    for (const auto node : depths_[from].nodes) {
        const auto edges = phrases_.edges_of(node);
        if (skippable && !edges.empty()) nodes.push_back(node); // an end stays where it was
        for (const auto& edge : edges)
            if (edge.over == Over::any || (edge.over == Over::word && edge.what == word)) nodes.push_back(edge.to);
    }
    return state_of(std::move(nodes));
}

PhraseMatcher::StateId PhraseMatcher::behind_slot(StateId from, std::size_t slot) {
    const auto known = depths_[from].behind_slot[slot];
    if (known != 0) return known == start ? dead : known;
    std::vector<std::uint32_t> nodes;
    if (from == start) {
        for (const auto& [which, node] : phrases_.first_slots)
            if (which == slot) nodes.push_back(node);
    } else {
        for (const auto node : depths_[from].nodes)
            for (const auto& edge : phrases_.edges_of(node))
                if (edge.over == Over::slot && edge.what == slot) nodes.push_back(edge.to);
    }
    const auto to = state_of(std::move(nodes));
    depths_[from].behind_slot[slot] = to == dead ? start : to;
    return to;
}

PhraseMatcher::StateId PhraseMatcher::state_of(std::vector<std::uint32_t> nodes) {
    if (nodes.empty()) return dead;
    phrases_.close(nodes);
    const auto [at, is_new] = ids_.emplace(std::move(nodes), static_cast<StateId>(states_.size()));
    if (!is_new) return at->second;
    State state;
    const auto& at_nodes = at->first;
    state.first_accept = static_cast<std::uint32_t>(accepts_.size());
    for (const auto node : at_nodes) {
        for (const auto& [ends_at, hit] : phrases_.accepts_at(node)) {
            const auto own = std::span(accepts_).subspan(state.first_accept);
            if (std::ranges::none_of(own, [list = hit.list](const Accept& a) { return a.list == list; }))
                accepts_.push_back(hit); // of a list the first phrase
        }
        for (const auto& edge : phrases_.edges_of(node)) state.has_slots |= edge.over == Over::slot;
    }
    state.accepts = static_cast<std::uint16_t>(accepts_.size() - state.first_accept); // at most one a list
    note_mentions(state, at_nodes);
    const auto needs = needs_of(at_nodes);
    state.waits = needs.has_value();
    state.needs = needs.value_or(0);
    states_.push_back(state);
    depths_.push_back({.nodes = at_nodes});
    return at->second;
}

// What a state waits for: the words on the edges that are reached over any words and slots alone. Where an end is reached
// so, it waits for nothing; what a slot waits for cannot be told from the words' numbers.
std::optional<std::uint64_t> PhraseMatcher::needs_of(std::span<const std::uint32_t> nodes) const {
    std::uint64_t needs = 0;
    std::vector<std::uint32_t> left(nodes.begin(), nodes.end()), seen = left;
    bool itself = true; // ends among the nodes themselves have been noted already
    while (!left.empty()) {
        std::vector<std::uint32_t> next;
        for (const auto node : left) {
            if (!itself && !phrases_.accepts_at(node).empty()) return {};
            for (const auto& edge : phrases_.edges_of(node)) {
                if (edge.over == Over::word) needs |= bit_of(edge.what);
                if (edge.over == Over::slot) return {};
                if (edge.over == Over::any) next.push_back(edge.to);
            }
        }
        if (next.empty()) break;
        phrases_.close(next);
        std::erase_if(next, [&](std::uint32_t node) { return std::ranges::find(seen, node) != seen.end(); });
        seen.insert(seen.end(), next.begin(), next.end());
        left = std::move(next);
        itself = false;
    }
    return needs;
}

} // namespace motaudit
