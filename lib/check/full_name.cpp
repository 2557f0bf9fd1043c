// kind = "full_name": a case record gives the customer's first and last name, or a note that the customer is unwilling (CD 1.1).

#include "check/kinds.hpp"
#include "query/items.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { fields, titles, notes, surnames, role_words };
constexpr std::array settings = {
    Setting{.name = "fields", .type = Setting::Type::lists, .required = true, .meaning = "the labels of the name"},
    Setting{.name = "titles",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "titles, which are no names: they may stand before or behind one"},
    Setting{.name = "notes",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "notes that the customer is unwilling to give it"},
    Setting{.name = "surnames",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "family names that are written before the given name without a space"},
    Setting{.name = "not_names", .type = Setting::Type::lists, .meaning = "words near a name that are none: 'customer', 'from'"},
};

struct Name {
    Span span = {};
    std::uint32_t words = 0;      // in letters that part words; initials do not count
    std::uint32_t ideographs = 0; // in a row
    bool family_name = false;     // the ideographs begin with one
};

bool is_ideograph(const Word& word) {
    return word.kind == WordKind::word && word.is(Word::not_ascii) && word.span.size() >= 3 && word.span.size() <= 4 &&
           !word.is(Word::spelled);
}

class NameReader {
public:
    NameReader(const Talk& talk, const Parameter& parameter, std::uint32_t turn)
        : talk_(talk), parameter_(parameter), turn_(turn) {}

    // The name that begins at a word: capitals in a row, or ideographs up to a title, a mark or a Latin word. In a field small
    // letters will do.
    Name at(std::uint32_t from, std::uint32_t end, bool in_field) const {
        constexpr std::uint32_t longest = 12; // words, titles among them
        end = std::min(end, from + longest);
        const auto words = talk_.words(turn_);
        const auto text = talk_.turn(turn_).text;
        Name name;
        for (auto i = from; i < end; ++i) {
            const auto& word = words[i];
            if (name.span.end != 0 &&
                !joins(text.substr(name.span.end, word.span.begin - std::min(name.span.end, word.span.begin))))
                break;
            if (is_of(talk_, parameter_[titles].lists, turn_, i)) {
                if (name.span.end != 0) break;
                continue;
            }
            if (is_of(talk_, parameter_[role_words].lists, turn_, i)) break;
            if (word.kind != WordKind::word) break;
            if (is_ideograph(word)) {
                if (name.ideographs == 0) name.family_name = begins_with_family_name(i);
                ++name.ideographs;
            } else if (word.is(Word::capital) || in_field || name.words > 0) {
                if (name.words == 0 && !in_field && !word.is(Word::capital)) break;
                if (name.words > 0 && !in_field && !word.is(Word::capital) && word.span.size() > 3)
                    break; // "bin", "de", "van" stand within a name
                if (word.span.size() > 1) ++name.words;
            } else
                break;
            if (name.span.end == 0) name.span.begin = word.span.begin;
            name.span.end = word.span.end;
        }
        return name;
    }

    bool is_full(const Name& name) const {
        if (name.words >= 2) return true;
        return name.ideographs >= 2 && (name.family_name || dotted(name));
    }

private:
    static bool joins(std::string_view between) {
        return between.size() <= 3 && between.find_first_not_of(" .'-\u00b7\u2027\u30fb\u00a0\u2019") == std::string_view::npos;
    }
    // 安娜·伊万诺娃: a foreign name in two parts.
    bool dotted(const Name& name) const {
        const auto text = talk_.turn(turn_).text.substr(name.span.begin, name.span.size());
        return text.find("\u00b7") != std::string_view::npos || text.find("\u30fb") != std::string_view::npos;
    }
    bool begins_with_family_name(std::uint32_t word) const {
        return is_of(talk_, parameter_[surnames].lists, turn_, word) &&
               !(word > 0 && is_of(talk_, parameter_[surnames].lists, turn_, word - 1));
    }

    const Talk& talk_;
    const Parameter& parameter_;
    std::uint32_t turn_;
};

std::uint32_t word_at(const Talk& talk, std::uint32_t turn, std::uint32_t byte) {
    const auto words = talk.words(turn);
    return static_cast<std::uint32_t>(std::ranges::lower_bound(words, byte, {}, [](const Word& w) { return w.span.begin; }) -
                                      words.begin());
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& record = record_of(talk);
    const auto finish = [&](std::uint32_t turn, const Name& name, bool full) {
        if (full) {
            finding.evidence.push_back({turn, name.span, {}});
            return finding.yes();
        }
        if (auto note = any_in(talk, parameter[notes].lists, whole(talk))) {
            finding.evidence.push_back(std::move(*note));
            return finding.yes("a note says that the customer is unwilling");
        }
        finding.no(name.span.empty() ? "no name in the record"
                                     : "not the first and the last name, and no note that the customer is unwilling");
        if (!name.span.empty()) finding.near.push_back({turn, name.span, {}});
        finding.missing.emplace_back(name.span.empty() ? "the first and the last name" : "the other one of first and last name");
    };
    std::optional<std::pair<std::uint32_t, Name>> seen;
    for (const auto& field : record.fields) {
        if (field.blank || std::ranges::find(parameter[fields].lists, field.label) == parameter[fields].lists.end()) continue;
        const auto turn = field.value.turn;
        const auto name = NameReader(talk, parameter, turn)
                              .at(word_at(talk, turn, field.value.span.begin), word_at(talk, turn, field.value.span.end), true);
        if (NameReader(talk, parameter, turn).is_full(name)) return finish(turn, name, true);
        if (!seen && !name.span.empty()) seen = {turn, name};
    }
    if (seen) return finish(seen->first, seen->second, false);
    // Free text: the name stands at the first title, behind it ("Ms Charlotte Ainsworth") or before it (王建国先生).
    for (const auto list : parameter[titles].lists)
        for (const auto& match : talk.matches(list)) {
            if (!holds(record.story, match.turn, talk.span(match))) continue;
            const NameReader reader(talk, parameter, match.turn);
            const auto end = static_cast<std::uint32_t>(talk.words(match.turn).size());
            auto name = reader.at(match.first, end, false);
            auto from = match.first;
            while (from > 0 && match.first - from < 4 && is_ideograph(talk.words(match.turn)[from - 1]) &&
                   !is_of(talk, parameter[role_words].lists, match.turn, from - 1))
                --from;
            if (name.span.empty() && from < match.first) name = reader.at(from, match.first, false);
            if (!name.span.empty()) return finish(match.turn, name, reader.is_full(name));
        }
    // Else behind the word for the customer.
    for (const auto list : parameter[role_words].lists)
        for (const auto& match : talk.matches(list)) {
            if (!holds(record.story, match.turn, talk.span(match))) continue;
            const NameReader reader(talk, parameter, match.turn);
            const auto name = reader.at(match.last + 1, static_cast<std::uint32_t>(talk.words(match.turn).size()), false);
            if (reader.is_full(name)) return finish(match.turn, name, true);
        }
    finish(0, {}, false);
}

} // namespace

const CheckKind full_name_kind = {
    .name = "full_name", .summary = "a case record gives first and last name", .settings = settings, .judge = judge};

} // namespace motaudit::checks
