#include "text/prepare/automaton.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <string_view>

// Words come in order, so a state is finished as soon as a word leaves it; a finished state that equals an earlier one is that one
// (Daciuk, Mihov, Watson and Watson: Incremental construction of minimal acyclic finite-state automata, 2000).

namespace motaudit {

namespace {

struct Branch {
    unsigned char label = 0;  // 0: a word ends here
    std::uint32_t target = 0; // a state; where a word ends, its value
    auto operator<=>(const Branch&) const = default;
};
using Branches = std::vector<Branch>;

struct Builder {
    std::map<Branches, std::uint32_t> register_ = {};
    std::vector<const Branches*> states = {};
    std::vector<std::uint64_t> words_below = {};

    std::uint32_t settle(Branches branches) {
        const auto [at, fresh] = register_.emplace(std::move(branches), static_cast<std::uint32_t>(states.size()));
        if (fresh) {
            std::uint64_t words = 0;
            for (const Branch& branch : at->first) words += branch.label == 0 ? 1 : words_below[branch.target];
            states.push_back(&at->first);
            words_below.push_back(words);
        }
        return at->second;
    }
};

} // namespace

std::vector<WordSet::Arc> automaton_of(const std::vector<std::pair<std::string, WordSet::Value>>& words) {
    Builder builder;
    std::vector<Branches> open(1); // the states along the last word
    std::string_view last;
    const auto close_down_to = [&](std::size_t depth) {
        while (open.size() > depth + 1) {
            const std::uint32_t state = builder.settle(std::move(open.back()));
            open.pop_back();
            open.back().back().target = state;
        }
    };
    for (const auto& [word, value] : words) {
        assert(last < word && value != 0);
        const auto parted =
            static_cast<std::size_t>(std::mismatch(last.begin(), last.end(), word.begin(), word.end()).first - last.begin());
        close_down_to(parted);
        for (std::size_t i = parted; i < word.size(); ++i) {
            open.back().push_back({static_cast<unsigned char>(word[i]), 0});
            open.emplace_back();
        }
        open.back().push_back({0, value});
        last = word;
    }
    close_down_to(0);
    const std::uint32_t root = builder.settle(std::move(open[0]));

    // The root lies first; the rest from the top down, so that what is walked most lies together.
    std::vector<std::uint32_t> at(builder.states.size());
    std::uint32_t next = 0;
    for (auto state = root + 1; state-- > 0;) {
        at[state] = next;
        next += static_cast<std::uint32_t>(builder.states[state]->size());
    }
    std::vector<WordSet::Arc> arcs;
    arcs.reserve(next);
    for (auto state = root + 1; state-- > 0;) {
        Branches branches = *builder.states[state];
        // Ends first, then the way that most words go.
        std::ranges::sort(branches, [&](const Branch& a, const Branch& b) {
            if ((a.label == 0) != (b.label == 0)) return a.label == 0;
            const auto words_a = a.label == 0 ? 0 : builder.words_below[a.target];
            const auto words_b = b.label == 0 ? 0 : builder.words_below[b.target];
            return words_a != words_b ? words_a > words_b : a.label < b.label;
        });
        for (const Branch& branch : branches) {
            const std::uint32_t target = branch.label == 0 ? branch.target : at[branch.target];
            assert(target < (1u << (32 - WordSet::target_shift)));
            arcs.push_back(target << WordSet::target_shift | branch.label);
        }
        arcs.back() |= WordSet::last_arc;
    }
    return arcs;
}

} // namespace motaudit
