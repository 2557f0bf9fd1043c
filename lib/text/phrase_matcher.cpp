// All phrases are one graph, and one walk over a turn's words answers every list. From each word on, the set of places in
// the graph that the words so far can lead to is a state; a state and the next word give the next state. States are worked
// out when a text first needs them and remembered (as in a lazily built DFA), so that neither the number of phrases nor
// their alternatives show in the time. What fills a slot is a question to the conversation and is never remembered: the walk
// forks there. The walks from the words of a block go on side by side, a step at a time, since each waits for memory that
// can be brought while the others step. tests/text/phrase_matcher_test.cpp holds the slow, obvious twin.

#include "text/phrase_matcher.hpp"

#include "text/lexicon_graph.hpp"
#include <algorithm>
#include <bit>

namespace motaudit {
namespace {

using Over = PhraseGraph::Over;

constexpr std::uint16_t dead = 0;  // the state from which nothing is reached
constexpr std::uint16_t start = 1; // the state before the first word
constexpr std::uint16_t not_yet = 0xffff;
constexpr std::size_t slot_count = std::size(slot_names);
constexpr unsigned most_skips = 4; // words passed over within a phrase: a bound for hostile texts
// Then everything is forgotten: a bound for hostile texts.
constexpr std::size_t most_states = 20'000, most_steps = 200'000, most_passed_over = 50'000;

constexpr std::uint32_t block = 256; // words that walks begin from at a time: a bound for endless turns

enum : std::uint8_t { passable = 1, may_fill = 2 };

} // namespace

// What the walk asks of a state: one line of the processor's cache, since with thousands of states in use time goes by lines.
struct alignas(64) PhraseMatcher::State {
    WordBits needs = {};                               // of these words one must come before any end is reached
    std::uint32_t first_mention = 0, mention_mask = 0; // in mentions_ bits for the words on edges; a power of two less one
    std::uint32_t first_accept = 0;                    // in accepts_
    std::uint16_t accepts = 0;
    StateId otherwise = not_yet; // where words that are on no edge lead
    std::uint8_t within = 0;     // so many words on; 0 = an end may come without
    std::uint8_t slots = 0;      // a bit for each slot that leads on
};

// What is asked of a state when it is new, and where a slot is filled.
struct PhraseMatcher::Depth {
    std::vector<std::uint32_t> nodes = {};
    StateId behind_slot[slot_count] = {}; // worked out when needed; 0 = not yet, dead is start's number here
};

// A node of the graph behind a word, with all that is reached from it over nothing. What it waits for are the words of which
// one must come, over any words, before an end is reached; what a slot waits for cannot be told from the words' numbers.
struct PhraseMatcher::Place {
    std::uint32_t first_node = 0, nodes = 0; // in place_nodes_: those that lead on
    std::uint32_t first_accept = 0, accepts = 0;
    WordBits needs = {};
    std::uint32_t within = 0; // so many words on
    std::uint8_t slots = 0;
    bool waits = true;
};

PhraseMatcher::PhraseMatcher(const Lexicon& lexicon)
    : lexicon_(lexicon), phrases_(lexicon.compiled()), place_of_node_(phrases_.first_edge.size()) {
    forget();
}
PhraseMatcher::~PhraseMatcher() = default;

void PhraseMatcher::forget() {
    states_.clear();
    states_.resize(2);
    depths_.clear();
    depths_.resize(2);
    accepts_.clear();
    mentions_.assign(1, 0);
    steps_.assign(4096, {});
    step_count_ = 0;
    for (const auto& [slot, node] : phrases_.first_slots) states_[start].slots |= static_cast<std::uint8_t>(1u << slot);
    ids_.clear();
    passed_over_.clear();
    begins_.assign(phrases_.words_on_edges + 1, not_yet);
    if (phrases_.first_any.empty()) begins_[0] = dead;
}

void PhraseMatcher::match(std::span<const Word> words, std::uint32_t turn, const SlotFiller& slots, std::vector<Match>& out) {
    words_ = words;
    turn_ = turn;
    slots_ = &slots;
    out_ = &out;
    ++turns_;
    read(words);
    for (std::uint32_t from = 0; from < words.size(); from += block) {
        if (states_.size() > most_states || step_count_ > most_steps || passed_over_.size() > most_passed_over) forget();
        const auto to = std::min(from + block, static_cast<std::uint32_t>(words.size()));
        for (auto i = from; i < to; ++i) begin(i);
        while (!walks_.empty()) go_on();
    }
}

// What is asked of a word in every walk over it, side by side.
void PhraseMatcher::read(std::span<const Word> words) {
    keys_.resize(words.size());
    marks_.resize(words.size());
    bits_.resize(words.size());
    limits_.resize(words.size());
    passes_ = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        keys_[i] = word.id <= phrases_.words_on_edges ? static_cast<Key>(word.id) : Key{0};
        bits_[i] = static_cast<std::uint8_t>(WordBits::bit_of(keys_[i]));
        // Fillers and a word said twice ("the the") do not part a phrase; a page of them does.
        const bool pass = word.is(Word::filler) || (i > 0 && word.hash == words[i - 1].hash);
        passes_ |= pass;
        marks_[i] = static_cast<std::uint8_t>((pass ? passable : 0) | (slots_->may_begin(word) ? may_fill : 0));
    }
    // A phrase ends with its sentence, or with the next where some list runs on over full stops.
    auto end = static_cast<std::uint32_t>(words.size()), next_end = end;
    for (auto i = static_cast<std::uint32_t>(words.size()); i-- > 0;) {
        if (i + 1 < words.size() && words[i].sentence != words[i + 1].sentence) {
            next_end = words[i + 1].sentence == words[i].sentence + 1 ? end : i + 1;
            end = i + 1;
        }
        limits_[i] = phrases_.across ? next_end : end;
    }
}

// Most walks wait for a word behind a gap that never comes, and end at once.
inline bool PhraseMatcher::may_end(const State& state, std::uint32_t at, std::uint32_t limit) const {
    if (state.within == 0) return true;
    const auto to = std::min(limit, at + state.within + (passes_ ? most_skips : 0));
    for (auto i = at; i < to; ++i)
        if (state.needs.has_bit(bits_[i])) return true;
    return false;
}

void PhraseMatcher::begin(std::uint32_t first) {
    if ((marks_[first] & may_fill) != 0 && states_[start].slots != 0) fill_slots({.first = first, .at = first, .state = start});
    add({.first = first, .at = first + 1, .state = begin_with(keys_[first])});
}

inline void PhraseMatcher::add(const Walk& walk) {
    if (walk.state == dead) return;
    __builtin_prefetch(&states_[walk.state]);
    walks_.push_back(walk);
}

// All walks take one step.
void PhraseMatcher::go_on() {
    walks_.swap(going_);
    walks_.clear();
    std::size_t left = 0;
    for (std::size_t i = 0; i < going_.size(); ++i) {
        const auto walk = going_[i];
        const State& state = states_[walk.state];
        if (state.accepts != 0) accept(state, walk.first, walk.at - 1);
        const auto limit = limits_[walk.first];
        if (walk.at >= limit || !may_end(state, walk.at, limit)) continue;
        __builtin_prefetch(&mentions_[mention_place(state, keys_[walk.at])]);
        __builtin_prefetch(&steps_[step_place(walk.state, keys_[walk.at])]);
        going_[left++] = walk;
    }
    going_.resize(left);
    for (auto walk : going_) {
        if ((marks_[walk.at] & may_fill) != 0 && states_[walk.state].slots != 0) fill_slots(walk);
        if ((marks_[walk.at] & passable) != 0 && walk.skips < most_skips) {
            ++walk.skips;
            walk.state = pass_over(walk.state, keys_[walk.at]);
        } else
            walk.state = step(walk.state, keys_[walk.at]);
        ++walk.at;
        add(walk);
    }
}

// A walk forks where a slot is filled.
void PhraseMatcher::fill_slots(const Walk& from) {
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        if ((states_[from.state].slots >> slot & 1) == 0) continue;
        if (const auto filled = fills(slot, from.at); filled != 0)
            add({.first = from.first, .at = from.at + filled, .state = behind_slot(from.state, slot)});
    }
}

// Asked once for a word, however many walks come to it.
std::uint32_t PhraseMatcher::fills(std::size_t slot, std::uint32_t at) {
    const auto key = turns_ << 35 | std::uint64_t{at} << 3 | slot;
    auto& known = filled_[(at * slot_count + slot) % filled_.size()];
    if (known.of != key) known = {key, slots_->fills(static_cast<Slot>(slot), words_, at)};
    return known.words;
}

inline void PhraseMatcher::accept(const State& state, std::uint32_t first, std::uint32_t last) {
    for (const auto& hit : std::span(accepts_).subspan(state.first_accept, state.accepts))
        if (words_[last].sentence == words_[first].sentence || lexicon_.list(hit.list).across_sentences)
            out_->push_back({hit.list, hit.phrase, turn_, first, last});
}

inline PhraseMatcher::StateId PhraseMatcher::begin_with(Key word) {
    if (begins_[word] != not_yet) return begins_[word];
    std::vector<std::uint32_t> nodes = phrases_.first_any;
    const auto& firsts = phrases_.first_words;
    for (auto at = std::ranges::lower_bound(firsts, word, {}, &std::pair<WordId, std::uint32_t>::first);
         at != firsts.end() && at->first == word; ++at)
        nodes.push_back(at->second);
    return begins_[word] = state_of(std::move(nodes));
}

// Where in mentions_ the bit of a word is, and which it is.
std::size_t PhraseMatcher::mention_place(const State& state, Key word) {
    return state.first_mention + ((word * 0x9E3779B1u >> 8) & state.mention_mask);
}
std::uint64_t PhraseMatcher::mention_bit(Key word) { return std::uint64_t{1} << (word * 0x9E3779B1u >> 26); }

std::size_t PhraseMatcher::step_place(StateId from, Key word) const {
    return (std::uint32_t{from} << 16 | word) * 0x9E3779B1u >> 12 & (steps_.size() - 1);
}

// The step from that state over that word; a free one where it has not been worked out.
PhraseMatcher::Step& PhraseMatcher::step_at(StateId from, Key word) {
    for (auto at = step_place(from, word);; at = (at + 1) & (steps_.size() - 1))
        if ((steps_[at].from == from && steps_[at].word == word) || steps_[at].from == 0) return steps_[at];
}

void PhraseMatcher::note_step(const Step& step) {
    if (++step_count_ * 2 > steps_.size()) {
        std::vector<Step> old(steps_.size() * 2);
        old.swap(steps_);
        for (const auto& known : old)
            if (known.from != 0) step_at(known.from, known.word) = known;
    }
    step_at(step.from, step.word) = step;
}

inline PhraseMatcher::StateId PhraseMatcher::step(StateId from, Key word) {
    const State& state = states_[from];
    if (word != 0 && (mentions_[mention_place(state, word)] & mention_bit(word)) != 0) {
        if (const auto& known = step_at(from, word); known.from != 0) return known.to;
        const auto to = work_out(from, word, false);
        note_step({from, word, to});
        return to;
    }
    if (state.otherwise != not_yet) return state.otherwise;
    const auto to = work_out(from, 0, false);
    states_[from].otherwise = to;
    return to;
}

// A step over a word that may also be passed over.
PhraseMatcher::StateId PhraseMatcher::pass_over(StateId from, Key word) {
    const auto key = std::uint32_t{from} << 16 | word;
    if (const auto known = passed_over_.find(key); known != passed_over_.end()) return known->second;
    const auto to = work_out(from, word, true);
    passed_over_.emplace(key, to);
    return to;
}

PhraseMatcher::StateId PhraseMatcher::work_out(StateId from, Key word, bool may_pass) {
    std::vector<std::uint32_t> nodes;
    for (const auto node : depths_[from].nodes) {
        const Place place = place_of(node);
        if (may_pass && place.nodes != 0) nodes.push_back(node); // an end stays where it was
        for (const auto member : std::span(place_nodes_).subspan(place.first_node, place.nodes)) {
            const auto edges = phrases_.edges_of(member);
            const auto over_word =
                std::ranges::equal_range(edges, std::pair{Over::word, std::uint32_t{word}}, {}, [](const auto& e) {
                    return std::pair{e.over, e.what};
                });
            if (word != 0)
                for (const auto& edge : over_word) nodes.push_back(edge.to);
            for (auto edge = over_word.end(); edge != edges.end(); ++edge)
                if (edge->over == Over::any) nodes.push_back(edge->to);
        }
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
        for (const auto node : depths_[from].nodes) {
            const Place place = place_of(node);
            for (const auto member : std::span(place_nodes_).subspan(place.first_node, place.nodes))
                for (const auto& edge : phrases_.edges_of(member))
                    if (edge.over == Over::slot && edge.what == slot) nodes.push_back(edge.to);
        }
    }
    const auto to = state_of(std::move(nodes));
    depths_[from].behind_slot[slot] = to == dead ? start : to;
    return to;
}

PhraseMatcher::StateId PhraseMatcher::state_of(std::vector<std::uint32_t> nodes) {
    if (nodes.empty()) return dead;
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    const auto [at, is_new] = ids_.emplace(std::move(nodes), static_cast<StateId>(states_.size()));
    if (!is_new) return at->second;
    State state;
    const auto& at_nodes = at->first;
    state.first_accept = static_cast<std::uint32_t>(accepts_.size());
    bool waits = true;
    std::uint32_t within = 1; // where nothing leads on, too
    for (const auto node : at_nodes) {
        const auto& place = place_of(node);
        for (const auto& hit : std::span(place_accepts_).subspan(place.first_accept, place.accepts)) {
            const auto own = std::span(accepts_).subspan(state.first_accept);
            if (const auto same = std::ranges::find(own, hit.list, &Accept::list); same != own.end())
                same->phrase = std::min(same->phrase, hit.phrase); // of a list the first phrase
            else
                accepts_.push_back(hit);
        }
        state.slots |= place.slots;
        waits = waits && place.waits;
        within = std::max(within, place.within);
        state.needs.add(place.needs);
    }
    state.accepts = static_cast<std::uint16_t>(accepts_.size() - state.first_accept); // at most one a list
    note_mentions(state, at_nodes);
    if (waits && within < 0xff) state.within = static_cast<std::uint8_t>(within);
    states_.push_back(state);
    depths_.push_back({.nodes = at_nodes});
    return at->second;
}

const PhraseMatcher::Place& PhraseMatcher::place_of(std::uint32_t node) {
    if (place_of_node_[node] != 0) return places_[place_of_node_[node] - 1];
    Place place;
    std::vector<std::uint32_t> nodes = {node};
    phrases_.close(nodes);
    std::erase_if(nodes, [&](std::uint32_t n) {
        const auto edges = phrases_.edges_of(n);
        return std::ranges::all_of(edges, [](const auto& edge) { return edge.over == Over::nothing; }) &&
               phrases_.accepts_at(n).empty();
    });
    place.first_accept = static_cast<std::uint32_t>(place_accepts_.size());
    for (const auto n : nodes)
        for (const auto& [ends_at, hit] : phrases_.accepts_at(n)) place_accepts_.push_back(hit);
    place.accepts = static_cast<std::uint32_t>(place_accepts_.size()) - place.first_accept;
    std::erase_if(nodes, [&](std::uint32_t n) { return phrases_.edges_of(n).empty(); });
    place.first_node = static_cast<std::uint32_t>(place_nodes_.size());
    place.nodes = static_cast<std::uint32_t>(nodes.size());
    place_nodes_.insert(place_nodes_.end(), nodes.begin(), nodes.end());
    for (const auto n : nodes)
        for (const auto& edge : phrases_.edges_of(n)) {
            if (edge.over == Over::word) {
                place.needs.add(edge.what);
                place.within = std::max(place.within, 1u);
            } else if (edge.over == Over::slot) {
                place.slots |= static_cast<std::uint8_t>(1u << edge.what);
                place.waits = false;
            } else if (edge.over == Over::any) {
                const Place behind = place_of(edge.to); // no deeper than a phrase is long
                place.waits = place.waits && behind.waits && behind.accepts == 0;
                place.needs.add(behind.needs);
                place.within = std::max(place.within, behind.within + 1);
            }
        }
    places_.push_back(place);
    place_of_node_[node] = static_cast<std::uint32_t>(places_.size());
    return places_.back();
}

// Texts ask for few of the many steps that there are, so that those taken fit the processor's cache if the others are kept
// out: hence a filter with room for all words on a state's edges.
void PhraseMatcher::note_mentions(State& state, std::span<const std::uint32_t> nodes) {
    constexpr std::size_t bits_a_word = 8;
    std::size_t words = 0;
    const auto each_edge = [&](const auto& call) {
        for (const auto node : nodes) {
            const auto& place = place_of(node);
            for (const auto member : std::span(place_nodes_).subspan(place.first_node, place.nodes))
                for (const auto& edge : phrases_.edges_of(member))
                    if (edge.over == Over::word) call(static_cast<Key>(edge.what));
        }
    };
    each_edge([&](Key) { ++words; });
    const auto size = std::bit_ceil(words * bits_a_word / 64 + 1);
    state.first_mention = static_cast<std::uint32_t>(mentions_.size());
    state.mention_mask = static_cast<std::uint32_t>(size - 1);
    mentions_.resize(mentions_.size() + size);
    each_edge([&](Key word) { mentions_[mention_place(state, word)] |= mention_bit(word); });
}

} // namespace motaudit
