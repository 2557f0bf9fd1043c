// The slow, obvious twin of PhraseMatcher: each phrase as a regular expression of RE2, tried on every run of words.

#include "text/phrase_matcher.hpp"
#include "text/tokeniser.hpp"
#include <doctest/doctest.h>
#include <random>
#include <re2/re2.h>
#include <set>

using namespace motaudit;

namespace {

// A text is written for RE2 as its words with a space behind each; "=" behind a word that stands there twice.
const std::string passed_over = "(?:um |[a-z]+= )*"; // what does not part a phrase

const std::vector<std::string> vocabulary = {"red", "blue", "green", "grey", "pink", "teal", "rose", "gold"};

struct Colours : SlotFiller {
    std::uint32_t fills(Slot slot, std::span<const Word> words, std::uint32_t at) const override {
        if (slot == Slot::brand) return words[at].hash == hash_of("oppo") ? 1 : 0;
        if (slot != Slot::name || words[at].hash != hash_of("mary")) return 0;
        return at + 1 < words.size() && words[at + 1].hash == hash_of("anne") ? 2 : 1;
    }
};

struct Phrasing {
    std::string notation, expression;
};

class Author {
public:
    explicit Author(unsigned seed) : random_(seed) {}
    unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }

    Phrasing sequence(unsigned depth) {
        Phrasing all;
        const auto items = 1 + below(4);
        for (unsigned i = 0; i < items; ++i) {
            auto next = item(depth, i == 0);
            if (below(6) == 0) {
                next.notation = (next.notation.front() == '(' ? next.notation : "(" + next.notation + ")") + "?";
                next.expression = "(?:" + next.expression + ")?";
            }
            all.notation += (i == 0 ? "" : " ") + next.notation;
            all.expression += next.expression;
            if (i + 1 == items || below(5) != 0) continue;
            const auto size = 1 + below(4);
            all.notation += " …" + std::to_string(size);
            all.expression += "(?:[a-z]+=? " + passed_over + "){0," + std::to_string(size) + "}";
        }
        return all;
    }

    std::string word() { return vocabulary[below(static_cast<unsigned>(vocabulary.size()))]; }

    std::string text() {
        static const std::vector<std::string> others = {"um", "oppo", "mary", "mary anne", "sky", "tint", "deep tint", "ruby"};
        std::string out;
        for (auto words = 3 + below(10); words-- > 0;) {
            const auto next = below(3) == 0 ? others[below(static_cast<unsigned>(others.size()))] : word();
            out += next + (below(9) == 0 ? " " + next.substr(next.rfind(' ') + 1) : "") + (below(8) == 0 ? ". " : " ");
        }
        return out;
    }

private:
    Phrasing item(unsigned depth, bool first) {
        const auto one = [](const std::string& w) { return "(?:" + w + "=? " + passed_over + ")"; };
        const auto kind = below(12);
        if (kind < 2 && depth > 0) {
            auto all = sequence(depth - 1), other = sequence(depth - 1);
            return {"(" + all.notation + "|" + other.notation + ")", "(?:" + all.expression + "|" + other.expression + ")"};
        }
        if (kind == 2 && !first) return {"*", "(?:[a-z]+=? " + passed_over + ")"};
        if (kind == 3) return {"{brand}", one("oppo")};
        if (kind == 4) return {"{name}", "(?:marya=? anne=? |mary=? )" + passed_over};
        if (kind == 5) return {"{tint}", "(?:" + one("tint") + "|" + one("deep") + one("tint") + ")"};
        const auto w = word();
        return {w, one(w)};
    }

    std::mt19937 random_;
};

using Places = std::set<std::pair<std::uint32_t, std::uint32_t>>; // first and last word

// Places without what is passed over at their end.
Places trimmed(const Places& places, std::span<const std::uint8_t> passes) {
    Places out;
    for (auto [first, last] : places) {
        while (last > first && passes[last] != 0) --last;
        out.emplace(first, last);
    }
    return out;
}

} // namespace

TEST_CASE("phrases are found where their slow twin, a regular expression each, finds them") {
    std::size_t places_found = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        Author author(seed);
        LexiconBuilder builder;
        builder.filler("um");
        builder.word_class("tint", {"tint", "deep tint"});
        std::vector<std::unique_ptr<RE2>> twins;
        std::vector<std::string> notations;
        while (twins.size() < 6) {
            const auto phrase = author.sequence(2);
            auto twin = std::make_unique<RE2>(phrase.expression);
            REQUIRE(twin->ok());
            if (RE2::FullMatch("", *twin)) continue; // everything in it is optional: refused
            builder.list("l" + std::to_string(twins.size())).phrases.push_back({.text = phrase.notation});
            notations.push_back(phrase.notation);
            twins.push_back(std::move(twin));
        }
        const auto lexicon = builder.build();
        REQUIRE_MESSAGE(bool(lexicon), (lexicon ? "" : lexicon.error().text()));
        Tokeniser tokeniser(lexicon->rules(), &*lexicon);
        PhraseMatcher matcher(*lexicon);
        for (std::uint32_t t = 0; t < 30; ++t) {
            const auto text = author.text();
            std::vector<Word> words;
            tokeniser.split(text, {}, words);
            std::vector<std::uint8_t> passes(words.size());
            std::vector<std::string> coded(words.size());
            for (std::size_t i = 0; i < words.size(); ++i) {
                coded[i] = text.substr(words[i].span.begin, words[i].span.size());
                const bool twice = i > 0 && coded[i] == text.substr(words[i - 1].span.begin, words[i - 1].span.size());
                passes[i] = twice || coded[i] == "um";
                coded[i] += twice ? "= " : " ";
            }
            for (std::size_t i = 0; i + 1 < words.size(); ++i) // a slot is filled by as many words as can
                if (coded[i].starts_with("mary") && coded[i + 1].starts_with("anne")) coded[i].insert(4, "a");
            if (std::ranges::count(passes, 1) > 4) continue; // more than that part a phrase
            std::vector<Match> matches;
            matcher.match(words, t, Colours{}, matches);
            std::vector<Places> found(twins.size());
            for (const auto& m : matches) found[m.list].emplace(m.first, m.last);
            for (std::uint32_t i = 0; i < words.size(); ++i)
                for (const auto& of : lexicon->lists_of(words[i].id)) found[of.list].emplace(i, i);
            for (std::size_t l = 0; l < twins.size(); ++l) {
                Places expected;
                for (std::uint32_t first = 0; first < words.size(); ++first) {
                    // A walk begins with a word of the phrase: its doubling counts from the second on.
                    std::string run = coded[first];
                    for (auto last = first;; run += coded[++last]) {
                        if (RE2::FullMatch(run, *twins[l])) expected.emplace(first, last);
                        if (last + 1 == words.size() || words[last + 1].sentence != words[first].sentence) break;
                    }
                }
                CAPTURE(notations[l]);
                CAPTURE(text);
                const auto shown = [](const Places& places) {
                    std::string out;
                    for (const auto& [first, last] : places) out += std::to_string(first) + "-" + std::to_string(last) + " ";
                    return out;
                };
                CHECK(shown(trimmed(found[l], passes)) == shown(trimmed(expected, passes)));
                places_found += expected.size();
            }
        }
    }
    CHECK(places_found > 5000); // they do find something
}
