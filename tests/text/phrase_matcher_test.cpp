#include "text/lexicon.hpp"

#include "text/found.hpp"
#include "text/phrase_matcher.hpp"
#include "text/tokeniser.hpp"
#include <algorithm>
#include <doctest/doctest.h>

using namespace motaudit;

namespace {

struct NoSlots : SlotFiller {
    std::uint32_t fills(Slot slot, std::span<const Word> words, std::uint32_t at) const override {
        return slot == Slot::brand && words[at].hash == hash_of("oppo") ? 1 : 0;
    }
};

struct List {
    std::string name;
    std::vector<std::string> phrases;
    std::vector<std::string> unless = {}, except = {};
};

// What is found in a text: "list:words" each.
std::vector<std::string> found(const std::vector<List>& lists, std::string_view text) {
    LexiconBuilder builder;
    builder.contraction("i'd", "i would");
    builder.contraction("can't", "can not");
    builder.filler("um");
    builder.word_class("help", {"help", "assist"});
    for (const auto& l : lists) {
        const auto id = builder.id_of(l.name);
        for (const auto& p : l.phrases) builder.list(l.name).phrases.push_back({.text = p});
        for (const auto& u : l.unless) {
            const auto guard = builder.id_of(u);
            builder.list(l.name).unless.push_back(guard);
        }
        for (const auto& e : l.except) {
            const auto guard = builder.id_of(e);
            builder.list(l.name).except.push_back(guard);
        }
        CHECK(builder.id_of(l.name) == id);
    }
    auto lexicon = builder.build();
    REQUIRE_MESSAGE(bool(lexicon), (lexicon ? "" : lexicon.error().text()));
    Tokeniser tokeniser(lexicon->rules(), &*lexicon);
    std::vector<Word> words;
    tokeniser.split(text, {}, words);
    std::vector<Match> matches;
    PhraseMatcher(*lexicon).match(words, 0, NoSlots{}, matches);
    const std::vector<std::uint32_t> begins = {0, static_cast<std::uint32_t>(words.size())};
    Found in_text(*lexicon);
    in_text.open({.words = words, .begins = begins}, matches);
    std::vector<std::string> out;
    for (ListId l = 0; l < lexicon->lists().size(); ++l)
        for (const auto& m : in_text.of(l))
            out.push_back(lexicon->list(m.list).name + ":" +
                          std::string(text.substr(words[m.first].span.begin, words[m.last].span.end - words[m.first].span.begin)));
    return out;
}

} // namespace

TEST_CASE("phrases match in any case, spelling of contractions, and across fillers") {
    struct {
        const char* phrase;
        const char* text;
        bool matches;
    } const cases[] = {
        {"let me (just)? (confirm|check|make sure)", "OK, let me just make sure of it", true},
        {"let me (just)? (confirm|check|make sure)", "Let me confirm", true},
        {"let me (just)? (confirm|check|make sure)", "let me just see", false},
        {"i would like to {help}", "I'd like to assist you", true},
        {"i would like to {help}", "I’D um LIKE to help", true},
        {"thank you for … {brand}", "Thank you for calling OPPO", true},
        {"thank you for … {brand}", "Thank you for having called us here at oppo", false},
        {"thank you for …6 {brand}", "Thank you for having called us here at oppo", true},
        {"thank you for … {brand}", "Thank you for calling. OPPO is here", false},
        {"sorry to (hear|learn) *", "sorry to hear that", true},
        {"sorry to (hear|learn) *", "sorry to hear", false},
        {"hold on a (sec|second|)", "hold on", false},
        {"hold on a (sec|second|)", "hold on a", true},
        {"how can i help", "how how can I help", true},
    };
    for (const auto& c : cases) {
        CAPTURE(c.phrase);
        CAPTURE(c.text);
        CHECK(found({{"l", {c.phrase}}}, c.text).size() == (c.matches ? 1 : 0));
    }
}

TEST_CASE("of the matches of one list that overlap the leftmost and longest stays") {
    CHECK(found({{"l", {"no", "no worries", "worries"}}}, "no worries, no") == std::vector<std::string>{"l:no worries", "l:no"});
    CHECK(found({{"a", {"anything else"}}, {"b", {"else"}}}, "anything else?") ==
          std::vector<std::string>{"a:anything else", "b:else"});
}

TEST_CASE("a guard undoes what follows it in the same sentence, an exception what it overlaps") {
    const std::vector<List> lists = {{"negation", {"not", "never"}}, {"empathy", {"understand why"}, {"negation"}}};
    CHECK(found(lists, "I understand why you are upset").size() == 1);
    CHECK(found(lists, "I can't understand why").size() == 1); // the guard alone
    CHECK(found(lists, "No, I do not. I understand why").size() == 2);
    const std::vector<List> cool = {{"other", {"cool down"}}, {"jargon", {"cool"}, {}, {"other"}}};
    CHECK(found(cool, "cool!") == std::vector<std::string>{"jargon:cool"});
    CHECK(found(cool, "let it cool down") == std::vector<std::string>{"other:cool down"});
}

TEST_CASE("a disguised word is found: look-alike letters, digits for letters, letters held down") {
    for (const char* text :
         {"\u043Ekay", "0kay", "okaaaay", "ok\u200Bay", "ｏｋａｙ", "o.k.a.y", "o k a y", "o-k-a-y", "ok*y", "ok@y!"}) {
        CAPTURE(text);
        CHECK(found({{"l", {"okay"}}}, text).size() == 1);
    }
    for (const char* text : {"окей", "okapi", "0k", "oak", "o.k. ay", "ok *ay*", "o k", "ok*ys"}) {
        CAPTURE(text);
        CHECK(found({{"l", {"okay"}}}, text).empty());
    }
}

TEST_CASE("a phrase that cannot be compiled is an error that says why") {
    for (const char* phrase : {"(a|b", "a)", "{nobody} there", "…a", "a …", "(a)?", ""}) {
        CAPTURE(phrase);
        LexiconBuilder builder;
        builder.list("l").phrases.push_back({.text = phrase, .path = "x.toml", .line = 3});
        const auto lexicon = builder.build();
        REQUIRE(!lexicon);
        CHECK(lexicon.error().text().starts_with("x.toml:3: "));
    }
}

TEST_CASE("more different words than the matcher can number are an error, not phrases that are lost") {
    LexiconBuilder builder;
    const auto letters = [](unsigned n) {
        std::string out;
        for (int i = 0; i < 4; ++i, n /= 26) out += static_cast<char>('a' + n % 26);
        return out;
    };
    for (unsigned n = 0; n < 65'536; ++n) builder.list("l").phrases.push_back({.text = "x" + letters(n) + " y"});
    const auto lexicon = builder.build();
    REQUIRE(!lexicon);
    CHECK(lexicon.error().message.find("at most 65535") != std::string::npos);
}
