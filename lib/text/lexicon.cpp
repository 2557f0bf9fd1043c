// All phrases stand in one trie over word ids, so that one walk over a turn's words answers every list at once and the
// number of phrases does not show in the time. A node may also lead on by a slot ({brand}: what fills it is asked of the
// conversation), by any one word (*), or by a gap (…: the next words may be skipped, within the sentence). Optional words
// and alternatives are written out when a phrase is compiled. tests/text/lexicon_test.cpp holds the slow, obvious twin.

#include "text/lexicon.hpp"

#include "text/notation.hpp"
#include "text/tokeniser.hpp"
#include <algorithm>

namespace motaudit {
namespace {

using Node = std::uint32_t;
constexpr Node no_node = 0; // the root is node 0 and nobody's child

constexpr std::size_t slot_count = std::size(slot_names);

struct Branches {
    Node any = no_node;
    std::uint16_t gaps = 0; // bit n: a gap of up to n words leads on
    bool words = false;     // has children by word
    bool slots = false;
    std::uint32_t accepts = 0; // [accepts, accepts_end) in Trie::accepts
    std::uint32_t accepts_end = 0;
    Node slot[slot_count] = {};
};

struct Accept {
    ListId list = no_list;
    std::uint16_t phrase = 0;
    friend bool operator==(const Accept&, const Accept&) = default;
};

// Open addressing from a 64-bit key to a 32-bit value; keys are not 0.
class Table {
public:
    std::uint32_t find(std::uint64_t key) const {
        if (slots_.empty()) return 0;
        for (auto at = spread(key) & mask_;; at = (at + 1) & mask_) {
            if (slots_[at].first == key) return slots_[at].second;
            if (slots_[at].first == 0) return 0;
        }
    }
    std::uint32_t& operator[](std::uint64_t key) {
        if ((size_ + 1) * 2 > slots_.size()) grow();
        auto at = spread(key) & mask_;
        while (slots_[at].first != 0 && slots_[at].first != key) at = (at + 1) & mask_;
        if (slots_[at].first == 0) {
            slots_[at].first = key;
            ++size_;
        }
        return slots_[at].second;
    }

private:
    static std::uint64_t spread(std::uint64_t key) {
        key *= 0x9E3779B97F4A7C15;
        return key ^ key >> 32;
    }
    void grow() {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> old(std::max<std::size_t>(1024, slots_.size() * 2));
        old.swap(slots_);
        mask_ = slots_.size() - 1;
        size_ = 0;
        for (const auto& [key, value] : old)
            if (key != 0) (*this)[key] = value;
    }
    std::vector<std::pair<std::uint64_t, std::uint32_t>> slots_ = {};
    std::uint64_t mask_ = 0;
    std::size_t size_ = 0;
};

} // namespace

struct Lexicon::Trie {
    std::vector<Branches> nodes = std::vector<Branches>(1);
    Table children; // node << 32 | word id → node
    Table ids;      // hash of a folded word → id
    std::uint32_t words = 0;
    std::vector<Accept> accepts = {};
    std::vector<bool> begins = {}; // by word id: some phrase begins with it
    bool across = false;           // some list runs on over full stops

    Node child(Node node, WordId word) const { return children.find(std::uint64_t{node} << 32 | word); }
    static WordId gap_of(unsigned size) { return 0xffffff00 | size; } // gaps are children under ids that no word has

    Node add(Node node, const Step& step) {
        Node* next = nullptr;
        switch (step.kind) {
        case Step::Kind::word: {
            auto& id = ids[step.word];
            if (id == 0) id = ++words;
            nodes[node].words = true;
            next = &children[std::uint64_t{node} << 32 | id];
            break;
        }
        case Step::Kind::slot:
            nodes[node].slots = true;
            next = &nodes[node].slot[static_cast<std::size_t>(step.slot)];
            break;
        case Step::Kind::any:
            next = &nodes[node].any;
            break;
        case Step::Kind::gap:
            nodes[node].gaps |= static_cast<std::uint16_t>(1u << step.size);
            next = &children[std::uint64_t{node} << 32 | gap_of(step.size)];
            break;
        }
        if (*next == no_node) {
            *next = static_cast<Node>(nodes.size());
            const Node made = *next;
            nodes.emplace_back(); // moves the nodes: `next` is not used behind this
            return made;
        }
        return *next;
    }
};

// Walks the trie from one word on and notes for each list the longest way through.
class PhraseWalk {
public:
    PhraseWalk(const Lexicon::Trie& trie, std::span<const PhraseList> lists, std::span<const Word> words, std::uint32_t turn,
               const SlotFiller& slots, std::vector<Match>& out)
        : trie_(trie), lists_(lists), words_(words), turn_(turn), slots_(slots), out_(out) {}

    void all() {
        const auto& root = trie_.nodes[0];
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            const auto id = words_[i].id;
            const bool by_word = id != 0 && trie_.begins[id];
            if (!by_word && !root.slots && root.any == no_node) continue;
            first_ = i;
            found_ = out_.size();
            step(0, i);
        }
    }

private:
    // `at` is the next word to be read.
    void step(Node node, std::uint32_t at) {
        const Branches& here = trie_.nodes[node];
        if (here.accepts != here.accepts_end) accept(here, at - 1);
        if (at == words_.size()) return;
        const Word& word = words_[at];
        if (at > first_ && word.sentence != words_[first_].sentence &&
            !(trie_.across && word.sentence <= words_[first_].sentence + 1))
            return;
        if (here.words && word.id != 0)
            if (const Node next = trie_.child(node, word.id); next != no_node) step(next, at + 1);
        if (here.slots)
            for (std::size_t slot = 0; slot < slot_count; ++slot)
                if (here.slot[slot] != no_node)
                    if (const auto filled = slots_.fills(static_cast<Slot>(slot), words_, at); filled != 0)
                        step(here.slot[slot], at + filled);
        if (here.any != no_node) step(here.any, at + 1);
        for (std::uint32_t size = 1, left = here.gaps >> 1; left != 0; ++size, left >>= 1)
            if (left & 1)
                for (std::uint32_t skip = 0;
                     skip <= size && at + skip < words_.size() && words_[at + skip].sentence == word.sentence; ++skip)
                    step(trie_.child(node, Lexicon::Trie::gap_of(size)), at + skip);
        // Fillers and a word said twice ("the the") do not part a phrase.
        if (node != 0 && (word.is(Word::filler) || word.hash == words_[at - 1].hash)) step(node, at + 1);
    }

    void accept(const Branches& here, std::uint32_t last) {
        for (auto i = here.accepts; i != here.accepts_end; ++i) {
            const auto& hit = trie_.accepts[i];
            if (words_[last].sentence != words_[first_].sentence && !lists_[hit.list].across_sentences) continue;
            bool known = false;
            for (auto m = found_; m != out_.size(); ++m)
                if (out_[m].list == hit.list) {
                    known = true;
                    if (out_[m].last < last) out_[m] = {hit.list, hit.phrase, turn_, first_, last};
                }
            if (!known) out_.push_back({hit.list, hit.phrase, turn_, first_, last});
        }
    }

    const Lexicon::Trie& trie_;
    std::span<const PhraseList> lists_;
    std::span<const Word> words_;
    std::uint32_t turn_;
    const SlotFiller& slots_;
    std::vector<Match>& out_;
    std::uint32_t first_ = 0;
    std::size_t found_ = 0;
};

Lexicon::Lexicon() : trie_(std::make_unique<Trie>()), rules_(std::make_unique<WordRules>()) { trie_->begins.resize(1); }
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

ListId Lexicon::find(std::string_view name) const {
    const auto found = std::ranges::find(lists_, name, &PhraseList::name);
    return found == lists_.end() ? no_list : static_cast<ListId>(found - lists_.begin());
}
std::span<const PhraseList> Lexicon::lists() const { return lists_; }
WordId Lexicon::id_of(std::uint64_t hash) const { return trie_->ids.find(hash); }

void Lexicon::match(std::span<const Word> words, std::uint32_t turn, const SlotFiller& slots, std::vector<Match>& out) const {
    PhraseWalk(*trie_, lists_, words, turn, slots, out).all();
}

void Lexicon::settle(const WordsOfTurns& words, std::vector<Match>& matches) const {
    const auto key = [](const Match& m) { return std::pair(std::uint64_t{m.list} << 32 | m.turn, m.first); };
    std::ranges::sort(matches,
                      [&](const Match& a, const Match& b) { return key(a) != key(b) ? key(a) < key(b) : a.last > b.last; });
    // Leftmost and longest.
    std::size_t kept = 0;
    for (const auto& m : matches) {
        if (kept != 0) {
            const auto& before = matches[kept - 1];
            if (before.list == m.list && before.turn == m.turn && m.first <= before.last) continue;
        }
        matches[kept++] = m;
    }
    matches.resize(kept);

    const auto of_list_and_turn = [&](ListId list, std::uint32_t turn) {
        const auto begin = std::ranges::lower_bound(matches, key({.list = list, .turn = turn, .first = 0}), {}, key);
        auto end = begin;
        while (end != matches.end() && end->list == list && end->turn == turn) ++end;
        return std::span(begin, end);
    };
    const auto undone = [&](const Match& m) {
        const auto& list = lists_[m.list];
        for (const auto guard : list.except)
            for (const auto& g : of_list_and_turn(guard, m.turn))
                if (g.first <= m.last && m.first <= g.last) return true;
        for (const auto guard : list.unless)
            for (const auto& g : of_list_and_turn(guard, m.turn)) {
                const auto in_turn = words[m.turn];
                if (g.last < m.first && in_turn[g.last].sentence == in_turn[m.first].sentence &&
                    m.first - g.last <= lists_[guard].reach + 1)
                    return true;
            }
        return false;
    };
    // A guard that is itself guarded counts all the same: all are judged before any is dropped.
    std::vector<bool> drop(matches.size());
    bool any = false;
    for (std::size_t i = 0; i < matches.size(); ++i)
        if (!lists_[matches[i].list].unless.empty() || !lists_[matches[i].list].except.empty()) any |= drop[i] = undone(matches[i]);
    if (!any) return;
    kept = 0;
    for (std::size_t i = 0; i < matches.size(); ++i)
        if (!drop[i]) matches[kept++] = matches[i];
    matches.resize(kept);
}

struct LexiconBuilder::Parts {
    std::vector<PhraseList> lists = {};
    WordClasses classes = {};
    WordRules rules = {};
};

LexiconBuilder::LexiconBuilder() : parts_(std::make_unique<Parts>()) {}
LexiconBuilder::~LexiconBuilder() = default;

ListId LexiconBuilder::id_of(std::string_view name) {
    auto& lists = parts_->lists;
    const auto found = std::ranges::find(lists, name, &PhraseList::name);
    if (found != lists.end()) return static_cast<ListId>(found - lists.begin());
    lists.push_back({.name = std::string(name)});
    return static_cast<ListId>(lists.size() - 1);
}
PhraseList& LexiconBuilder::list(std::string_view name) { return parts_->lists[id_of(name)]; }
bool LexiconBuilder::has(std::string_view name) const {
    return std::ranges::find(parts_->lists, name, &PhraseList::name) != parts_->lists.end();
}
void LexiconBuilder::word_class(std::string_view name, std::vector<std::string> members) {
    parts_->classes[std::string(name)] = std::move(members);
}
void LexiconBuilder::filler(std::string_view word) { parts_->rules.fillers.insert(folded(word)); }

void LexiconBuilder::contraction(std::string_view word, std::string_view expansion) {
    std::vector<std::string> words;
    while (!expansion.empty()) {
        const auto space = expansion.find(' ');
        if (space != 0) words.push_back(folded(expansion.substr(0, space)));
        if (space == std::string_view::npos) break;
        expansion.remove_prefix(space + 1);
    }
    parts_->rules.contractions[folded(word)] = std::move(words);
}

Result<Lexicon> LexiconBuilder::build() {
    Lexicon lexicon;
    *lexicon.rules_ = parts_->rules;
    lexicon.lists_ = parts_->lists;
    auto& trie = *lexicon.trie_;
    Tokeniser tokeniser(*lexicon.rules_);
    std::vector<std::pair<Node, Accept>> accepts;
    for (std::size_t l = 0; l < lexicon.lists_.size(); ++l) {
        const auto& list = lexicon.lists_[l];
        trie.across |= list.across_sentences;
        for (std::size_t p = 0; p < list.phrases.size(); ++p) {
            const auto& phrase = list.phrases[p];
            const auto readings = readings_of(phrase.text, parts_->classes, tokeniser);
            if (!readings)
                return Error{.path = phrase.path,
                             .line = phrase.line,
                             .message = "in the phrase \"" + phrase.text + "\": " + readings.error().message};
            for (const auto& steps : *readings) {
                Node node = 0;
                for (const auto& step : steps) node = trie.add(node, step);
                accepts.emplace_back(node, Accept{static_cast<ListId>(l), static_cast<std::uint16_t>(p)});
            }
        }
    }
    // By node, then list and phrase: of two phrases of a list that are alike the first counts.
    std::ranges::stable_sort(accepts, {}, &std::pair<Node, Accept>::first);
    for (const auto& [node, accept] : accepts) {
        auto& here = trie.nodes[node];
        if (here.accepts == here.accepts_end) here.accepts = here.accepts_end = static_cast<std::uint32_t>(trie.accepts.size());
        const auto known = std::span(trie.accepts).subspan(here.accepts);
        if (std::ranges::any_of(known, [&](const Accept& a) { return a.list == accept.list; })) continue;
        trie.accepts.push_back(accept);
        here.accepts_end = static_cast<std::uint32_t>(trie.accepts.size());
    }
    trie.begins.resize(trie.words + 1);
    for (WordId id = 1; id <= trie.words; ++id) trie.begins[id] = trie.child(0, id) != no_node;
    return lexicon;
}

} // namespace motaudit
