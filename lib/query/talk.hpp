#pragma once

#include "model/conversation.hpp"
#include "model/finding.hpp"
#include "model/standard.hpp"
#include "query/roles.hpp"
#include "text/lexicon.hpp"
#include "text/words.hpp"
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace motaudit {

// Consecutive turns of one speaker, which count as one for windows such as "the agent's first two turns" (contract). Events,
// bots and private notes between them do not part them.
struct Block {
    Speaker speaker = Speaker::unknown;
    std::uint32_t first = 0; // turns [first, last], both included; others may lie between
    std::uint32_t last = 0;
};

// What part of a mail a word belongs to (Word::part). In other channels every word is the writer's own.
enum class Part : std::uint8_t { own, history, signature, head };

// Whose words, and where.
struct Where {
    Speaker speaker = Speaker::agent;
    std::uint32_t from = 0; // turns [from, to)
    std::uint32_t to = 0xffffffff;
    Part part = Part::own;
    bool quoted = false; // also words inside quotation marks
};

class Said;

// A conversation made ready for questions: its words, its phrases found, and what follows from them. One Talk is used for
// one conversation after another; it keeps its memory. What is asked for twice is worked out once.
class Talk {
public:
    explicit Talk(const Standard& standard);
    ~Talk();
    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;

    void open(const Conversation& conversation, bool detailed);

    const Conversation& conversation() const { return *conversation_; }
    const Standard& standard() const { return standard_; }
    Channel channel() const { return conversation_->channel; }
    bool detailed() const { return detailed_; }               // reasons and evidence are wanted, not just verdicts
    bool speaks_standard() const { return speaks_standard_; } // false: the standard holds no words of its language

    const Turn& turn(std::uint32_t index) const { return conversation_->turns[index]; }
    std::uint32_t turn_count() const { return static_cast<std::uint32_t>(conversation_->turns.size()); }
    std::span<const Word> words(std::uint32_t turn) const { return words_[turn]; }
    std::string_view text(const Word& word, std::uint32_t turn) const {
        return conversation_->turns[turn].text.substr(word.span.begin, word.span.size());
    }

    // Agent's and customer's blocks in order; private notes, events, bots and unknown speakers left out.
    std::span<const Block> blocks() const { return blocks_; }

    // Every place of a list, whoever said it, in order; guards applied.
    std::span<const Match> matches(ListId list) const;
    // Those of them that answer `where`. Private notes are never among them.
    Said said(ListId list, const Where& where) const;
    std::vector<Match> said(std::span<const ListId> lists, const Where& where) const;            // in the order of the conversation
    void said(std::span<const ListId> lists, const Where& where, std::vector<Match>& out) const; // the same, into memory kept
    bool says(ListId list, const Where& where) const;
    bool says(std::span<const ListId> lists, const Where& where) const; // any of them
    bool answers(const Match& match, const Where& where) const;
    ListId list(Role role) const { return standard_.roles[static_cast<std::size_t>(role)]; }

    Span span(const Match& match) const; // in the text of its turn
    const Word& first(const Match& match) const { return words(match.turn)[match.first]; }
    std::uint32_t sentence(const Match& match) const { return first(match).sentence; }
    std::span<const Word> sentence_words(std::uint32_t turn, std::uint32_t sentence) const;
    Evidence evidence(const Match& match, std::string note = {}) const;
    // Questions are answered of a tidy copy where the conversation is not tidy: what a finding points at, in the source.
    void point_at_source(Finding& finding) const;

    // The block that holds a turn; blocks().size() where none does.
    std::size_t block_of(std::uint32_t turn) const;
    std::span<const std::size_t> blocks_of(Speaker speaker) const; // the agent's or the customer's: indexes into blocks()

    // The answer to a question that several checks ask, worked out once for a conversation: `holds_of` and its like are
    // written by it. `work_out` finds the last conversation's answer, to be cleared and filled anew: its memory is kept. A
    // question with `about` is answered for the last one asked about.
    template <class Answer>
    const Answer& once(void (*work_out)(const Talk&, Answer&)) const {
        auto& kept = kept_answer<Answer>(work_out);
        if (kept.of != opened_) work_out(*this, kept.answer); // which may ask questions of its own
        kept.of = opened_;
        return kept.answer;
    }
    template <class About, class Answer>
    const Answer& once(void (*work_out)(const Talk&, const About&, Answer&), const About& about) const {
        auto& kept = kept_answer<std::pair<About, Answer>>(work_out);
        if (kept.of != opened_ || !(kept.answer.first == about)) {
            kept.answer.first = about;
            work_out(*this, about, kept.answer.second);
        }
        kept.of = opened_;
        return kept.answer.second;
    }

    bool is_name_like(std::uint32_t turn, const Word& word) const; // could be somebody's name, by its look

private:
    void mark_parts(std::uint32_t turn);

    template <class Answer>
    struct Kept {
        Answer answer = {};
        std::uint64_t of = 0; // the conversation it is the answer for, counted from the first
    };
    template <class Answer, class WorkOut>
    Kept<Answer>& kept_answer(WorkOut work_out) const {
        const auto question = reinterpret_cast<void (*)()>(work_out);
        for (const auto& [asked, answer] : kept_)
            if (asked == question) return *static_cast<Kept<Answer>*>(answer.get());
        const auto answer = std::make_shared<Kept<Answer>>();
        kept_.emplace_back(question, answer);
        return *answer;
    }

    const Standard& standard_;
    const Conversation* conversation_ = nullptr;
    WordsOfTurns words_ = {};
    bool detailed_ = true;
    bool speaks_standard_ = true;
    std::vector<Block> blocks_ = {};
    std::vector<std::size_t> agents_blocks_ = {}, customers_blocks_ = {};
    mutable std::vector<std::pair<void (*)(), std::shared_ptr<void>>> kept_ = {}; // each question, and its Kept<Answer>
    std::uint64_t opened_ = 0;
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
};

// The places of a list that answer a Where, in the order of the conversation. They are looked at as one walks over them:
// nothing is gathered, and who stops at the first does no more.
class Said {
public:
    Said(const Talk& talk, std::span<const Match> places, const Where& where) : talk_(talk), places_(places), where_(where) {}

    class Iterator {
    public:
        using value_type = Match;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        Iterator(const Said& said, const Match* at) : said_(&said), at_(at) { pass(); }

        const Match& operator*() const { return *at_; }
        const Match* operator->() const { return at_; }
        Iterator& operator++() {
            ++at_;
            pass();
            return *this;
        }
        Iterator operator++(int) {
            auto before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        void pass() {
            while (at_ != said_->last() && !said_->talk_.answers(*at_, said_->where_)) ++at_;
        }
        const Said* said_ = nullptr;
        const Match* at_ = nullptr;
    };
    Iterator begin() const { return {*this, places_.data()}; }
    Iterator end() const { return {*this, last()}; }

    bool empty() const { return begin() == end(); }
    const Match& front() const { return *begin(); }
    const Match& back() const {
        const auto* at = last() - 1;
        while (!talk_.answers(*at, where_)) --at;
        return *at;
    }

private:
    const Match* last() const { return places_.data() + places_.size(); }

    const Talk& talk_;
    std::span<const Match> places_;
    Where where_;
};

inline bool Talk::answers(const Match& match, const Where& where) const {
    if (match.turn < where.from || match.turn >= where.to) return false;
    const auto& one = turn(match.turn);
    if (one.speaker != where.speaker || one.is_private) return false;
    const auto& word = first(match);
    return word.part == static_cast<std::uint8_t>(where.part) && (where.quoted || !word.is(Word::quoted));
}

} // namespace motaudit
