// kind = "salutation": a letter's first line is the greeting of the script with the customer's given name, or with the words
// for a customer whose name is not known (SOP 1.1).

#include "check/kinds.hpp"
#include "query/customer_names.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { greeting, unknown, titles, family_first };
constexpr std::array settings = {
    Setting{.name = "greeting", .type = Setting::Type::lists, .required = true, .meaning = "the words before the name"},
    Setting{.name = "unknown", .type = Setting::Type::lists, .required = true, .meaning = "what stands for a name not known"},
    Setting{.name = "titles", .type = Setting::Type::lists, .meaning = "titles, which may stand before a given name"},
    Setting{.name = "family_first",
            .type = Setting::Type::texts,
            .meaning = "accounts whose customers' names are on file family name first",
            .fallback_text = "CN HK HU JP KR MO TW VN"},
};

// The words of the first line of a letter's own text, up to the mark that ends the salutation.
std::span<const Word> first_line(const Talk& talk, std::uint32_t turn) {
    const auto words = talk.words(turn);
    const auto text = talk.turn(turn).text;
    const auto begin = std::ranges::find(words, static_cast<std::uint8_t>(Part::own), &Word::part);
    auto end = begin;
    while (end != words.end()) {
        const auto from = (end++)->span.end;
        if (end == words.end()) break;
        const auto between = text.substr(from, std::max(end->span.begin, from) - from);
        if (end->is(Word::line_start) || between.find_first_of(",:!\n") != std::string_view::npos) break;
    }
    return {begin, end};
}

struct Letter {
    const Talk& talk;
    const Parameter& parameter;
    Finding& finding;
    const GivenNames& names;

    // Whether a list is said from the first of the words on; how many of them it takes.
    std::size_t begins(std::span<const Word> words, std::uint32_t turn, std::size_t setting) const {
        const auto all = talk.words(turn);
        for (const auto list : parameter[setting].lists)
            for (const auto& match : talk.matches(list))
                if (match.turn == turn && !words.empty() && &all[match.first] == &words.front())
                    return match.last - match.first + 1;
        return 0;
    }

    bool is_right(std::uint32_t turn) {
        const auto line = first_line(talk, turn);
        if (line.empty()) return fault(turn, {}, "no salutation");
        const Span span = {line.front().span.begin, line.back().span.end};
        const auto greets = begins(line, turn, greeting);
        if (greets == 0 || greets >= line.size()) return fault(turn, span, "another greeting than that of the script");
        auto rest = line.subspan(greets);
        const bool in_template = talk.channel() == Channel::template_;
        const bool filled_in = rest.front().kind == WordKind::placeholder;
        if (in_template && filled_in) return note(turn, span);
        if (const auto general = begins(rest, turn, unknown); general != 0 && general == rest.size())
            return names.known && !in_template ? fault(turn, span, "the customer's name is known") : note(turn, span);
        if (in_template || filled_in) return fault(turn, span, "neither a name nor the words for one not known");
        if (const auto title = begins(rest, turn, titles); title != 0 && title < rest.size()) rest = rest.subspan(title);
        const auto from = rest.front().span.begin;
        const auto name = joined_name(talk.turn(turn).text.substr(from, rest.back().span.end - from));
        if (names.known)
            return std::ranges::find(names.right, name) != names.right.end() ? note(turn, span)
                                                                             : fault(turn, span, "not the customer's first name");
        return fault(turn, span, "the customer's name is not known");
    }

    bool note(std::uint32_t turn, Span span) {
        finding.evidence.push_back({.turn = turn, .span = span});
        return true;
    }
    bool fault(std::uint32_t turn, Span span, const char* reason) {
        finding.evidence.clear();
        finding.evidence.push_back({.turn = turn, .span = span});
        finding.no(reason);
        if (talk.detailed()) finding.missing.push_back(wanted());
        return false;
    }
    std::string wanted() const {
        const auto& lexicon = talk.standard().lexicon;
        const auto& greets = lexicon.list(parameter[greeting].lists.front()).title;
        if (talk.channel() == Channel::template_) return greets + " with a placeholder for the first name";
        return names.known ? greets + " with the customer's first name" : lexicon.list(parameter[unknown].lists.front()).title;
    }
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& accounts = parameter[family_first].texts;
    const auto names = given_names(talk, std::ranges::find(accounts, talk.conversation().account) != accounts.end());
    Letter letter{talk, parameter, finding, names};
    bool any = false;
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t) {
        const auto& turn = talk.turn(t);
        if (turn.speaker != Speaker::agent || turn.is_private || turn.text.empty()) continue;
        any = true;
        if (!letter.is_right(t)) return;
    }
    return any ? finding.yes() : finding.not_visible("no letter of the agent's");
}

} // namespace

const CheckKind salutation_kind = {.name = "salutation",
                                   .summary = "a letter begins with the script's greeting and the customer's first name",
                                   .settings = settings,
                                   .judge = judge};

} // namespace motaudit::checks
