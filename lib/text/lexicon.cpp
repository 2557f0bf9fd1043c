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
    const auto* found = graph_->ids.find(hash);
    return found == nullptr ? 0 : *found;
}

// `words` by list and phrase, with the numbers given while phrases were laid.
void Lexicon::note_single_words(std::vector<std::pair<WordId, PhraseOfList>>& words) {
    for (auto& [word, of] : words) word = graph_->renumbered[word];
    std::ranges::stable_sort(words, {}, &std::pair<WordId, PhraseOfList>::first);
    const auto given_twice = [](const auto& a, const auto& b) { return a.first == b.first && a.second.list == b.second.list; };
    words.erase(std::unique(words.begin(), words.end(), given_twice), words.end()); // the list's first phrase stays
    std::vector<std::uint32_t> firsts(graph_->ids.size() + 2);
    for (const auto& [word, of] : words) {
        ++firsts[word + 1];
        in_lists_.own().push_back(of);
    }
    for (std::size_t w = 1; w < firsts.size(); ++w) firsts[w] += firsts[w - 1];
    first_in_lists_ = std::move(firsts);
}

struct LexiconBuilder::Parts {
    std::vector<PhraseList> lists = {};
    std::vector<ListId> asked_for = {};
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
void LexiconBuilder::ask_for(ListId list) { parts_->asked_for.push_back(list); }

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

// Of each list whether it is asked for, or one that is asks for it.
std::vector<bool> LexiconBuilder::needed() const {
    const auto& lists = parts_->lists;
    std::vector<bool> needed(lists.size(), parts_->asked_for.empty());
    auto left = parts_->asked_for;
    while (!left.empty()) {
        const auto list = left.back();
        left.pop_back();
        if (needed[list]) continue;
        needed[list] = true;
        const auto& own = lists[list];
        for (const auto* others : {&own.unless, &own.except, &own.fields, &own.with, &own.needs})
            left.insert(left.end(), others->begin(), others->end());
    }
    return needed;
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
        auto& id = compiled.ids[hash];
        if (id == 0) id = static_cast<WordId>(compiled.ids.size());
        return id;
    };
    PhraseParser parser(parts_->classes, tokeniser, number_of, graph);
    std::vector<std::pair<WordId, PhraseOfList>> single_words;
    const auto is_needed = needed();
    for (std::size_t l = 0; l < lexicon.lists_.size(); ++l) {
        const auto& list = lexicon.lists_[l];
        compiled.across |= is_needed[l] && list.across_sentences;
        bool words_only = !list.has_guards() && !list.phrases.empty();
        for (std::size_t p = 0; p < list.phrases.size(); ++p) {
            const auto& phrase = list.phrases[p];
            const auto begin = graph.node(), end = graph.node();
            const auto first_edge = graph.edges.size();
            compiled.accepts.own().push_back({end, {static_cast<ListId>(l), static_cast<std::uint16_t>(p)}});
            if (const auto wrong = parser.lay(phrase.text, begin, end); !wrong.empty())
                return Error{
                    .path = phrase.path, .line = phrase.line, .message = "in the phrase \"" + phrase.text + "\": " + wrong};
            if (!is_needed[l]) continue;
            const auto single = CompiledPhrases::single_words(graph, first_edge, begin, end);
            for (const auto word : single) single_words.push_back({word, {static_cast<ListId>(l), static_cast<std::uint16_t>(p)}});
            if (single.empty()) {
                words_only = false;
                graph.edge(start, begin);
            }
        }
        lexicon.words_only_.own().push_back(words_only);
    }
    compiled.finish(graph, start);
    if (compiled.words_on_edges > CompiledPhrases::most_words_on_edges)
        return Error{.message = "the phrases of this standard that are more than one word have " +
                                std::to_string(compiled.words_on_edges) + " different words; at most " +
                                std::to_string(CompiledPhrases::most_words_on_edges) + " are possible"};
    if (const auto& empty = compiled.accepted_by_nothing; !empty.empty()) {
        const auto& phrase = lexicon.lists_[empty.front().list].phrases[empty.front().phrase];
        return Error{.path = phrase.path,
                     .line = phrase.line,
                     .message = "in the phrase \"" + phrase.text + "\": everything in it is optional"};
    }
    lexicon.note_single_words(single_words);
    return lexicon;
}

} // namespace motaudit
