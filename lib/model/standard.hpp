#pragma once

#include "base/later.hpp"
#include "model/conversation.hpp"
#include "model/finding.hpp"
#include "text/lexicon.hpp"
#include "text/name_list.hpp"
#include "text/speller.hpp"
#include "text/term_index.hpp"
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

class Talk;
struct Parameter;

// A setting that a kind of check takes in `check = { kind = …, … }`.
struct Setting {
    enum class Type : std::uint8_t { flag, number, text, texts, lists };
    std::string_view name = {};
    Type type = Type::text;
    bool required = false;
    std::string_view meaning = {};       // one line, for the manual and for errors
    std::string_view choices = {};       // for text: the words allowed, "a|b|c"; empty = any
    double fallback = 0;                 // for number and flag: where it is not given
    std::string_view fallback_text = {}; // for text, texts and lists (names separated by spaces)
    // Which way is stricter, for a site standard laid over an HQ one: +1 a higher number (or true), -1 a lower one, 0 neither
    // (then a site may not change it, but may add to texts and lists).
    int stricter = 0;
};

// The value of a setting in one parameter, resolved: numbers read, list names looked up.
struct Value {
    bool given = false;
    double number = 0; // flags are 0 or 1
    std::string text = {};
    std::vector<std::string> texts = {}; // of lists: their names
    std::vector<ListId> lists = {};
};

// A kind of check: judges one parameter over one conversation. `judge` fills the finding and never fails.
using Judge = void (*)(const Talk& talk, const Parameter& parameter, Finding& finding);
struct CheckKind {
    std::string_view name = {};
    std::string_view summary = {};
    std::span<const Setting> settings = {};
    Judge judge = nullptr;
    bool looks_for_words = true; // na where the standard holds no words of the conversation's language
};

enum class Severity : std::uint8_t { non_fatal, fatal };
enum class Critical : std::uint8_t { CTQ, CTP };
inline std::string_view name_of(Severity s) { return s == Severity::fatal ? "fatal" : "non-fatal"; }
inline std::string_view name_of(Critical c) { return c == Critical::CTP ? "CTP" : "CTQ"; }

// A small conversation in a standard's file that must get this verdict.
struct Example {
    Verdict verdict = Verdict::na;
    std::string text = {};
    std::string path = {}; // where it stands
    std::size_t line = 0;
};

// One row of a standard for some channels. An id may have several rows, each for channels of its own.
struct Parameter {
    std::string id = {}, section = {}, title = {}, clause = {}, advice = {};
    std::string legend = {}; // when yes, no and na, for `explain`
    std::string ours = {};   // which of its numbers and choices no source gives; empty = none
    std::vector<Channel> channels = {};
    Severity severity = Severity::non_fatal;
    Critical critical = Critical::CTQ;
    double weight = 0;                // as written; in a channel the weights are scaled so that they add up to 100
    bool by_person = false;           // judge = "person": the tool says na, needs a person
    const CheckKind* check = nullptr; // null where by_person
    std::vector<Value> values = {};   // one for each of check->settings
    LaterList<Example> examples = {};
    std::string path = {}; // the file and line of the row
    std::size_t line = 0;

    bool applies_to(Channel channel) const;
    const Value& operator[](std::size_t setting) const { return values[setting]; }
};

// A service standard: what is judged, by which words, with which weights.
struct Standard {
    std::string name = {}, title = {}, version = {}, effective_from = {}, digest = {}, extends = {};
    std::string path = {};
    std::string brand = {};                      // what {brand} stands for where the conversation does not say
    std::vector<std::string> brand_aliases = {}; // other ways it is said: "o p p o"
    std::optional<double> pass_mark = {};
    std::vector<Parameter> parameters = {};
    std::vector<std::string> languages = {}; // whose words it holds: "en", "zh"
    std::string words_folder = {};           // inside each language's folder; empty = the language's usual words
    Lexicon lexicon = {};
    std::vector<ListId> roles = {}; // the lists that query/ asks for, by Role; no_list where absent
    LaterList<Term> terms = {};
    LaterList<std::string> words = {};      // right as they are, beside the dictionaries
    LaterList<std::string> names = {};      // given and family names
    LaterList<std::string> word_names = {}; // those of them that are ordinary words too: "Will", "Mark"
    // Made of these, and asked by all threads at once.
    Speller speller = {};
    NameList name_list = {};
    TermIndex term_index = {};

    bool has_channel(Channel channel) const;
    double weight_in(const Parameter& parameter, Channel channel) const; // out of 100
};

} // namespace motaudit
