#pragma once

#include "text/lexicon.hpp"
#include "text/tokeniser.hpp"
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// The graph of all ways of saying all phrases: nodes are places between words, edges lead over a word, any word, what fills
// a slot, or nothing.
struct PhraseGraph {
    enum class Over : std::uint32_t { nothing, word, any, slot };
    struct Edge {
        std::uint32_t from = 0, to = 0;
        Over over = Over::nothing;
        std::uint32_t what = 0; // the word's number in `words`, or the slot
    };
    std::uint32_t nodes = 0;
    std::vector<Edge> edges = {};

    std::uint32_t node() { return nodes++; }
    void edge(std::uint32_t from, std::uint32_t to, Over over = Over::nothing, std::uint32_t what = 0) {
        edges.push_back({from, to, over, what});
    }
};

using WordClasses = std::map<std::string, std::vector<std::string>, std::less<>>;

// Lays a phrase in the notation of motaudit-standard(5) into a graph, from its node `begin` to `end`. `number_of` gives the
// number of a word by the hash of its folded form. Returns what is wrong with the phrase, empty where nothing is.
class PhraseParser {
public:
    using NumberOf = std::function<WordId(std::uint64_t hash)>;
    PhraseParser(const WordClasses& classes, Tokeniser& tokeniser, NumberOf number_of, PhraseGraph& graph)
        : classes_(classes), tokeniser_(tokeniser), number_of_(std::move(number_of)), graph_(graph) {}

    std::string lay(std::string_view phrase, std::uint32_t begin, std::uint32_t end) { return lay(phrase, begin, end, 0); }

private:
    using Node = std::uint32_t;
    struct Reader;
    std::string lay(std::string_view phrase, Node begin, Node end, int depth);

    const WordClasses& classes_;
    Tokeniser& tokeniser_;
    NumberOf number_of_;
    PhraseGraph& graph_;
    std::vector<Word> words_ = {};
};

} // namespace motaudit
