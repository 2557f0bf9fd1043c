#include "text/notation.hpp"

#include <algorithm>

namespace motaudit {
namespace {

using Readings = std::vector<Steps>;

// A recursive-descent parser: sequence := item*; item := (word | group | slot | gap | any) '?'?; group := '(' sequence ('|'
// sequence)* ')'.
class Parser {
public:
    Parser(std::string_view text, const WordClasses& classes, Tokeniser& tokeniser, int depth)
        : text_(text), classes_(classes), tokeniser_(tokeniser), depth_(depth) {}

    Result<Readings> all() {
        auto readings = alternatives();
        if (!error_.empty()) return Error{.message = error_};
        if (at_ != text_.size()) return Error{.message = "unmatched ')'"};
        for (const auto& steps : readings) {
            if (steps.empty()) return Error{.message = "a reading of the phrase is empty: everything in it is optional"};
            if (steps.front().kind == Step::Kind::gap || steps.back().kind == Step::Kind::gap)
                return Error{.message = "a phrase cannot begin or end with a gap (…)"};
        }
        return readings;
    }

private:
    Readings alternatives() {
        Readings out = sequence();
        while (error_.empty() && at_ < text_.size() && text_[at_] == '|') {
            ++at_;
            for (auto& reading : sequence()) out.push_back(std::move(reading));
        }
        return out;
    }

    Readings sequence() {
        Readings out = {Steps{}};
        while (error_.empty()) {
            while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ',')) ++at_;
            if (at_ == text_.size() || text_[at_] == '|' || text_[at_] == ')') break;
            Readings item = one();
            if (at_ < text_.size() && text_[at_] == '?') {
                ++at_;
                item.push_back(Steps{});
            }
            out = product(out, item);
        }
        return out;
    }

    Readings product(const Readings& left, const Readings& right) {
        if (left.size() * right.size() > most_readings) {
            fail("the phrase stands for more than " + std::to_string(most_readings) + " ways of saying it: split it");
            return left;
        }
        Readings out;
        out.reserve(left.size() * right.size());
        for (const auto& a : left)
            for (const auto& b : right) {
                out.push_back(a);
                out.back().insert(out.back().end(), b.begin(), b.end());
            }
        return out;
    }

    Readings one() {
        if (text_[at_] == '(') {
            ++at_;
            auto inside = alternatives();
            if (at_ == text_.size() || text_[at_] != ')') fail("'(' without ')'");
            ++at_;
            return inside;
        }
        if (text_[at_] == '{') return braces();
        if (text_[at_] == '*') {
            ++at_;
            return {{Step{.kind = Step::Kind::any}}};
        }
        for (const std::string_view dots : {"…", "..."})
            if (text_.substr(at_).starts_with(dots)) {
                at_ += dots.size();
                unsigned size = 0;
                while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && size < 100)
                    size = size * 10 + static_cast<unsigned>(text_[at_++] - '0');
                if (size > 12) fail("a gap is at most 12 words");
                return {{Step{.kind = Step::Kind::gap, .size = static_cast<std::uint8_t>(size == 0 ? 4 : size)}}};
            }
        return word();
    }

    Readings braces() {
        const auto close = text_.find('}', at_);
        if (close == std::string_view::npos) {
            fail("'{' without '}'");
            return {Steps{}};
        }
        const auto name = text_.substr(at_ + 1, close - at_ - 1);
        at_ = close + 1;
        const auto slot = std::ranges::find(slot_names, name);
        if (slot != std::end(slot_names))
            return {{Step{.kind = Step::Kind::slot, .slot = static_cast<Slot>(slot - std::begin(slot_names))}}};
        const auto members = classes_.find(name);
        if (members == classes_.end()) {
            fail("unknown slot or word class '{" + std::string(name) + "}'");
            return {Steps{}};
        }
        if (depth_ > 8) {
            fail("word class '{" + std::string(name) + "}' holds itself");
            return {Steps{}};
        }
        Readings out;
        for (const auto& member : members->second) {
            auto inside = Parser(member, classes_, tokeniser_, depth_ + 1).all();
            if (!inside) {
                fail("in word class '{" + std::string(name) + "}': " + inside.error().message);
                return {Steps{}};
            }
            for (auto& reading : *inside) out.push_back(std::move(reading));
        }
        return out;
    }

    Readings word() {
        const auto begin = at_;
        while (at_ < text_.size() && std::string_view(" ,|()?{}*").find(text_[at_]) == std::string_view::npos) {
            if (text_.substr(at_).starts_with("…") || text_.substr(at_).starts_with("...")) break;
            ++at_;
        }
        if (at_ == begin) {
            fail(std::string("'") + text_[at_] + "' stands where a word should");
            ++at_;
            return {Steps{}};
        }
        Steps steps;
        words_.clear();
        tokeniser_.split(text_.substr(begin, at_ - begin), {}, words_);
        for (const auto& word : words_) steps.push_back(Step{.kind = Step::Kind::word, .word = word.hash});
        return {steps};
    }

    void fail(std::string message) {
        if (error_.empty()) error_ = std::move(message);
    }

    std::string_view text_;
    const WordClasses& classes_;
    Tokeniser& tokeniser_;
    int depth_;
    std::size_t at_ = 0;
    std::string error_ = {};
    std::vector<Word> words_ = {};
};

} // namespace

Result<std::vector<Steps>> readings_of(std::string_view phrase, const WordClasses& classes, Tokeniser& tokeniser) {
    return Parser(phrase, classes, tokeniser, 0).all();
}

} // namespace motaudit
