// A summing-up shows by two signs: it says again what the customer said (shared content words), and it is marked as such, by
// how it begins ("as I understand it", "so the …") or by the question that follows it ("is that right?"). The clearer the
// mark, the fewer shared words are asked for: who sums up well does it in words of their own.

#include "query/summing_up.hpp"

#include "query/content.hpp"
#include <algorithm>
#include <unordered_set>

namespace motaudit {
namespace {

constexpr std::uint32_t short_question = 8; // words of a sentence that is nothing but the question behind a summing-up
constexpr std::size_t own_contents = 4;     // content words behind a clear lead-in that need none of the customer's

// What one sentence of the agent's holds.
struct Sentence {
    std::uint32_t first = 0, last = 0; // words [first, last)
    bool lead_in = false, restating = false, opening = false, confirmation = false, understood = false;
    bool denied = false, addressed = false, step = false, question = false, own = true;
    std::uint32_t lead_end = 0; // the word behind the lead-in
    std::size_t contents = 0;   // behind the lead-in
    std::size_t plain = 0;      // of them, those that are no items of identification
    std::size_t shared = 0;     // distinct, with what the customer said; items of identification left out
    bool identity = false;
};

bool asks(const Talk& talk, std::uint32_t turn, std::span<const Word> words, std::uint32_t last) {
    const auto& text = talk.turn(turn).text;
    const auto begin = words[last - 1].span.end;
    const auto end = last < words.size() ? words[last].span.begin : static_cast<std::uint32_t>(text.size());
    return text.substr(begin, end - begin).find('?') != std::string_view::npos;
}

// A list's matches in one turn, shared out to the sentences that hold them.
class Sorter {
public:
    Sorter(const Talk& talk, std::uint32_t turn, std::vector<Sentence>& sentences)
        : talk_(talk), turn_(turn), sentences_(sentences) {}

    template <class Mark>
    void each(std::span<const ListId> lists, Mark mark) const {
        for (const auto& match : talk_.said(lists, {.speaker = Speaker::agent, .from = turn_, .to = turn_ + 1})) {
            const auto at = std::ranges::upper_bound(sentences_, match.first, {}, &Sentence::first);
            if (at != sentences_.begin()) mark(*std::prev(at), match);
        }
    }

private:
    const Talk& talk_;
    std::uint32_t turn_;
    std::vector<Sentence>& sentences_;
};

class Finder {
public:
    Finder(const Talk& talk, const Concern& concern, const SummingUpLists& lists) : talk_(talk), concern_(concern), lists_(lists) {}

    std::vector<SummingUp> find() {
        const auto& blocks = talk_.blocks();
        std::size_t stepping = 0; // agent's blocks with steps since the customer last reported something
        bool customer_spoke = false;
        for (const auto& block : blocks) {
            if (block.speaker == Speaker::customer) {
                hear(block);
                customer_spoke = true;
                if (reports_in(block)) stepping = 0;
                continue;
            }
            steps_ = false;
            for (auto t = block.first; t <= block.last; ++t)
                if (talk_.turn(t).speaker == Speaker::agent && !talk_.turn(t).is_private && customer_spoke) look(t, stepping < 2);
            stepping += steps_ ? 1 : 0;
        }
        return std::move(found_);
    }

private:
    bool reports_in(const Block& block) const {
        return std::ranges::any_of(concern_.problems,
                                   [&](const Match& m) { return m.turn >= block.first && m.turn <= block.last; });
    }

    void hear(const Block& block) {
        for (auto t = block.first; t <= block.last; ++t) {
            if (talk_.turn(t).speaker != Speaker::customer || talk_.turn(t).is_private) continue;
            contents_.clear();
            const auto words = talk_.words(t);
            contents_of(talk_, t, 0, static_cast<std::uint32_t>(words.size()), contents_);
            for (const auto& c : contents_)
                if (words[c.word].kind != WordKind::number && !words[c.word].is(Word::name)) said_.insert(c.key);
        }
    }

    void look(std::uint32_t turn, bool before_solution) {
        const auto words = talk_.words(turn);
        sentences_.clear();
        for (std::uint32_t w = 0; w < words.size(); ++w) {
            if (w == 0 || words[w].sentence != words[w - 1].sentence) sentences_.push_back({.first = w});
            sentences_.back().last = w + 1;
            if (words[w].part != static_cast<std::uint8_t>(Part::own)) sentences_.back().own = false;
        }
        mark(turn, words);
        for (std::size_t i = 0; i < sentences_.size(); ++i) {
            steps_ |= sentences_[i].step;
            if (before_solution) judge(turn, i);
        }
    }

    void mark(std::uint32_t turn, std::span<const Word> words) {
        const Sorter sorter(talk_, turn, sentences_);
        const bool spoken = is_voice(talk_.channel());
        sorter.each(lists_.lead_ins, [](Sentence& s, const Match& m) {
            s.lead_in = true;
            s.lead_end = std::max(s.lead_end, m.last + 1);
        });
        sorter.each(lists_.restatings, [](Sentence& s, const Match&) { s.restating = true; });
        sorter.each(lists_.openings, [&](Sentence& s, const Match& m) { s.opening |= spoken || m.first - s.first <= 3; });
        sorter.each(lists_.confirmations, [&](Sentence& s, const Match& m) {
            // One word ("correct?") confirms only where it ends what is said.
            s.confirmation |= m.last > m.first || (m.last + 1 == s.last && m.first > s.first) || s.last - s.first == 1;
        });
        sorter.each(lists_.understood, [](Sentence& s, const Match&) { s.confirmation = s.understood = true; });
        sorter.each(lists_.denied, [](Sentence& s, const Match&) { s.denied = true; });
        sorter.each(lists_.addressed, [](Sentence& s, const Match&) { s.addressed = true; });
        sorter.each(lists_.steps, [](Sentence& s, const Match&) { s.step = true; });
        std::vector<Match> items;
        sorter.each(lists_.identity, [&](Sentence& s, const Match& m) {
            s.identity = true;
            items.push_back(m);
        });
        std::size_t item = 0;
        for (auto& s : sentences_) {
            s.question = asks(talk_, turn, words, s.last);
            contents_.clear();
            contents_of(talk_, turn, s.first, s.last, contents_);
            shared_.clear();
            for (const auto& c : contents_) {
                while (item < items.size() && items[item].last < c.word) ++item;
                const bool is_item = item < items.size() && items[item].first <= c.word;
                if (words[c.word].kind == WordKind::number || words[c.word].is(Word::name)) continue;
                if (c.word >= s.lead_end) {
                    ++s.contents;
                    s.plain += is_item ? 0 : 1;
                }
                if (!is_item && said_.contains(c.key)) shared_.insert(c.key);
            }
            s.shared = shared_.size();
        }
    }

    // The first sentence from which, behind its lead-in, there is enough said; a lead-in may end with a colon or a full stop.
    void judge(std::uint32_t turn, std::size_t at) {
        const auto& s = sentences_[at];
        if (!s.own || s.denied) return;
        const bool spoken = is_voice(talk_.channel());
        const auto* next = at + 1 < sentences_.size() && sentences_[at + 1].own ? &sentences_[at + 1] : nullptr;
        auto end = s.last;
        auto contents = s.contents;
        auto plain = s.plain;
        auto shared = s.shared;
        bool addressed = s.addressed, identity = s.identity;
        if (s.lead_in && (contents < 3 || shared == 0) && next && !next->denied && !next->step) {
            contents += next->contents;
            plain += next->plain;
            shared += next->shared;
            addressed |= next->addressed;
            identity |= next->identity;
            end = next->last;
        }
        const bool confirmed = s.confirmation || (next && next->confirmation && next->last - next->first <= short_question);
        const bool understood = s.understood || (next && next->understood && next->last - next->first <= short_question);
        const bool enough =
            (shared >= 2 && contents >= 2) || (shared >= 1 && contents >= 3 && !identity) || (addressed && plain >= own_contents);
        const bool is_one =
            (s.lead_in && enough && (!s.step || shared >= 2)) ||
            (s.restating && s.shared >= 2 && !s.step && (!s.question || confirmed || s.opening)) ||
            (confirmed && s.shared >= 2 && (s.addressed || s.shared >= 3) && !s.step) ||
            (understood && !s.step && !s.identity && s.plain >= 3 && (s.shared >= 1 || s.opening || s.restating)) ||
            (confirmed && s.opening && s.restating && !s.step && !s.identity && s.plain >= 2) ||
            (confirmed && s.opening && s.shared >= 1 && !s.step && !s.identity && s.plain >= 3) ||
            (s.opening && !s.step && s.shared >= (spoken ? 3U : 2U) && (s.addressed || s.question || s.shared >= 3));
        if (!is_one) return;
        if (next && end == s.last && next->confirmation && next->last - next->first <= short_question) end = next->last;
        if (!found_.empty() && found_.back().turn == turn && found_.back().last > s.first) return;
        found_.push_back({turn, s.first, end});
    }

    const Talk& talk_;
    const Concern& concern_;
    const SummingUpLists& lists_;
    std::unordered_set<std::uint64_t> said_ = {}, shared_ = {};
    std::vector<Content> contents_ = {};
    std::vector<Sentence> sentences_ = {};
    std::vector<SummingUp> found_ = {};
    bool steps_ = false;
};

} // namespace

std::vector<SummingUp> summings_up(const Talk& talk, const Concern& concern, const SummingUpLists& lists) {
    if (concern.elsewhere) return {};
    return Finder(talk, concern, lists).find();
}

} // namespace motaudit
