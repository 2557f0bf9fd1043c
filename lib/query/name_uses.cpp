// Where the agent addresses the customer: a name of the customer's that is not read back, and does not ask for the person. Names
// that are ordinary words as well ("Will", "May", "Joy") count where they stand as an address does.

#include "query/names.hpp"

#include "query/places.hpp"
#include <algorithm>

namespace motaudit {
namespace {

class Uses {
public:
    Uses(const Talk& talk, const CustomerName& name)
        : talk_(talk), name_(name), title_(talk, Role::name_title), particle_(talk, Role::name_particle),
          not_address_(talk, Role::name_not_address), not_address_behind_(talk, Role::name_not_address_behind),
          before_(talk, Role::vocative_before), not_before_(talk, Role::vocative_not_before),
          not_behind_(talk, Role::vocative_not_behind), seldom_behind_(talk, Role::vocative_seldom_behind) {}

    std::vector<Match> all(std::vector<Match>& others) {
        if (name_.words.empty() && name_.short_forms.empty()) return {};
        for (const auto* hashes : {&name_.words, &name_.short_forms})
            for (const auto hash : *hashes) bits_ |= bit_of(hash);
        for (std::uint32_t t = 0; t < talk_.turn_count(); ++t) {
            const auto& turn = talk_.turn(t);
            if (turn.speaker != Speaker::agent || turn.is_private) continue;
            const auto words = talk_.words(t);
            bool first = true;
            for (std::uint32_t i = 0; i < words.size(); ++i) {
                if (((bits_ & bit_of(words[i].hash)) == 0 && !words[i].is(Word::not_ascii)) || !is_name(t, i)) continue;
                if (first)
                    one_case_ = std::ranges::none_of(turn.text, [](char c) { return c >= 'A' && c <= 'Z'; }) ||
                                std::ranges::none_of(turn.text, [](char c) { return c >= 'a' && c <= 'z'; });
                first = false;
                const auto use = mention(t, i);
                i = use.last;
                if (!addresses(use)) {
                    if (is_plainly_name(use)) others.push_back(use);
                } else if (uses_.empty() || uses_.back().turn != t || talk_.sentence(uses_.back()) != talk_.sentence(use) ||
                           line_between(uses_.back(), use))
                    uses_.push_back(use);
            }
        }
        return std::move(uses_);
    }

private:
    static std::uint64_t bit_of(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 58); }

    bool is_name(std::uint32_t t, std::uint32_t i) const {
        const auto& word = talk_.words(t)[i];
        if (word.part != static_cast<std::uint8_t>(Part::own) || word.is(Word::second_half)) return false;
        if (word.kind != WordKind::word) return false;
        return std::ranges::find(name_.words, plain(t, word)) != name_.words.end() || is_short_form(t, i);
    }

    // "Beth" for Bethany, where no other person can be meant: the agent's own name may be the same.
    bool is_short_form(std::uint32_t t, std::uint32_t i) const {
        const auto& word = talk_.words(t)[i];
        if (!word.is(Word::name) || word.is(Word::also_word)) return false;
        const auto hash = plain(t, word);
        if (std::ranges::find(name_.short_forms, hash) == name_.short_forms.end()) return false;
        const auto agent = folded(talk_.conversation().agent, true);
        return hash_of(std::string_view(agent).substr(0, agent.find(' '))) != hash;
    }

    std::uint64_t plain(std::uint32_t t, const Word& word) const {
        return word.is(Word::not_ascii) ? hash_of(folded(talk_.text(word, t), true)) : word.hash;
    }

    // With the title before it, and all names and particles that follow.
    Match mention(std::uint32_t t, std::uint32_t i) const {
        const auto words = talk_.words(t);
        Match out{.turn = t, .first = i, .last = i};
        if (i > 0 && title_.holds(t, i - 1) && words[i - 1].sentence == words[i].sentence) out.first = i - 1;
        for (auto next = i + 1; next < words.size() && words[next].sentence == words[i].sentence; ++next) {
            if (marks_between(t, next)) break;
            if (is_name(t, next))
                out.last = next;
            else if (!particle_.holds(t, next))
                break;
        }
        return out;
    }

    // A line of its own is a message of its own: "thank you siti", "one moment siti".
    bool line_between(const Match& use, const Match& next) const {
        for (auto i = use.last + 1; i <= next.first; ++i)
            if (talk_.words(use.turn)[i].is(Word::line_start)) return true;
        return false;
    }

    std::string_view between(std::uint32_t t, std::uint32_t next) const {
        const auto words = talk_.words(t);
        const auto from = words[next - 1].span.end, to = words[next].span.begin;
        return to > from ? talk_.turn(t).text.substr(from, to - from) : std::string_view();
    }
    bool marks_between(std::uint32_t t, std::uint32_t next) const {
        return between(t, next).find_first_of(",;:!?()/") != std::string_view::npos ||
               between(t, next).find("\u2014") != std::string_view::npos ||
               between(t, next).find("\u2013") != std::string_view::npos || between(t, next).find(" - ") != std::string_view::npos;
    }

    bool begins_sentence(const Match& use) const {
        return use.first == 0 || talk_.words(use.turn)[use.first - 1].sentence != talk_.words(use.turn)[use.first].sentence;
    }
    bool ends_sentence(const Match& use) const {
        const auto words = talk_.words(use.turn);
        return use.last + 1 == words.size() || words[use.last + 1].sentence != words[use.last].sentence;
    }
    bool has_title(const Match& use) const { return title_.holds(use.turn, use.first) && use.first != use.last; }

    bool addresses(const Match& use) const {
        const auto words = talk_.words(use.turn);
        const auto& last = words[use.last];
        if (last.is(Word::quoted) || is_possessive(use)) return false;
        const bool mark_before = begins_sentence(use) || marks_between(use.turn, use.first);
        const bool mark_behind = ends_sentence(use) || marks_between(use.turn, use.last + 1);
        if (!mark_before && not_address_.ends_at(use.turn, use.first - 1)) return false;
        if (!ends_sentence(use) && not_address_behind_.at(use.turn, use.last + 1)) return false;
        if (is_spelled_out(use)) return false;
        if (use.first == use.last && std::ranges::find(name_.words, plain(use.turn, last)) == name_.words.end() && !mark_before &&
            !mark_behind && !before_.ends_at(use.turn, use.first - 1))
            return false;
        if (use.first != use.last || !is_word_name(use)) return true;
        return stands_as_address(use, mark_before, mark_behind);
    }

    bool is_possessive(const Match& use) const {
        const auto words = talk_.words(use.turn);
        const auto text = talk_.text(words[use.last], use.turn);
        if (use.last + 1 < words.size() && words[use.last + 1].is(Word::second_half) &&
            words[use.last + 1].span == words[use.last].span)
            return true;
        return text.ends_with("'s") || text.ends_with("’s");
    }

    // "Tran, T R A N"
    bool is_spelled_out(const Match& use) const {
        constexpr std::uint32_t letters = 3;
        const auto words = talk_.words(use.turn);
        for (std::uint32_t i = 1; i <= letters; ++i)
            if (use.last + i >= words.size() || talk_.text(words[use.last + i], use.turn).size() != 1 ||
                words[use.last + i].kind != WordKind::word)
                return false;
        return true;
    }

    bool is_word_name(const Match& use) const {
        const auto& word = talk_.words(use.turn)[use.last];
        return word.is(Word::also_word) || (word.is(Word::spelled) && !word.is(Word::name));
    }
    bool is_plainly_name(const Match& use) const {
        return !is_word_name(use) || use.first != use.last ||
               (talk_.words(use.turn)[use.first].is(Word::capital) && !one_case_ && !begins_sentence(use));
    }

    bool stands_as_address(const Match& use, bool mark_before, bool mark_behind) const {
        const auto t = use.turn;
        const auto& word = talk_.words(t)[use.last];
        const bool cue_before = use.first > 0 && before_.ends_at(t, use.first - 1);
        const auto begins_behind = [&](const Places& places) { return !mark_behind && places.at(t, use.last + 1); };
        const bool goes_on = begins_behind(not_behind_) || (!cue_before && begins_behind(seldom_behind_));
        if (word.is(Word::capital) && !one_case_) {
            // At a sentence's start any word has a capital: "Will, could you …" but not "Will you …".
            if (begins_sentence(use)) return mark_behind;
            if (mark_before) return !goes_on;
            const bool number_behind = !mark_behind && talk_.words(t)[use.last + 1].kind == WordKind::number;
            return !goes_on && !number_behind && (cue_before || !not_before_.ends_at(t, use.first - 1));
        }
        if (!one_case_ || goes_on) return false;
        if (begins_sentence(use)) return mark_behind && !ends_sentence(use);
        if (mark_before) return true;
        return cue_before || (ends_sentence(use) && !not_before_.ends_at(t, use.first - 1));
    }

    const Talk& talk_;
    const CustomerName& name_;
    Places title_, particle_, not_address_, not_address_behind_, before_, not_before_, not_behind_, seldom_behind_;
    std::vector<Match> uses_ = {};
    bool one_case_ = false;  // the turn is all in small letters, or all in capitals: neither shows a name
    std::uint64_t bits_ = 0; // a bit for each word that a name of the customer's is: nearly every word is none
};

} // namespace

std::vector<Match> name_uses(const Talk& talk, const CustomerName& name, std::vector<Match>& others) {
    return Uses(talk, name).all(others);
}

} // namespace motaudit
