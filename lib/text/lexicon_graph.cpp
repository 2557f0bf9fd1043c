#include "text/lexicon_graph.hpp"

#include <algorithm>

namespace motaudit {

void CompiledPhrases::finish(PhraseGraph& graph, std::uint32_t from) {
    start = from;
    std::ranges::stable_sort(graph.edges, {}, &PhraseGraph::Edge::from);
    std::vector<std::uint32_t> firsts(graph.nodes + 1);
    for (const auto& edge : graph.edges) ++firsts[edge.from + 1];
    for (std::size_t i = 1; i < firsts.size(); ++i) firsts[i] += firsts[i - 1];
    edges = std::move(graph.edges);
    first_edge = std::move(firsts);
    std::ranges::stable_sort(accepts.own(), {}, &std::pair<std::uint32_t, Accept>::first);
    number_words(graph.nodes);

    std::vector<std::uint32_t> begin = {start};
    close(begin);
    for (const auto node : begin) {
        for (const auto& [at, accept] : accepts_at(node)) accepted_by_nothing.push_back(accept);
        for (const auto& edge : edges_of(node)) {
            if (edge.over == PhraseGraph::Over::word) first_words.own().emplace_back(edge.what, edge.to);
            if (edge.over == PhraseGraph::Over::any) first_any.push_back(edge.to);
            if (edge.over == PhraseGraph::Over::slot) first_slots.emplace_back(edge.what, edge.to);
        }
    }
    std::ranges::sort(first_words.own());
    std::ranges::sort(first_slots);
}

// Single words are looked up by themselves and lead nowhere from the start, so that the words the walk can meet on an edge are
// fewer: with the lowest numbers, they are short keys.
void CompiledPhrases::number_words(std::uint32_t nodes) {
    std::vector<bool> reached(nodes);
    std::vector<std::uint32_t> left = {start};
    reached[start] = true;
    renumbered.assign(ids.size() + 1, 0);
    WordId numbers = 0;
    while (!left.empty()) {
        const auto node = left.back();
        left.pop_back();
        for (const auto& edge : edges_of(node)) {
            if (edge.over == PhraseGraph::Over::word && renumbered[edge.what] == 0) renumbered[edge.what] = ++numbers;
            if (reached[edge.to]) continue;
            reached[edge.to] = true;
            left.push_back(edge.to);
        }
    }
    words_on_edges = numbers;
    for (std::size_t old = 1; old < renumbered.size(); ++old)
        if (renumbered[old] == 0) renumbered[old] = ++numbers;
    for (auto& id : ids.values()) id = renumbered[id];
    for (auto& edge : edges.own())
        if (edge.over == PhraseGraph::Over::word) edge.what = renumbered[edge.what];
    for (std::size_t node = 0; node + 1 < first_edge.size(); ++node)
        std::sort(edges.own().begin() + first_edge[node], edges.own().begin() + first_edge[node + 1],
                  [](const auto& a, const auto& b) { return a.over != b.over ? a.over < b.over : a.what < b.what; });
}

std::vector<WordId> CompiledPhrases::single_words(const PhraseGraph& graph, std::size_t first, std::uint32_t begin,
                                                  std::uint32_t end) {
    const std::span all(graph.edges.begin() + static_cast<std::ptrdiff_t>(first), graph.edges.end());
    const auto reached = [&](std::uint32_t from) { // over nothing
        std::vector<std::uint32_t> nodes = {from};
        for (std::size_t i = 0; i < nodes.size(); ++i)
            for (const auto& edge : all)
                if (edge.over == PhraseGraph::Over::nothing && edge.from == nodes[i] &&
                    std::ranges::find(nodes, edge.to) == nodes.end())
                    nodes.push_back(edge.to);
        return nodes;
    };
    const auto begins = reached(begin);
    const auto leaves = [](std::span<const std::uint32_t> nodes, const PhraseGraph::Edge& edge) {
        return edge.over != PhraseGraph::Over::nothing && std::ranges::find(nodes, edge.from) != nodes.end();
    };
    if (std::ranges::find(begins, end) != begins.end()) return {};
    std::vector<WordId> words;
    for (const auto& edge : all) {
        if (!leaves(begins, edge)) continue;
        if (edge.over != PhraseGraph::Over::word) return {};
        const auto behind = reached(edge.to);
        if (std::ranges::find(behind, end) == behind.end() ||
            std::ranges::any_of(all, [&](const auto& e) { return leaves(behind, e); }))
            return {};
        words.push_back(edge.what);
    }
    return words;
}

void CompiledPhrases::close(std::vector<std::uint32_t>& nodes) const {
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::vector<std::uint32_t> left = nodes;
    std::vector<std::uint32_t> all = nodes;
    while (!left.empty()) {
        const auto node = left.back();
        left.pop_back();
        for (const auto& edge : edges_of(node)) {
            if (edge.over != PhraseGraph::Over::nothing) continue;
            left.push_back(edge.to);
            all.push_back(edge.to);
        }
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    nodes = std::move(all);
}

std::span<const std::pair<std::uint32_t, Accept>> CompiledPhrases::accepts_at(std::uint32_t node) const {
    const auto begin = std::ranges::lower_bound(accepts, node, {}, &std::pair<std::uint32_t, Accept>::first);
    auto end = begin;
    while (end != accepts.end() && end->first == node) ++end;
    return {begin, end};
}

} // namespace motaudit
