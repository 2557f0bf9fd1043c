// Words that are written so as not to be found, and innocent ones that must not be taken for them.

#include "support/judge.hpp"

#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <set>

using namespace motaudit;

namespace {

using Letters = std::u32string;

std::string utf8(const Letters& letters) {
    std::string out;
    for (const char32_t c : letters) {
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else if (c < 0x800) {
            out += static_cast<char>(0xC0 | (c >> 6));
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            out += static_cast<char>(0xE0 | (c >> 12));
            out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (c & 0x3F));
        } else {
            out += static_cast<char>(0xF0 | (c >> 18));
            out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
            out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (c & 0x3F));
        }
    }
    return out;
}

std::string each(std::string_view word, const std::function<Letters(char32_t)>& dressed) {
    std::string out;
    for (const char c : word) out += utf8(dressed(static_cast<char32_t>(c)));
    return out;
}

// Something between the letters, or in the middle alone.
std::string parted(std::string_view word, std::string_view by) {
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) out.append(i == 0 ? "" : by).append(1, word[i]);
    return out;
}
std::string split(std::string_view word, std::string_view by) {
    const auto half = word.size() / 2;
    return std::string(word.substr(0, half)).append(by).append(word.substr(half));
}

// The letters of an alphabet that begins with "a" at a place.
std::string alphabet(std::string_view word, char32_t a) {
    return each(word, [a](char32_t c) { return Letters{a + (c - U'a')}; });
}

// Letters that look alike in another script; the others stay. `all`: every one of them, else the first.
std::string looking_alike(std::string_view word, std::u32string_view latin, std::u32string_view other, bool all) {
    bool done = false;
    return each(word, [&](char32_t c) {
        const auto at = latin.find(c);
        if (at == std::u32string_view::npos || (done && !all)) return Letters{c};
        done = true;
        return Letters{other[at]};
    });
}

struct Disguise {
    const char* name;
    std::function<std::string(std::string_view)> put_on;
};

constexpr std::u32string_view cyrillic_of = U"aeopcyxiks",
                              cyrillic = U"\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u043A\u0455";
constexpr std::u32string_view greek_of = U"oavik", greek = U"\u03BF\u03B1\u03BD\u03B9\u03BA";

const std::vector<Disguise>& disguises() {
    static const std::vector<Disguise> all = {
        {"zero-width space", [](auto w) { return split(w, "\u200B"); }},
        {"zero-width space throughout", [](auto w) { return parted(w, "\u200B"); }},
        {"zero-width non-joiner", [](auto w) { return split(w, "\u200C"); }},
        {"zero-width joiner", [](auto w) { return split(w, "\u200D"); }},
        {"soft hyphen", [](auto w) { return split(w, "\u00AD"); }},
        {"soft hyphens throughout", [](auto w) { return parted(w, "\u00AD"); }},
        {"word joiner", [](auto w) { return split(w, "\u2060"); }},
        {"byte-order mark", [](auto w) { return split(w, "\uFEFF"); }},
        {"left-to-right mark", [](auto w) { return split(w, "\u200E"); }},
        {"right-to-left mark", [](auto w) { return split(w, "\u200F"); }},
        {"grapheme joiner", [](auto w) { return split(w, "\u034F"); }},
        {"variation selector", [](auto w) { return split(w, "\uFE0F"); }},
        {"full width", [](auto w) { return alphabet(w, 0xFF41); }},
        {"full-width capitals", [](auto w) { return alphabet(w, 0xFF21); }},
        {"bold", [](auto w) { return alphabet(w, 0x1D41A); }},
        {"bold italic", [](auto w) { return alphabet(w, 0x1D482); }},
        {"sans-serif", [](auto w) { return alphabet(w, 0x1D5BA); }},
        {"monospace", [](auto w) { return alphabet(w, 0x1D68A); }},
        {"circled", [](auto w) { return alphabet(w, 0x24D0); }},
        {"one Cyrillic letter", [](auto w) { return looking_alike(w, cyrillic_of, cyrillic, false); }},
        {"Cyrillic letters", [](auto w) { return looking_alike(w, cyrillic_of, cyrillic, true); }},
        {"one Greek letter", [](auto w) { return looking_alike(w, greek_of, greek, false); }},
        {"Greek letters", [](auto w) { return looking_alike(w, greek_of, greek, true); }},
        {"bold script", [](auto w) { return alphabet(w, 0x1D4EA); }},
        {"bold Fraktur", [](auto w) { return alphabet(w, 0x1D586); }},
        {"double-struck", [](auto w) { return alphabet(w, 0x1D552); }},
        {"function application", [](auto w) { return split(w, "\u2061"); }},
        {"pop directional formatting", [](auto w) { return split(w, "\u202C"); }},
        {"letters turned around by hidden marks", [](auto w) { return split(w, "\u2066\u2069"); }},
        {"stretched", [](auto w) { return std::string(w) + std::string(3, w.back()); }},
        {"capitals", [](auto w) { return each(w, [](char32_t c) { return Letters{c - 32}; }); }},
        {"an emoji joined", [](auto w) { return std::string(w) + "\U0001F600"; }},
        {"no-break space before", [](auto w) { return "\u00A0" + std::string(w); }},
        {"in brackets", [](auto w) { return "(" + std::string(w) + ")"; }},
    };
    return all;
}

// Something in the text is found, or listed for a person.
bool is_noticed(std::string_view id, const std::string& text) {
    const auto finding = test::judged(id, text, Channel::chat);
    return !finding.listed.empty() || finding.verdict == Verdict::no;
}

} // namespace

TEST_CASE("a word of three letters or more is found behind accents, digits and marks as well") {
    const struct {
        const char* worn;
        bool noticed;
    } cases[] = {
        {"\u00FDep", true},
        {"\u00F3keydokey", true},
        {"\u00E1lrighty", true},
        {"\u00E1ww", true},
        {"\u00E9ek", true},
        {"\u00F3ops", true},
        {"o\u0301o\u0301ps", true},
        {"0keyd0key", true},
        {"0key-d0key", true},
        {"4lrighty", true},
        {"41r1ghty", true},
        {"00ps", true},
        {"0ops", true},
        {"y.e.p", true},
        {"a-w-w", true},
        {"e_e_k", true},
        {"o.o.p.s", true},
        // What is too short may be anything.
        {"4h", false},
        {"33k", false},
        {"A.H", false},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.worn));
        const auto text = fmt::format("A: {}, let me check that for you.", c.worn);
        CHECK((is_noticed("language.jargon", text) || is_noticed("writing.spelling", text)) == c.noticed);
    }
}

TEST_CASE("jargon in disguise is found, or reported as what looks like it") {
    REQUIRE(disguises().size() == 34);
    for (const std::string_view word : {"yep", "okeydokey", "alrighty", "aww", "oh", "ah", "eek", "oops"})
        for (const auto& disguise : disguises()) {
            const auto worn = disguise.put_on(word);
            CAPTURE(std::string(disguise.name));
            CAPTURE(worn);
            const auto text = fmt::format("A: {}, let me check that for you.", worn);
            CHECK((is_noticed("language.jargon", text) || is_noticed("writing.spelling", text)));
        }
}

TEST_CASE("a brand or term in letters of another script never passes") {
    for (const std::string_view form :
         {"\u041E\u0420\u0420\u041E", "\u041EPPO", "O\u0420\u0420O", "OPP\u039F", "\u039F\u03A1\u03A1\u039F", "O\u0420\u200BPO",
          "\uFF2F\uFF30P\u041E", "\U0001D40E\U0001D40F\U0001D40F\U0001D40E", "\u041EPP\u00ADO", "\u0412luetooth", "\u0410ndroid",
          "Wh\u0430tsApp"}) {
        CAPTURE(std::string(form));
        const auto finding =
            test::judged("writing.brand_case", fmt::format("A: Thank you, {} is in stock today.", form), Channel::chat);
        CHECK(finding.verdict == Verdict::no);
    }
}

TEST_CASE("what only a machine sees does not make a brand wrong, nor does a hyphen or an apostrophe of another kind") {
    for (const std::string_view form :
         {"OPPO", "OP\u200BPO", "OP\u00ADPO", "OP\u2060PO", "OP\uFEFFPO", "\uFF2F\uFF30\uFF30\uFF2F", "Wi\u2011Fi",
          "OPPO\u2019s shop", "the caf\u00E9", "\u041C\u043E\u0441\u043A\u0432\u0430"}) {
        CAPTURE(std::string(form));
        const auto finding =
            test::judged("writing.brand_case", fmt::format("A: Thank you, {} is open today.", form), Channel::chat);
        CHECK(finding.verdict == Verdict::yes);
    }
}

TEST_CASE("names of other scripts, emoji and ordinary words that contain jargon raise no alarm") {
    std::vector<std::string> names;
    const std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> people = {
        {{"Анна", "Ольга", "Сергей", "Роман", "Остап", "Яков", "Нина"}, {"Сорока", "Попов", "Орлов", "Сидоренко", "Ухов", "Харко"}},
        {{"Γιάννης", "Αννα", "Κώστας", "Ζωή", "Νίκος"}, {"Νικολάου", "Ράπτης", "Παππάς", "Βέργης"}},
        {{"王", "李", "张", "刘", "陈", "杨"}, {"伟", "芳", "秀英", "建国", "晓燕"}},
        {{"山田", "佐藤", "鈴木"}, {"花子", "太郎", "さくら"}},
        {{"김", "이", "박"}, {"민준", "서연", "지훈"}},
        {{"محمد", "فاطمة", "علي", "نور"}, {"حسن", "أحمد", "العلي"}},
        {{"דוד", "רחל", "יוסף"}, {"כהן", "לוי", "מזרחי"}},
        {{"राज", "सुनीता", "अनिल"}, {"शर्मा", "कुमार", "वर्मा"}},
        {{"สมชาย", "มาลี", "วิชัย"}, {"ใจดี", "รักไทย"}},
        {{"Nguyễn", "Phạm", "Trần", "Lê"}, {"Yến", "Ánh", "Bé", "Hạnh", "Thủy", "Ngọc"}},
        {{"Zoë", "Anaïs", "Óscar", "Lúcia", "Renée", "Björk"}, {"Gonçalves", "Müller", "Åström", "García-Márquez", "Łukasik"}},
    };
    for (const auto& [first, second] : people)
        for (const auto& a : first)
            for (const auto& b : second) names.push_back(a + " " + b);
    CHECK(names.size() >= 200);
    for (const std::string_view text : {"\U0001F600 \U0001F44D\U0001F3FD", "\u2764\uFE0F",
                                        "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u24D8", "\u2122 \u00AE"})
        names.emplace_back(text);
    for (const auto& name : names) {
        CAPTURE(name);
        const auto text = fmt::format("A: Thank you, {}. I will check that for you now.", name);
        for (const auto* id : {"language.jargon", "conduct.rude", "writing.brand_case"}) {
            CAPTURE(std::string(id));
            const auto finding = test::judged(id, text, Channel::chat);
            CHECK(finding.verdict == Verdict::yes);
            CHECK(finding.listed.empty());
        }
    }
}

TEST_CASE("a thousand ordinary words that contain jargon are none") {
    std::set<std::string> words;
    for (const std::string_view name : {"misspellings.tsv", "clean-pages.jsonl", "clean-au.txt", "clean-uk.txt", "clean-us.txt"}) {
        std::ifstream file(TESTS_FOLDER "/corpora/spelling/" + std::string(name));
        REQUIRE(file.is_open());
        for (std::string line; std::getline(file, line);) {
            // Of a pair the right word.
            std::string_view rest = line;
            if (name == "misspellings.tsv") rest.remove_prefix(rest.rfind('\t') + 1);
            while (!rest.empty()) {
                constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
                const auto begin = std::min(rest.find_first_of(letters), rest.size());
                const auto size = std::min(rest.substr(begin).find_first_not_of(letters), rest.size() - begin);
                const auto word = rest.substr(begin, size);
                rest.remove_prefix(begin + size);
                for (const std::string_view jargon : {"oh", "ah", "ur", "np", "yo", "nah", "eek", "cool", "u"})
                    if (word.size() > jargon.size() + 2 && word.find(jargon) != std::string_view::npos) words.emplace(word);
            }
        }
    }
    CHECK(words.size() >= 1000);
    std::string text = "A:";
    for (const auto& word : words) text += " Please note the word " + word + ".";
    CHECK(test::judged("language.jargon", text, Channel::chat).verdict == Verdict::yes);
}
