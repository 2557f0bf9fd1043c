// kind = "spelling": the agent's own words hold at most a few misspellings.

#include "check/kinds.hpp"
#include "check/suggestions.hpp"
#include "query/own_words.hpp"
#include "text/casing.hpp"
#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <unordered_set>

namespace motaudit::checks {
namespace {

enum { at_most, not_counted, real_words, prefixes, always_wrong };
constexpr std::array settings = {
    Setting{.name = "at_most", .type = Setting::Type::number, .meaning = "how many are allowed", .fallback = 2, .stricter = -1},
    Setting{.name = "not_counted", .type = Setting::Type::lists, .meaning = "lists whose words another check judges"},
    Setting{.name = "real_words",
            .type = Setting::Type::lists,
            .meaning = "lists of slips that make another real word: shown to a person, not counted"},
    Setting{.name = "prefixes", .type = Setting::Type::texts, .meaning = "what may stand before a hyphen without being a word"},
    Setting{.name = "always_wrong", .type = Setting::Type::texts, .meaning = "words of the dictionary that are slips here"},
};

// The words of this conversation that are somebody's or something's name: how the customer wrote them, and who takes part.
class Names {
public:
    explicit Names(const Talk& talk) : talk_(talk) {}

    // What the customer wrote with a capital before this turn, or the agent writes with one after the customer wrote it in any
    // case. Few conversations ask: only then are names gathered, and the customer's words up to there.
    bool hold(std::uint32_t turn, const Word& word, std::string_view text) {
        if (!gathered_) gather();
        for (; heard_to_ < turn; ++heard_to_)
            if (talk_.turn(heard_to_).speaker == Speaker::customer) hear(heard_to_);
        if (capitals_.contains(word.hash) || (word.is(Word::capital) && heard_.contains(word.hash))) return true;
        const auto plain = folded(text, true);
        return std::ranges::any_of(names_, [&](const std::string& name) { return name == plain || near(name, plain); });
    }

private:
    void gather() {
        gathered_ = true;
        for (const auto name : {talk_.conversation().agent, talk_.conversation().customer}) add(name);
        for (const auto& turn : talk_.conversation().turns) add(turn.name);
    }

    void hear(std::uint32_t turn) {
        for (const auto& word : talk_.words(turn)) {
            if (word.kind != WordKind::word || word.is(Word::spelled)) continue;
            heard_.insert(word.hash);
            if (word.is(Word::capital)) capitals_.insert(word.hash);
        }
    }

    void add(std::string_view name) {
        while (!name.empty()) {
            const auto part = name.substr(0, name.find_first_of(" -,."));
            if (part.size() > 1) names_.push_back(folded(part, true));
            name.remove_prefix(std::min(name.size(), part.size() + 1));
        }
    }

    // A name misspelt: the same letters in another order, or one more, less or other.
    static bool near(std::string_view a, std::string_view b) {
        if (a.size() > b.size()) std::swap(a, b);
        if (b.size() - a.size() > 1 || a.size() < 3) return false;
        const auto front = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
        std::size_t back = 0;
        while (back < a.size() - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
        const auto left_a = a.size() - front - back, left_b = b.size() - front - back;
        if (left_a <= 1 && left_b <= 1) return true;
        return left_a == left_b && std::ranges::is_permutation(a, b);
    }

    const Talk& talk_;
    bool gathered_ = false;
    std::uint32_t heard_to_ = 0; // the turns whose words are known
    std::vector<std::string> names_ = {};
    std::unordered_set<std::uint64_t> heard_ = {}, capitals_ = {};
};

// "soooo" is drawn out, not misspelt; "lesss" is a slip.
bool drawn_out(const Talk& talk, std::string_view word) {
    std::string twice;
    std::size_t longest = 1, run = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        run = i > 0 && (word[i] | 0x20) == (word[i - 1] | 0x20) ? run + 1 : 1;
        longest = std::max(longest, run);
        if (run <= 2) twice += word[i];
    }
    return longest >= 4 || (longest == 3 && !talk.standard().speller.knows(twice));
}

// A few small words, however they are written. Folding keeps the length of plain letters: that and the first letter tell nearly
// every other word apart.
class FewWords {
public:
    explicit FewWords(const std::vector<std::string>& words) : words_(words) {
        for (const auto& word : words)
            if (!word.empty()) looks_.set(look_of(word));
    }

    bool hold(std::string_view text, const Word& word) const {
        if (!word.is(Word::not_ascii) && !looks_.test(look_of(text))) return false;
        return std::ranges::find(words_, folded(text)) != words_.end();
    }

private:
    static std::size_t look_of(std::string_view text) {
        return (static_cast<unsigned char>(text[0]) & 31u) << 5 | (text.size() & 31u);
    }
    const std::vector<std::string>& words_;
    std::bitset<1024> looks_ = {};
};

bool is_latin(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct Judgement {
    const Talk& talk;
    const FewWords& wrong;
    const FewWords& before_hyphens;
    Names& names;

    bool is_misspelt(std::uint32_t turn, std::span<const Word> words, std::size_t at) const {
        const auto& word = words[at];
        if (word.kind != WordKind::word || word.is(Word::second_half) || word.is(Word::filler) || word.is(Word::disguised))
            return false;
        if (!is_own(word) || word.span.size() < 2) return false;
        const auto text = talk.text(word, turn);
        if (word.is(Word::spelled))
            return (!word.is(Word::capital) || word.is(Word::sentence_start)) && wrong.hold(text, word) &&
                   !names.hold(turn, word, text);
        if (word.is(Word::name) || !is_latin(text)) return false;
        const bool first_only =
            word.is(Word::capital) && std::ranges::none_of(text.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (word.is(Word::capital) && !first_only) return false; // a short form, a product's name
        if (!word.is(Word::capital) && std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; })) return false;
        if (word.is(Word::capital) && !word.is(Word::slip)) return false;
        if (word.is(Word::capital) && !word.is(Word::sentence_start) && !word.is(Word::line_start) && text.size() < 6) return false;
        if (word.is(Word::hyphen_after) && before_hyphens.hold(text, word)) return false;
        // "cambridge": a name in small letters is no misspelling.
        if (!word.is(Word::capital) && talk.standard().speller.knows(with_capital(text))) return false;
        if ((word.is(Word::hyphen_before) || word.is(Word::hyphen_after)) && whole_is_known(turn, words, at)) return false;
        const auto& body = talk.turn(turn).text;
        if (word.span.begin > 0 && body[word.span.begin - 1] == '&') return false; // "&amp;"
        return !drawn_out(talk, text) && !names.hold(turn, word, text);
    }

    // "re-optimises": the compound as it is written.
    bool whole_is_known(std::uint32_t turn, std::span<const Word> words, std::size_t at) const {
        auto first = at, last = at;
        while (first > 0 && words[first].is(Word::hyphen_before)) --first;
        while (last + 1 < words.size() && words[last].is(Word::hyphen_after)) ++last;
        return talk.standard().speller.knows(
            talk.turn(turn).text.substr(words[first].span.begin, words[last].span.end - words[first].span.begin));
    }
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    std::vector<Match> judged_elsewhere = talk.said(parameter[not_counted].lists, {.speaker = Speaker::agent});
    const auto elsewhere = [&](std::uint32_t turn, std::size_t at) {
        return std::ranges::any_of(judged_elsewhere,
                                   [&](const Match& m) { return m.turn == turn && m.first <= at && at <= m.last; });
    };
    Names names(talk);
    const FewWords wrong(parameter[always_wrong].texts), before_hyphens(parameter[prefixes].texts);
    const Judgement judgement{talk, wrong, before_hyphens, names};
    Suggestions suggestions(talk);
    for (std::uint32_t turn = 0; turn < talk.turn_count(); ++turn) {
        if (!is_agents(talk, turn)) continue;
        const auto words = talk.words(turn);
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (words[at].is(Word::disguised) && is_own(words[at]))
                finding.listed.push_back({turn, words[at].span, "look-alike or invisible characters"});
            if (!judgement.is_misspelt(turn, words, at) || elsewhere(turn, at)) continue;
            finding.evidence.push_back(
                {turn, words[at].span, talk.detailed() ? suggestions.of(talk.text(words[at], turn)) : std::string()});
        }
    }
    for (const auto& match : talk.said(parameter[real_words].lists, {.speaker = Speaker::agent}))
        finding.listed.push_back(talk.evidence(match, talk.standard().lexicon.list(match.list).phrases[match.phrase].note));
    const auto slips = finding.evidence.size();
    if (static_cast<double>(slips) <= parameter[at_most].number)
        return finding.yes(slips == 0 ? "" : slips == 1 ? "1 misspelling" : std::to_string(slips) + " misspellings");
    finding.no(std::to_string(slips) + " misspellings");
}

} // namespace

const CheckKind spelling_kind = {
    .name = "spelling", .summary = "the agent's words are spelled right", .settings = settings, .judge = judge};

} // namespace motaudit::checks
