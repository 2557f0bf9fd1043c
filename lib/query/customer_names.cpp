#include "query/customer_names.hpp"

#include "query/name_words.hpp"
#include <algorithm>

namespace motaudit {
namespace {

class Names {
public:
    Names(const Talk& talk, bool family_first) : talk_(talk), family_first_(family_first) {}

    GivenNames all() {
        add(talk_.conversation().customer);
        for (std::uint32_t t = 0; t < talk_.turn_count(); ++t) {
            const auto& turn = talk_.turn(t);
            if (turn.speaker != Speaker::customer || turn.is_private) continue;
            if (turn.name.find('@') == std::string_view::npos) add(turn.name);
            signed_with(t);
        }
        return std::move(names_);
    }

private:
    // "Maria", and "Maria José" of "Maria José Lopez"; of a single word, that word.
    void add(std::string_view name) {
        const auto words = name_words(name);
        if (words.empty()) return;
        names_.known = true;
        const bool by_script = family_name_first(name);
        if (!by_script) join(words, 0, words.size());
        if (by_script || family_first_)
            for (std::size_t from = 1; from < words.size(); ++from) names_.right.push_back(run(words, from, words.size()));
        if (words.size() == 1) names_.right.push_back(joined_name(words.front()));
    }

    void join(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
        for (std::size_t end = from + 1; end < to; ++end) names_.right.push_back(run(words, from, end));
    }

    static std::string run(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
        std::string out;
        for (auto i = from; i < to; ++i) out += joined_name(words[i]);
        return out;
    }

    // The last line of the customer's own mail that is made of names alone.
    void signed_with(std::uint32_t t) {
        constexpr int lines_to_look_at = 4;
        const auto words = talk_.words(t);
        auto end = words.size();
        for (int lines = 0; end > 0 && lines < lines_to_look_at;) {
            auto begin = end - 1;
            while (begin > 0 && !words[begin].is(Word::line_start)) --begin;
            const auto line = words.subspan(begin, end - begin);
            end = begin;
            const auto part = static_cast<Part>(line.front().part);
            if (part == Part::history || part == Part::head) continue;
            ++lines;
            const bool names = line.size() <= 4 && std::ranges::all_of(line, [&](const Word& word) {
                                   return word.kind == WordKind::word && talk_.is_name_like(t, word);
                               });
            if (!names || begin == 0) continue;
            const auto from = line.front().span.begin;
            return add(talk_.turn(t).text.substr(from, line.back().span.end - from));
        }
    }

    const Talk& talk_;
    bool family_first_;
    GivenNames names_ = {};
};

} // namespace

GivenNames given_names(const Talk& talk, bool family_first) { return Names(talk, family_first).all(); }

std::string joined_name(std::string_view text) {
    auto out = folded(text, true);
    std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '\'' || c == '.'; });
    return out;
}

} // namespace motaudit
