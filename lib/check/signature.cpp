// kind = "signature": a letter ends with the agent's name, the brand's team and a way to reach it (SOP 1.11).

#include "check/kinds.hpp"
#include "query/name_words.hpp"
#include "query/talk.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { team, contact };
constexpr std::array settings = {
    Setting{.name = "team", .type = Setting::Type::lists, .required = true, .meaning = "the brand's team or department"},
    Setting{.name = "contact", .type = Setting::Type::lists, .meaning = "ways to reach it beside links, addresses and numbers"},
};

// The words of a letter's signature: the part that is one, else its last lines.
struct Signature {
    const Talk& talk;
    std::uint32_t turn;
    std::size_t begin = 0, end = 0; // words of the turn

    Signature(const Talk& a_talk, std::uint32_t a_turn) : talk(a_talk), turn(a_turn) {
        constexpr int last_lines = 5;
        const auto words = talk.words(turn);
        const auto is_part = [&](std::size_t i, Part part) { return words[i].part == static_cast<std::uint8_t>(part); };
        end = words.size();
        while (end > 0 && !is_part(end - 1, Part::signature)) --end;
        if (end == 0) {
            end = words.size();
            while (end > 0 && !is_part(end - 1, Part::own)) --end;
            begin = end;
            for (int lines = 0; begin > 0 && is_part(begin - 1, Part::own) && lines < last_lines;)
                if (words[--begin].is(Word::line_start)) ++lines;
            return;
        }
        begin = end;
        while (begin > 0 && is_part(begin - 1, Part::signature)) --begin;
    }

    std::span<const Word> words() const { return talk.words(turn).subspan(begin, end - begin); }

    bool says(std::span<const ListId> lists) const {
        return std::ranges::any_of(lists, [&](ListId list) {
            return std::ranges::any_of(talk.matches(list), [&](const Match& match) {
                return match.turn == turn && match.first >= begin && match.last < end;
            });
        });
    }

    // The agent's name, or where that is not known a line made of names.
    bool names_agent() const {
        const auto known = name_words(talk.conversation().agent);
        bool line_of_names = false;
        std::size_t in_line = 0;
        for (const auto& word : words()) {
            if (word.kind == WordKind::placeholder) return true;
            if (std::ranges::find(known, folded(talk.text(word, turn), true)) != known.end()) return true;
            if (word.is(Word::line_start)) {
                if (line_of_names && in_line > 0 && in_line < 4 && known.empty()) return true;
                line_of_names = true;
                in_line = 0;
            }
            line_of_names = line_of_names && word.kind == WordKind::word && talk.is_name_like(turn, word);
            ++in_line;
        }
        return line_of_names && in_line > 0 && in_line < 4 && known.empty();
    }

    bool reaches() const {
        constexpr std::size_t digits_of_a_number = 6;
        std::size_t digits = 0;
        for (const auto& word : words()) {
            if (word.kind == WordKind::link || word.kind == WordKind::address || word.kind == WordKind::handle) return true;
            if (word.is(Word::line_start)) digits = 0;
            if (word.kind != WordKind::number && word.kind != WordKind::code) continue;
            for (const char c : talk.text(word, turn)) digits += c >= '0' && c <= '9';
            if (digits >= digits_of_a_number) return true;
        }
        return false;
    }
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    bool any = false;
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t) {
        const auto& turn = talk.turn(t);
        if (turn.speaker != Speaker::agent || turn.is_private || turn.text.empty()) continue;
        any = true;
        const Signature signature(talk, t);
        finding.missing.clear();
        if (!signature.names_agent()) finding.missing.push_back("your name");
        for (const auto list : parameter[team].lists)
            if (!signature.says({&list, 1})) finding.missing.push_back(talk.standard().lexicon.list(list).title);
        if (!signature.reaches() && !signature.says(parameter[contact].lists)) finding.missing.push_back("a way to reach the team");
        if (const auto words = signature.words(); !words.empty())
            finding.evidence = {{.turn = t, .span = {words.front().span.begin, words.back().span.end}}};
        if (!finding.missing.empty()) return finding.no("the signature is not complete");
    }
    return any ? finding.yes() : finding.not_visible("no letter of the agent's");
}

} // namespace

const CheckKind signature_kind = {.name = "signature",
                                  .summary = "a letter ends with the agent's name, the brand's team and a way to reach it",
                                  .settings = settings,
                                  .judge = judge};

} // namespace motaudit::checks
