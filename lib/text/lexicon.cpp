#include "text/lexicon.hpp"

#include "text/lexicon_graph.hpp"
#include "text/notation.hpp"
#include "text/tokeniser.hpp"
#include <algorithm>

namespace motaudit {

Lexicon::Lexicon() : graph_(std::make_unique<CompiledPhrases>()), rules_(std::make_unique<WordRules>()) {}
Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;

ListId Lexicon::find(std::string_view name) const {
    const auto found = std::ranges::find(lists_, name, &PhraseList::name);
    return found == lists_.end() ? no_list : static_cast<ListId>(found - lists_.begin());
}
std::span<const PhraseList> Lexicon::lists() const { return lists_; }

WordId Lexicon::id_of(std::uint64_t hash) const {
    const auto found = graph_->ids.find(hash);
    return found == graph_->ids.end() ? 0 : found->second;
}

void Lexicon::settle(const WordsOfTurns& words, std::vector<Match>& matches) const {
    // They come by turn and first word, and of a list one for each: sharing them out by list is sorting them.
    std::vector<std::uint32_t> places(lists_.size() + 1);
    for (const auto& m : matches) ++places[m.list + 1];
    for (std::size_t l = 1; l < places.size(); ++l) places[l] += places[l - 1];
    std::vector<Match> shared_out(matches.size());
    for (const auto& m : matches) shared_out[places[m.list]++] = m;
    matches.swap(shared_out);
    // Leftmost and longest. `places` now says where each list's matches end.
    std::vector<std::uint32_t> begins(lists_.size() + 1);
    std::uint32_t kept = 0;
    for (std::size_t l = 0, i = 0; l < lists_.size(); ++l) {
        begins[l] = kept;
        for (; i < places[l]; ++i) {
            const auto& m = matches[i];
            if (kept > begins[l] && matches[kept - 1].turn == m.turn && m.first <= matches[kept - 1].last) continue;
            matches[kept++] = m;
        }
    }
    begins.back() = kept;
    matches.resize(kept);

    // The matches of a list in a turn. They do not overlap, so that their first words and their last words both ascend.
    const auto of_list_and_turn = [&](ListId list, std::uint32_t turn) {
        const auto of_list = std::span(matches).subspan(begins[list], begins[list + 1u] - begins[list]);
        return std::span(std::ranges::lower_bound(of_list, turn, {}, &Match::turn),
                         std::ranges::upper_bound(of_list, turn, {}, &Match::turn));
    };
    const auto undone = [&](const Match& m) {
        const auto& list = lists_[m.list];
        const auto turn_words = words[m.turn];
        for (const auto guard : list.except) {
            if (is_word_list(guard)) {
                for (auto w = m.first; w <= m.last; ++w)
                    if (phrase_of(guard, turn_words[w].id) != 0) return true;
                continue;
            }
            const auto in_turn = of_list_and_turn(guard, m.turn);
            const auto g = std::ranges::lower_bound(in_turn, m.first, {}, &Match::last);
            if (g != in_turn.end() && g->first <= m.last) return true;
        }
        for (const auto guard : list.unless) {
            if (is_word_list(guard)) {
                for (auto w = m.first;
                     w-- > 0 && m.first - w <= lists_[guard].reach + 1 && turn_words[w].sentence == turn_words[m.first].sentence;)
                    if (phrase_of(guard, turn_words[w].id) != 0) return true;
                continue;
            }
            const auto in_turn = of_list_and_turn(guard, m.turn);
            const auto behind = std::ranges::lower_bound(in_turn, m.first, {}, &Match::last);
            if (behind == in_turn.begin()) continue;
            const auto& g = *(behind - 1); // the nearest before
            if (turn_words[g.last].sentence == turn_words[m.first].sentence && m.first - g.last <= lists_[guard].reach + 1)
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
    auto& compiled = *lexicon.graph_;
    Tokeniser tokeniser(*lexicon.rules_);
    PhraseGraph graph;
    const auto start = graph.node();
    const auto number_of = [&](std::uint64_t hash) {
        return compiled.ids.emplace(hash, static_cast<WordId>(compiled.ids.size() + 1)).first->second;
    };
    PhraseParser parser(parts_->classes, tokeniser, number_of, graph);
    lexicon.word_lists_.resize(lexicon.lists_.size());
    for (std::size_t l = 0; l < lexicon.lists_.size(); ++l) {
        const auto& list = lexicon.lists_[l];
        compiled.across |= list.across_sentences;
        std::vector<std::uint32_t> begins;
        std::vector<std::pair<WordId, std::uint16_t>> words;
        bool words_only = list.unless.empty() && list.except.empty();
        for (std::size_t p = 0; p < list.phrases.size(); ++p) {
            const auto& phrase = list.phrases[p];
            const auto begin = graph.node(), end = graph.node();
            begins.push_back(begin);
            const auto first_edge = graph.edges.size();
            compiled.accepts.push_back({end, {static_cast<ListId>(l), static_cast<std::uint16_t>(p)}});
            if (const auto wrong = parser.lay(phrase.text, begin, end); !wrong.empty())
                return Error{
                    .path = phrase.path, .line = phrase.line, .message = "in the phrase \"" + phrase.text + "\": " + wrong};
            if (!words_only) continue;
            const auto single = CompiledPhrases::single_words(graph, first_edge, begin, end);
            words_only = !single.empty();
            for (const auto word : single) words.emplace_back(word, static_cast<std::uint16_t>(p + 1));
        }
        if (words_only && !words.empty()) {
            auto& phrases = lexicon.word_lists_[l];
            for (const auto& [word, phrase] : words) {
                if (word >= phrases.size()) phrases.resize(word + 1);
                if (phrases[word] == 0) phrases[word] = phrase;
            }
        } else
            for (const auto begin : begins) graph.edge(start, begin);
    }
    compiled.finish(graph, start);
    if (const auto& empty = compiled.accepted_by_nothing; !empty.empty()) {
        const auto& phrase = lexicon.lists_[empty.front().list].phrases[empty.front().phrase];
        return Error{.path = phrase.path,
                     .line = phrase.line,
                     .message = "in the phrase \"" + phrase.text + "\": everything in it is optional"};
    }
    return lexicon;
}

} // namespace motaudit
