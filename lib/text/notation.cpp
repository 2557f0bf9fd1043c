#include "text/notation.hpp"

#include <algorithm>

namespace motaudit {

// A recursive-descent parser: alternatives := sequence ('|' sequence)*; sequence := item*; item := (word | group | slot | class |
// gap | any) '?'?; group := '(' alternatives ')'. It lays each item between two nodes as it reads it.
struct PhraseParser::Reader {
    PhraseParser& parser;
    std::string_view text;
    int depth = 0;
    std::size_t at = 0;
    std::string error = {};

    using Over = PhraseGraph::Over;
    static constexpr std::uint8_t longest_gap = 12, usual_gap = 4;

    void alternatives(Node begin, Node end) {
        sequence(begin, end);
        while (error.empty() && at < text.size() && text[at] == '|') {
            ++at;
            sequence(begin, end);
        }
    }

    void sequence(Node begin, Node end) {
        Node here = begin;
        bool gap_last = false, first = true;
        while (error.empty()) {
            while (at < text.size() && (text[at] == ' ' || text[at] == ',')) ++at;
            if (at == text.size() || text[at] == '|' || text[at] == ')') break;
            const Node next = parser.graph_.node();
            gap_last = item(here, next);
            if (gap_last && first) fail("a phrase cannot begin with a gap (…)");
            if (at < text.size() && text[at] == '?') {
                ++at;
                parser.graph_.edge(here, next);
            }
            here = next;
            first = false;
        }
        if (gap_last) fail("a phrase cannot end with a gap (…)");
        parser.graph_.edge(here, end);
    }

    // True for a gap.
    bool item(Node begin, Node end) {
        if (text[at] == '(') {
            ++at;
            alternatives(begin, end);
            if (at >= text.size() || text[at] != ')') fail("'(' without ')'");
            ++at;
        } else if (text[at] == '{')
            braces(begin, end);
        else if (text[at] == '*') {
            ++at;
            parser.graph_.edge(begin, end, Over::any);
        } else if (const auto dots = dots_here(); dots != 0) {
            at += dots;
            gap(begin, end);
            return true;
        } else
            word(begin, end);
        return false;
    }

    std::size_t dots_here() const {
        for (const std::string_view dots : {"…", "..."})
            if (text.substr(at).starts_with(dots)) return dots.size();
        return 0;
    }

    void gap(Node begin, Node end) {
        unsigned size = 0;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && size < 100)
            size = size * 10 + static_cast<unsigned>(text[at++] - '0');
        if (size > longest_gap) return fail("a gap is at most 12 words");
        if (size == 0) size = usual_gap;
        parser.graph_.edge(begin, end);
        for (unsigned i = 0; i < size; ++i) {
            const Node next = parser.graph_.node();
            parser.graph_.edge(begin, next, Over::any);
            parser.graph_.edge(next, end);
            begin = next;
        }
    }

    void braces(Node begin, Node end) {
        const auto close = text.find('}', at);
        if (close == std::string_view::npos) return fail("'{' without '}'");
        const auto name = text.substr(at + 1, close - at - 1);
        at = close + 1;
        const auto slot = std::ranges::find(slot_names, name);
        if (slot != std::end(slot_names))
            return parser.graph_.edge(begin, end, Over::slot, static_cast<std::uint32_t>(slot - std::begin(slot_names)));
        const auto members = parser.classes_.find(name);
        if (members == parser.classes_.end()) return fail("unknown slot or word class '{" + std::string(name) + "}'");
        if (depth > 8) return fail("word class '{" + std::string(name) + "}' holds itself");
        for (const auto& member : members->second)
            if (auto wrong = parser.lay(member, begin, end, depth + 1); !wrong.empty())
                return fail("in word class '{" + std::string(name) + "}': " + wrong);
    }

    void word(Node begin, Node end) {
        const auto from = at;
        while (at < text.size() && std::string_view(" ,|()?{}*").find(text[at]) == std::string_view::npos && dots_here() == 0) ++at;
        if (at == from) {
            fail(std::string("'") + text[at] + "' stands where a word should");
            ++at;
            return;
        }
        auto& words = parser.words_;
        words.clear();
        parser.tokeniser_.split(text.substr(from, at - from), {}, words);
        if (words.empty()) return fail("'" + std::string(text.substr(from, at - from)) + "' is no word");
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Node next = i + 1 == words.size() ? end : parser.graph_.node();
            parser.graph_.edge(begin, next, Over::word, parser.number_of_(words[i].hash));
            begin = next;
        }
    }

    void fail(std::string message) {
        if (error.empty()) error = std::move(message);
    }
};

std::string PhraseParser::lay(std::string_view phrase, Node begin, Node end, int depth) {
    Reader reader{*this, phrase, depth};
    reader.alternatives(begin, end);
    if (reader.error.empty() && reader.at != phrase.size()) reader.fail("')' without '('");
    return reader.error;
}

} // namespace motaudit
