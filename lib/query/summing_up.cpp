// A summing-up shows by two signs: it says again what the customer said (shared content words), and it is marked as such, by
// how it begins ("as I understand it", "so the …") or by the question that follows it ("is that right?"). The clearer the
// mark, the fewer shared words are asked for: who sums up well does it in words of their own. The customer's "yes" to it is
// as good a mark.
//
// Speech is often written down without a full stop, so a sentence is parted where a request, a step or a new beginning
// starts: what an agent asks or does in the same breath does not undo what was summed up before it.

#include "query/summing_up.hpp"

#include "query/content.hpp"
#include <algorithm>
#include <array>

namespace motaudit {
namespace {

constexpr std::uint32_t short_question = 8; // words of a clause that is nothing but the question behind a summing-up
constexpr std::uint32_t least_clause = 3;   // words before a cut; less is a beginning ("okay now", "sure so")
constexpr std::size_t own_contents = 4;     // content words behind a clear lead-in that need none of the customer's

enum class Sign : std::uint8_t {
    lead_in,
    restating,
    opening,
    confirmation,
    understood, // up to here a sign marks a summing-up; the others speak for or against one
    denied,
    addressed,
    step,
    identity,
    trouble
};

constexpr bool marks_summing_up(Sign sign) { return sign <= Sign::understood; }

struct Mark {
    std::uint32_t turn = 0;
    std::uint32_t first = 0, last = 0; // words, both included
    Sign sign = Sign::lead_in;
};

// A sentence of the agent's, or the part of one between two cuts.
struct Clause {
    std::uint32_t first = 0, last = 0; // words [first, last)
    bool lead_in = false, restating = false, opening = false;
    bool confirmation = false, understood = false; // understood: a question that nothing else asks ("have I got that right")
    bool denied = false, addressed = false, step = false, trouble = false, identity = false, own = true;
    std::uint32_t lead_end = 0; // the word behind the lead-in; 0 where that comes last ("…, as I understand it")
    std::span<const Mark> marks = {};
    bool weighed = false; // what follows is worked out, for few clauses
    bool question = false;
    std::size_t contents = 0; // behind the lead-in
    std::size_t plain = 0;    // of them, those that are no items of identification
    std::size_t shared = 0;   // distinct, with what the customer said; items of identification left out
};

bool asks(const Talk& talk, std::uint32_t turn, std::span<const Word> words, std::uint32_t last) {
    const auto& text = talk.turn(turn).text;
    const auto begin = words[last - 1].span.end;
    const auto end = last < words.size() ? words[last].span.begin : static_cast<std::uint32_t>(text.size());
    return end > begin && text.substr(begin, end - begin).find('?') != std::string_view::npos;
}

bool ends_sentence(std::span<const Word> words, std::uint32_t word) {
    return word + 1 == words.size() || words[word + 1].sentence != words[word].sentence;
}

// Names and numbers tell nothing of a concern; "my son" is no name.
bool tells(const Word& word) {
    const bool name = word.is(Word::name) && (word.is(Word::capital) || !word.is(Word::also_word));
    return word.kind != WordKind::number && !name;
}

// What the customer said, gathered when it is first asked for: each key with the turns that have it.
class Heard {
public:
    explicit Heard(const Talk& talk) : talk_(talk) {}

    bool before(std::uint32_t turn, std::uint64_t key) {
        if (!gathered_) gather();
        const auto at = std::ranges::lower_bound(keys_, key, {}, &Key::key);
        return at != keys_.end() && at->key == key && at->turn < turn;
    }

    bool in(std::uint32_t turn, std::uint64_t key) {
        if (!gathered_) gather();
        return std::ranges::binary_search(keys_, Key{key, turn});
    }

private:
    void gather() {
        gathered_ = true;
        std::vector<Content> contents;
        for (std::uint32_t t = 0; t < talk_.turn_count(); ++t) {
            if (talk_.turn(t).speaker != Speaker::customer || talk_.turn(t).is_private) continue;
            const auto words = talk_.words(t);
            contents.clear();
            contents_of(talk_, t, 0, static_cast<std::uint32_t>(words.size()), contents);
            for (const auto& c : contents)
                if (tells(words[c.word])) keys_.push_back({c.key, t});
        }
        std::ranges::sort(keys_);
    }

    struct Key {
        std::uint64_t key = 0;
        std::uint32_t turn = 0;
        auto operator<=>(const Key&) const = default;
    };
    const Talk& talk_;
    bool gathered_ = false;
    std::vector<Key> keys_ = {};
};

class Finder {
public:
    Finder(const Talk& talk, const Concern& concern, const SummingUpLists& lists, std::vector<SummingUp>& found)
        : talk_(talk), concern_(concern), affirmations_(lists.affirmations), said_(talk), found_(found) {
        gather(lists.lead_ins, Sign::lead_in);
        gather(lists.restatings, Sign::restating);
        gather(lists.openings, Sign::opening);
        gather(lists.confirmations, Sign::confirmation);
        gather(lists.understood, Sign::understood);
        if (marks_.empty()) return; // most conversations: there is nothing to look at
        const std::array trouble = {talk.list(Role::problem), talk.list(Role::problem_negated)};
        gather(lists.denied, Sign::denied);
        gather(lists.addressed, Sign::addressed);
        gather(lists.steps, Sign::step);
        gather(lists.identity, Sign::identity);
        gather(trouble, Sign::trouble);
        std::ranges::sort(marks_, [](const Mark& a, const Mark& b) {
            return a.turn != b.turn ? a.turn < b.turn : a.first != b.first ? a.first < b.first : a.sign < b.sign;
        });
    }

    void find() {
        if (marks_.empty()) return;
        std::size_t stepping = 0; // agent's blocks with steps since the customer last reported something
        bool customer_spoke = false;
        for (const auto& block : talk_.blocks()) {
            if (block.speaker == Speaker::customer) {
                customer_spoke = true;
                if (reports_in(block)) stepping = 0;
                continue;
            }
            steps_ = false;
            block_ = &block;
            for (auto t = block.first; t <= block.last; ++t)
                if (talk_.turn(t).speaker == Speaker::agent && !talk_.turn(t).is_private && customer_spoke) look(t, stepping < 2);
            stepping += steps_ ? 1 : 0;
        }
    }

private:
    void gather(std::span<const ListId> lists, Sign sign) {
        for (const auto list : lists)
            for (const auto& m : talk_.said(list, {.speaker = Speaker::agent})) marks_.push_back({m.turn, m.first, m.last, sign});
    }

    bool reports_in(const Block& block) {
        const auto& problems = concern_.problems;
        while (problem_ < problems.size() && problems[problem_].turn < block.first) ++problem_;
        return problem_ < problems.size() && problems[problem_].turn <= block.last;
    }

    void look(std::uint32_t turn, bool before_solution) {
        while (mark_ < marks_.size() && marks_[mark_].turn < turn) ++mark_;
        auto end = mark_;
        while (end < marks_.size() && marks_[end].turn == turn) ++end;
        const auto marks = std::span(marks_).subspan(mark_, end - mark_);
        mark_ = end;
        steps_ |= std::ranges::any_of(marks, [](const Mark& m) { return m.sign == Sign::step; });
        if (!before_solution || std::ranges::none_of(marks, marks_summing_up, &Mark::sign)) return;
        part(turn, marks);
        sign(marks);
        for (std::size_t i = 0; i < clauses_.size(); ++i) judge(turn, i);
    }

    // The turn's clauses.
    void part(std::uint32_t turn, std::span<const Mark> marks) {
        const auto words = talk_.words(turn);
        const bool spoken = is_voice(talk_.channel());
        clauses_.clear();
        std::size_t next = 0;
        std::uint32_t lead_end = 0; // nothing is cut within a beginning
        for (std::uint32_t w = 0; w < words.size(); ++w) {
            bool cut = w == 0 || words[w].sentence != words[w - 1].sentence;
            for (; next < marks.size() && marks[next].first <= w; ++next) {
                const auto sign = marks[next].sign;
                const bool begins =
                    (sign == Sign::lead_in && !ends_sentence(words, marks[next].last)) || (sign == Sign::opening && spoken);
                if (!cut && w >= lead_end && (begins || sign == Sign::denied || sign == Sign::step))
                    cut = w - clauses_.back().first >= least_clause;
                if (begins) lead_end = std::max(lead_end, marks[next].last + 1);
            }
            if (cut) clauses_.push_back({.first = w});
            clauses_.back().last = w + 1;
            if (words[w].part != static_cast<std::uint8_t>(Part::own)) clauses_.back().own = false;
        }
    }

    void sign(std::span<const Mark> marks) {
        std::size_t next = 0;
        for (auto& c : clauses_) {
            const auto first = next;
            for (; next < marks.size() && marks[next].first < c.last; ++next) sign(c, marks[next]);
            c.marks = marks.subspan(first, next - first);
        }
    }

    void sign(Clause& c, const Mark& m) const {
        switch (m.sign) {
        case Sign::lead_in:
            c.lead_in = true;
            if (m.last + 1 < c.last || m.first < c.first + least_clause) c.lead_end = std::max(c.lead_end, m.last + 1);
            break;
        case Sign::restating:
            c.restating = true;
            break;
        case Sign::opening:
            c.opening |= is_voice(talk_.channel()) || m.first - c.first <= least_clause;
            break;
        case Sign::confirmation: // a word or two ("correct?", "is it?") confirm only where they end what is said
            c.confirmation |= m.last > m.first + 1 || (m.last + 1 >= c.last && m.first > c.first) || c.last - c.first <= 2;
            break;
        case Sign::understood:
            c.confirmation = c.understood = true;
            break;
        case Sign::denied:
            c.denied = true;
            break;
        case Sign::addressed:
            c.addressed = true;
            break;
        case Sign::step:
            c.step = true;
            break;
        case Sign::identity:
            c.identity = true;
            break;
        case Sign::trouble:
            c.trouble = true;
            break;
        }
    }

    void weigh(std::uint32_t turn, Clause& clause) {
        if (clause.weighed) return;
        clause.weighed = true;
        const auto words = talk_.words(turn);
        clause.question = asks(talk_, turn, words, clause.last);
        const auto marks = clause.marks;
        contents_.clear();
        contents_of(talk_, turn, clause.first, clause.last, contents_);
        shared_.clear();
        std::size_t item = 0;
        bool of_concern = clause.identity; // "change my address": the item is what the concern is about
        for (const auto& c : contents_) {
            while (item < marks.size() && (marks[item].sign != Sign::identity || marks[item].last < c.word)) ++item;
            bool is_item = item < marks.size() && marks[item].first <= c.word;
            if (is_item) {
                is_item = !concern_.stated || !said_.in(concern_.turn, c.key);
                of_concern &= !is_item;
            }
            if (!tells(words[c.word])) continue;
            if (c.word >= clause.lead_end) {
                ++clause.contents;
                clause.plain += is_item ? 0 : 1;
            }
            if (!is_item && said_.before(turn, c.key)) shared_.push_back(c.key);
        }
        if (of_concern) clause.identity = false;
        std::ranges::sort(shared_);
        clause.shared = static_cast<std::size_t>(std::unique(shared_.begin(), shared_.end()) - shared_.begin());
    }

    // "So the camera photos come out blurred." "yes since one week"
    bool affirmed(std::uint32_t turn, std::size_t at) const {
        const auto* const next = block_ + 1;
        if (turn != block_->last || next == talk_.blocks().data() + talk_.blocks().size()) return false;
        const auto words = talk_.words(turn);
        for (auto later = at + 1; later < clauses_.size(); ++later) // which the answer may be to
            if (!clauses_[later].confirmation && asks(talk_, turn, words, clauses_[later].last)) return false;
        const Where there{.speaker = Speaker::customer, .from = next->first, .to = next->first + 1};
        return std::ranges::any_of(affirmations_, [&](ListId list) {
            const auto said = talk_.said(list, there);
            return !said.empty() && said.front().first == 0;
        });
    }

    // The first clause from which, behind its lead-in, there is enough said; a lead-in may end with a colon or a full stop.
    void judge(std::uint32_t turn, std::size_t at) {
        auto& c = clauses_[at];
        if (!c.own || c.denied) return;
        auto* const next = at + 1 < clauses_.size() && clauses_[at + 1].own ? &clauses_[at + 1] : nullptr;
        const bool asked = next && next->confirmation && next->last - next->first <= short_question;
        const bool confirmed = c.confirmation || asked;
        if (!c.lead_in && !c.restating && !c.opening && !confirmed) return; // nothing marks it
        weigh(turn, c);
        auto whole = c; // with what follows a bare lead-in
        if (c.lead_in && (c.contents < 3 || c.shared == 0) && next && !next->denied && !next->step) {
            weigh(turn, *next);
            whole.contents += next->contents;
            whole.plain += next->plain;
            whole.shared += next->shared;
            whole.addressed |= next->addressed;
            whole.identity |= next->identity;
            whole.last = next->last;
        }
        const bool understood = c.understood || (asked && next->understood);
        const bool telling = c.shared >= 1 && c.contents >= 3 && !c.identity;
        const bool enough = (whole.shared >= 2 && whole.contents >= 2) ||
                            (whole.shared >= 1 && whole.contents >= 2 && !whole.identity) ||
                            (whole.addressed && whole.plain >= (confirmed ? own_contents - 1 : own_contents));
        const bool led = c.lead_in && enough && (!c.step || whole.shared >= 2);
        const bool restated = c.restating && c.shared >= 2 && (!c.question || confirmed || c.opening);
        const bool checked = (confirmed && c.shared >= 2 && (c.addressed || c.opening || c.shared >= 3)) ||
                             (!c.identity && ((understood && c.plain >= 3 && (c.shared >= 1 || c.opening || c.restating)) ||
                                              (confirmed && c.opening && c.plain >= 3 && c.shared >= 1) ||
                                              (confirmed && c.opening && c.restating && c.plain >= 2) ||
                                              (confirmed && c.restating && c.shared >= 1 && c.plain >= (c.trouble ? 3 : 4))));
        const bool opened = c.opening && ((c.shared >= 2 && (c.addressed || c.question || c.shared >= 3)) ||
                                          (telling && c.addressed && (c.trouble || c.restating)));
        const auto tells = [](const Clause& of) { return of.plain >= 3 && (of.shared >= 1 || of.trouble) && !of.identity; };
        const bool agreed = (c.opening || c.restating || c.lead_in) && tells(c.lead_in ? whole : c) && affirmed(turn, at);
        if (!led && (c.step || (!restated && !checked && !opened && !agreed))) return;
        if (asked && whole.last == c.last) whole.last = next->last;
        if (!found_.empty() && found_.back().turn == turn && found_.back().last > c.first) return;
        found_.push_back({turn, c.first, whole.last});
    }

    const Talk& talk_;
    const Concern& concern_;
    std::span<const ListId> affirmations_;
    Heard said_;
    std::vector<Mark> marks_ = {};
    std::size_t mark_ = 0, problem_ = 0;
    std::vector<Content> contents_ = {};
    std::vector<std::uint64_t> shared_ = {};
    std::vector<Clause> clauses_ = {};
    std::vector<SummingUp>& found_;
    const Block* block_ = nullptr; // of the agent's, that is looked at
    bool steps_ = false;
};

} // namespace

bool SummingUpLists::operator==(const SummingUpLists& other) const {
    const auto all = [](const SummingUpLists& of) {
        return std::array{of.lead_ins, of.restatings, of.openings, of.confirmations, of.understood,
                          of.denied,   of.addressed,  of.identity, of.steps,         of.affirmations};
    };
    return std::ranges::equal(all(*this), all(other), [](const auto& a, const auto& b) { return std::ranges::equal(a, b); });
}

const std::vector<SummingUp>& summings_up(const Talk& talk, const SummingUpLists& lists) {
    return talk.once(
        +[](const Talk& of, const SummingUpLists& by, std::vector<SummingUp>& found) {
            found.clear();
            const auto& concern = concern_of(of);
            if (!concern.elsewhere) Finder(of, concern, by, found).find();
        },
        lists);
}

} // namespace motaudit
