#include "text/casing.hpp"
#include "text/speller.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

using namespace motaudit;

namespace {

Speller with(std::initializer_list<const char*> words) {
    Speller speller;
    for (const char* word : words) speller.add(word);
    return speller;
}

// The words of a plain text; what stands beside a digit is no word.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    const auto close = [&] {
        while (!word.empty() && (word.back() == '\'' || word.back() == '-')) word.pop_back();
        if (!word.empty() && std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; })) words.push_back(word);
        word.clear();
    };
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) || (!word.empty() && (c == '\'' || c == '-')))
            word.push_back(c);
        else
            close();
    }
    close();
    return words;
}

struct Slip {
    std::string word = {};
    std::vector<std::string> meant = {};
};

std::vector<Slip> read_slips(const char* name, int column) {
    std::ifstream file(std::string(TESTS_FOLDER "/corpora/spelling/") + name);
    REQUIRE(file.is_open());
    std::vector<Slip> slips;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream fields(line);
        std::string skipped, meant;
        Slip slip;
        for (int i = 0; i < column; ++i) std::getline(fields, skipped, '\t');
        std::getline(fields, slip.word, '\t');
        std::getline(fields, meant, '\t');
        std::istringstream all(meant);
        for (std::string one; std::getline(all, one, ',');) slip.meant.push_back(one);
        if (std::ranges::find(slip.meant, slip.word) == slip.meant.end()) slips.push_back(slip);
    }
    return slips;
}

struct Figures {
    std::size_t slips = 0, found = 0, first = 0, among_three = 0;
};

// By a hash of the word (FNV-1a), so that a longer list changes nothing.
bool is_held_out(const std::string& word) {
    std::uint32_t hash = 2166136261u;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return (hash >> 13 & 1) != 0;
}

Figures measure(const Speller& speller, const std::vector<Slip>& slips, std::size_t every) {
    Figures figures;
    for (std::size_t i = 0; i < slips.size(); ++i) {
        ++figures.slips;
        if (speller.knows(slips[i].word)) continue;
        ++figures.found;
        if (i % every != 0) continue;
        const auto suggestions = speller.suggest(slips[i].word, 3);
        for (std::size_t k = 0; k < suggestions.size(); ++k) {
            const bool hit = std::ranges::any_of(
                slips[i].meant, [&](const auto& meant) { return lower_case(meant) == lower_case(suggestions[k]); });
            figures.first += hit && k == 0;
            figures.among_three += hit;
            if (hit) break;
        }
    }
    return figures;
}

} // namespace

TEST_CASE("words of all three dictionaries are right, in the casings that fit them") {
    const Speller speller;
    struct {
        const char* word;
        bool right;
    } const cases[] = {
        {"colour", true},      {"color", true},         {"organise", true},         {"organize", true},   {"cheque", true},
        {"Cheque", true},      {"CHEQUE", true},        {"chEque", false},          {"London", true},     {"LONDON", true},
        {"london", false},     {"lOndon", false},       {"McDonald", true},         {"Mcdonald", false},  {"MCDONALD", true},
        {"I", true},           {"don't", true},         {"don\xe2\x80\x99t", true}, // a curly apostrophe
        {"dont", false},       {"DON'T", true},         {"customer's", true},       {"customers'", true}, {"your's", false},
        {"café", true},        {"cafe\xcc\x81", true},                              // the accent as a character of its own
        {"CAFÉ", true},        {"cafê", false},         {"custo\xc2\xadmer", true}, // a soft hyphen inside
        {"well-known", true},  {"colour-center", true},                             // one half British, one American
        {"well-knwon", false}, {"recieve", false},      {"definately", false},      {"", false},          {"'", false},
        {"-", false},          {"\xff\xfe", false},     {"хорошо", false},
    };
    for (const auto& c : cases) {
        const std::string word = c.word;
        CAPTURE(word);
        CHECK(speller.knows(c.word) == c.right);
    }
}

TEST_CASE("a standard's own words follow the same rules of case") {
    Speller speller = with({"unboxing", "Nguyen", "eSIM", "Wi-Fi", "IMEI", "Ngọc", "Will *", "Find X"});
    speller.add("WhatsApp", Speller::Accept::any_casing);
    struct {
        const char* word;
        bool right;
    } const cases[] = {
        {"unboxing", true},
        {"Unboxing", true},
        {"UNBOXING", true},
        {"unBoxing", false},
        {"Nguyen", true},
        {"NGUYEN", true},
        {"nguyen", false},
        {"Nguyen's", true},
        {"Nguyen\xe2\x80\x99s", true},
        {"eSIM", true},
        {"ESIM", true},
        {"esim", false},
        {"eSIMs", true},
        {"Wi-Fi", true},
        {"IMEI", true},
        {"IMEIs", true},
        {"imei", false},
        {"Ngọc", true},
        {"Ngoc", false},
        {"whatsapp", true},
        {"WHATSAPP", true},
        {"whatsApp", true},
        {"WhatsApp's", true},
        {"eSIM-unboxing", true},
        {"Nguyens'", false},
        {"unboxing-recieve", false},
    };
    for (const auto& c : cases) {
        const std::string word = c.word;
        CAPTURE(word);
        CHECK(speller.knows(c.word) == c.right);
    }
}

TEST_CASE("suggestions put what was most likely meant first") {
    Speller speller = with({"screenshotting", "Wi-Fi", "Nguyen"});
    struct {
        const char* typed;
        const char* meant;
    } const cases[] = {
        {"recieve", "receive"},
        {"definately", "definitely"},
        {"seperate", "separate"},
        {"teh", "the"},
        {"dont", "don't"},
        {"alot", "a lot"},
        {"adress", "address"},
        {"Recieved", "Received"},
        {"OCCURED", "OCCURRED"},
        {"warrenty", "warranty"},
        {"unfortunatly", "unfortunately"},
        {"replacment", "replacement"},
        {"screenshoting", "screenshotting"},
        {"Nguyne", "Nguyen"},
        {"appologize", "apologize"},
        {"wich", "which"},
        {"custmer", "customer"},
        {"thier", "their"},
    };
    for (const auto& c : cases) {
        const std::string typed = c.typed;
        CAPTURE(typed);
        const auto suggestions = speller.suggest(c.typed);
        REQUIRE(!suggestions.empty());
        CHECK(suggestions[0] == c.meant);
    }
}

TEST_CASE("suggestions never hold profanity, and hostile words have none") {
    const Speller speller;
    for (const char* typed : {"fukc", "shti", "cuntt"})
        for (const auto& suggestion : speller.suggest(typed, 10)) {
            CAPTURE(suggestion);
            CHECK(suggestion.find("fuck") == suggestion.npos);
            CHECK(suggestion.find("cunt") == suggestion.npos);
        }
    CHECK(speller.suggest("").empty());
    CHECK(speller.suggest(std::string(1000, 'x')).empty());
    CHECK(speller.suggest("\xff\xff\xff\xff").empty());
    CHECK_FALSE(speller.knows(std::string(1 << 20, 'a')));
    std::string hyphens;
    for (int i = 0; i < 100000; ++i) hyphens += "well-";
    CHECK(speller.knows(hyphens));
    CHECK_FALSE(speller.knows(hyphens + "recieve"));
    CHECK_FALSE(speller.knows(std::string("with\0nul", 8)));
}

TEST_CASE("many threads may ask at once") {
    const Speller speller = with({"Nguyen"});
    std::vector<std::thread> threads;
    std::vector<std::size_t> known(4);
    for (auto& count : known)
        threads.emplace_back([&] {
            for (int i = 0; i < 2000; ++i)
                count += speller.knows("customer") + speller.knows("café") + speller.knows("Nguyen's") + speller.knows("recieve");
        });
    for (auto& thread : threads) thread.join();
    for (const auto count : known) CHECK(count == 6000);
}

TEST_CASE("clean business English of three countries holds no unknown word") {
    Speller speller;
    std::ifstream list(TESTS_FOLDER "/../lexicons/en/words.txt");
    REQUIRE(list.is_open());
    for (std::string line; std::getline(list, line);)
        if (!line.empty() && line[0] != '#') speller.add(line);
    for (const char* name : {"clean-us.txt", "clean-uk.txt", "clean-au.txt"}) {
        std::ifstream file(std::string(TESTS_FOLDER "/corpora/spelling/") + name);
        REQUIRE(file.is_open());
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        const auto words = words_of(text);
        CHECK(words.size() > 250);
        for (const auto& word : words) {
            CAPTURE(name);
            CAPTURE(word);
            CHECK(speller.knows(word));
        }
    }
}

TEST_CASE("misspellings people make are found, and mended at the first try") {
    const Speller speller;
    // The costs of slips were fitted to one half of the list; the other must do as well.
    std::vector<Slip> fitted, held_out;
    for (const auto& slip : read_slips("misspellings.tsv", 1)) (is_held_out(slip.word) ? held_out : fitted).push_back(slip);
    for (const auto* half : {&fitted, &held_out}) {
        const auto figures = measure(speller, *half, 5);
        MESSAGE(figures.found << " of " << figures.slips << " misspellings found; of each fifth " << figures.first
                              << " mended by the first suggestion, " << figures.among_three << " by one of three");
        CHECK(figures.found * 1000 >= figures.slips * 995);
        CHECK(figures.first * 100 >= figures.slips / 5 * 85);
    }

    const auto noisy = measure(speller, read_slips("noisy-queries.tsv", 0), 5);
    MESSAGE(noisy.found << " of " << noisy.slips << " noisy queries found; of each fifth " << noisy.first
                        << " mended by the first suggestion, " << noisy.among_three << " by one of three");
    CHECK(noisy.found > 0);
}
