#pragma once

#include "base/hash_table.hpp"
#include "text/lexicon.hpp"
#include "text/notation.hpp"
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace motaudit {

// Which phrase of which list ends at a node.
struct Accept {
    ListId list = no_list;
    std::uint16_t phrase = 0;
    friend bool operator==(const Accept&, const Accept&) = default;
};

// The phrases of a Lexicon in the form that PhraseMatcher walks: edges sorted by the node they leave, and there by what they lead
// over.
struct CompiledPhrases {
    HashTable<WordId> ids = {};                                  // hash of a folded word → its number, from 1
    std::uint32_t words_on_edges = 0;                            // words up to this number are on edges, the others are not
    static constexpr std::uint32_t most_words_on_edges = 0xffff; // PhraseMatcher's keys are short
    std::vector<WordId> renumbered = {};                         // from the numbers given while phrases were laid
    Flat<std::pair<std::uint32_t, Accept>> accepts = {};         // by node
    Flat<PhraseGraph::Edge> edges = {};
    Flat<std::uint32_t> first_edge = {}; // of each node; and the end
    std::uint32_t start = 0;
    Flat<std::pair<WordId, std::uint32_t>> first_words = {};               // from the start: word and node behind it, sorted
    std::vector<std::uint32_t> first_any = {};                             // nodes behind any first word
    std::vector<std::pair<std::uint32_t, std::uint32_t>> first_slots = {}; // slot and node behind it
    std::vector<Accept> accepted_by_nothing = {};
    bool across = false; // some list runs on over full stops

    void finish(PhraseGraph& graph, std::uint32_t from);
    // The words that a phrase laid from `begin` to `end` consists of, where each of its readings is a single word; else nothing.
    static std::vector<WordId> single_words(const PhraseGraph& graph, std::size_t first_edge, std::uint32_t begin,
                                            std::uint32_t end);

    void number_words(std::uint32_t nodes);
    std::span<const PhraseGraph::Edge> edges_of(std::uint32_t node) const {
        const auto firsts = first_edge.view();
        return edges.view().subspan(firsts[node], firsts[node + 1] - firsts[node]);
    }
    // Adds the nodes that are reached from `nodes` over nothing; sorted, each once.
    void close(std::vector<std::uint32_t>& nodes) const;
    std::span<const std::pair<std::uint32_t, Accept>> accepts_at(std::uint32_t node) const;
};

} // namespace motaudit
