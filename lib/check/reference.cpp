// kind = "reference": the number of a case or order that is made in this contact is told to the customer.

#include "check/kinds.hpp"
#include "query/digits.hpp"
#include <algorithm>
#include <array>
#include <string>

namespace motaudit::checks {
namespace {

enum { made, nouns };
constexpr std::array settings = {
    Setting{.name = "made", .type = Setting::Type::lists, .required = true, .meaning = "words that tell that one is made"},
    Setting{.name = "nouns",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "what is numbered; a number shortly behind it is given"},
};

// The digits of a number at a word, '#' for each that is spoken; empty where there is none of enough digits.
std::string number_at(const Talk& talk, std::uint32_t turn, std::uint32_t word) {
    constexpr std::size_t enough = 3;
    if (talk.words(turn)[word].kind == WordKind::code) {
        std::string digits(talk.text(talk.words(turn)[word], turn));
        std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
        return digits;
    }
    auto number = digits_at(talk, turn, word);
    return number.digits.size() >= enough && !number.is_date ? std::move(number.digits) : std::string();
}

// In this sentence or the next.
std::string number_behind(const Talk& talk, const Match& noun) {
    constexpr std::uint32_t words_behind = 14;
    const auto words = talk.words(noun.turn);
    for (auto i = noun.last + 1; i < words.size() && i <= noun.last + words_behind; ++i) {
        if (words[i].sentence > talk.sentence(noun) + 1) break;
        if (auto number = number_at(talk, noun.turn, i); !number.empty()) return number;
    }
    return {};
}

// A number spoken by one and transcribed in digits for the other is known by its length alone.
bool is_same(std::string_view a, std::string_view b) {
    const bool spoken = a.find('#') != a.npos || b.find('#') != b.npos;
    return spoken ? a.size() == b.size() : a == b;
}

bool gave(const Talk& talk, std::string_view number, std::uint32_t before) {
    for (std::uint32_t t = 0; t < before; ++t) {
        if (talk.turn(t).speaker != Speaker::customer) continue;
        const auto size = static_cast<std::uint32_t>(talk.words(t).size());
        for (std::uint32_t i = 0; i < size; ++i)
            if (const auto theirs = number_at(talk, t, i); !theirs.empty() && is_same(theirs, number)) return true;
    }
    return false;
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto makings = talk.said(parameter[made].lists, {.speaker = Speaker::agent});
    for (const auto& noun : talk.said(parameter[nouns].lists, {.speaker = Speaker::agent})) {
        const auto number = number_behind(talk, noun);
        if (number.empty() || gave(talk, number, noun.turn)) continue; // what the customer gave is only read back
        finding.evidence.push_back(talk.evidence(noun));
        return finding.yes();
    }
    if (makings.empty()) return finding.not_applicable("no case or order was made");
    for (const auto& match : makings) finding.evidence.push_back(talk.evidence(match));
    finding.missing.emplace_back("its number");
    finding.no("made, but its number is not given");
}

} // namespace

const CheckKind reference_kind = {.name = "reference",
                                  .summary = "the number of a case or order that is made is given to the customer",
                                  .settings = settings,
                                  .judge = judge};

} // namespace motaudit::checks
