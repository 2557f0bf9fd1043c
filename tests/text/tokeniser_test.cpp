#include "text/tokeniser.hpp"

#include "text/fold.hpp"
#include <doctest/doctest.h>

using namespace motaudit;

namespace {

WordRules rules() {
    WordRules r;
    r.contractions = {{"i'd", {"i", "would"}}, {"can't", {"can", "not"}}, {"that's", {"that", "is"}}};
    r.fillers = {"um"};
    return r;
}

std::vector<Word> split(std::string_view text, TextKind kind = {}) {
    const auto r = rules();
    std::vector<Word> words;
    Tokeniser(r).split(text, kind, words);
    return words;
}

// "word|word/number" with sentences parted by " . ".
std::string shown(std::string_view text, TextKind kind = {}) {
    static constexpr std::string_view marks[] = {"", "#", "&", "link:", "mail:", "@", "file:", "place:", "note:"};
    std::string out;
    std::uint32_t sentence = 0;
    for (const auto& word : split(text, kind)) {
        if (word.is(Word::second_half)) continue;
        if (!out.empty()) out += word.sentence != sentence ? " . " : " ";
        sentence = word.sentence;
        out += marks[static_cast<std::size_t>(word.kind)];
        out += text.substr(word.span.begin, word.span.size());
    }
    return out;
}

} // namespace

TEST_CASE("a text is broken into words, numbers, codes, links and addresses, and into sentences") {
    struct {
        const char* text;
        const char* words;
    } const cases[] = {
        {"Hi there! My name is Jamie. How may I help?", "Hi there . My name is Jamie . How may I help"},
        {"Mr. Okonkwo, it's no. 12.", "Mr Okonkwo it's no #12"},
        {"No. I can't.", "No . I can't"},
        {"so... what now... Thanks", "so what now . Thanks"},
        {"see www.oppo.com/au/support.", "see link:www.oppo.com/au/support"},
        {"go to oppo.com, please", "go to link:oppo.com please"},
        {"Done.Thanks", "Done . Thanks"},
        {"mail a.b@example.co.uk now", "mail mail:a.b@example.co.uk now"},
        {"ask @OppoCanada #help", "ask @@OppoCanada @#help"},
        {"your A78 has 4500mAh, RP-20933817", "your &A78 has &4500mAh &RP-20933817"},
        {"dial *#06# now", "dial &*#06# now"},
        {"in 1,300 or 4.5 or 10:30 hours", "in #1,300 or #4.5 or #10:30 hours"},
        {"a 20-minute wait", "a #20 minute wait"},
        {"Settings/Apps and e-mail", "Settings Apps and e-mail"},
        {"Dear {{contact.first_name}}, hi", "Dear place:{{contact.first_name}} hi"},
        {"Dear <First Name>, cost of [AMOUNT]", "Dear place:<First Name> cost of place:[AMOUNT]"},
        {"photo.jpg is it", "file:photo.jpg is it"},
        {"one\ntwo\n\nThree", "one two . Three"},
        {"Dear Ana,\nthank you", "Dear Ana . thank you"},
        {"", ""},
        {"…", ""},
        {"\xff\xfe broken \xc3", "broken"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(shown(c.text) == c.words);
    }
    CHECK(shown("hello [noise] there", {.spoken = true}) == "hello note:[noise] there");
}

TEST_CASE("case, apostrophes, invisible characters and width do not change a word") {
    const auto hash = [](std::string_view text) { return split(text).at(0).hash; };
    CHECK(hash("OPPO") == hash("oppo"));
    CHECK(hash("I’d") == hash("I'd"));
    CHECK(split("I’d").size() == 2);
    CHECK(hash("op\u200Bpo") == hash("oppo"));
    CHECK(hash("ＯＰＰＯ") == hash("oppo"));
    CHECK(hash("e-mail") == hash("email"));
    CHECK(hash("Maria's") == hash("maria"));
    CHECK(hash("Siobhán") != hash("Siobhan"));
    CHECK(folded("Siobhán", true) == "siobhan");
    CHECK(folded("Wiśniewska Øst Łódź", true) == "wisniewska ost lodz");
}

TEST_CASE("words inside quotation marks are reported, not used; inches and stray marks open nothing") {
    struct {
        const char* text;
        int quoted;
    } const cases[] = {{"choose \"Forget this network\" now", 3},
                       {"a “great day” he said", 2},
                       {"a 6.7\" screen is 5\" long", 0},
                       {"he said \"hello", 0},
                       {"it's 'fine'", 0}};
    for (const auto& c : cases) {
        CAPTURE(c.text);
        int quoted = 0;
        for (const auto& word : split(c.text)) quoted += word.is(Word::quoted);
        CHECK(quoted == c.quoted);
    }
}

TEST_CASE("a megabyte without white space costs no more than a megabyte of words") {
    std::string text;
    for (int i = 0; i < 200000; ++i) text += "a/b.";
    CHECK(split(text).size() > 1000);
}
