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
    std::vector<Match> said(ListId list, const Where& where) const;
    std::vector<Match> said(std::span<const ListId> lists, const Where& where) const; // in the order of the conversation
    bool says(ListId list, const Where& where) const;
    ListId list(Role role) const { return standard_.roles[static_cast<std::size_t>(role)]; }

    Span span(const Match& match) const; // in the text of its turn
    const Word& first(const Match& match) const { return words(match.turn)[match.first]; }
    std::uint32_t sentence(const Match& match) const { return first(match).sentence; }
    std::span<const Word> sentence_words(std::uint32_t turn, std::uint32_t sentence) const;
    Evidence evidence(const Match& match, std::string note = {}) const;

    // The block that holds a turn; blocks().size() where none does.
    std::size_t block_of(std::uint32_t turn) const;
    std::vector<std::size_t> blocks_of(Speaker speaker) const; // indexes into blocks()

    // The answer to a question that several checks ask, worked out once for a conversation: `holds_of` and its like are
    // written by it.
    template <class Answer>
    const Answer& once(Answer (*work_out)(const Talk&)) const {
        const auto key = reinterpret_cast<void (*)()>(work_out);
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            if (kept_[i].question != key) continue;
            auto& answer = *static_cast<Answer*>(kept_[i].answer.get());
            if (kept_[i].of != opened_) answer = work_out(*this); // which may ask questions of its own
            kept_[i].of = opened_;
            return answer;
        }
        auto answer = std::make_shared<Answer>(work_out(*this));
        kept_.push_back({key, opened_, answer});
        return *answer;
    }

    bool is_name_like(std::uint32_t turn, const Word& word) const; // could be somebody's name, by its look

private:
    void mark_parts(std::uint32_t turn);

    const Standard& standard_;
    const Conversation* conversation_ = nullptr;
    WordsOfTurns words_ = {};
    bool detailed_ = true;
    bool speaks_standard_ = true;
    std::vector<Block> blocks_ = {};
    struct Kept {
        void (*question)() = nullptr;
        std::uint64_t of = 0; // the conversation it is the answer for, counted from the first
        std::shared_ptr<void> answer = {};
    };
    mutable std::vector<Kept> kept_ = {};
    std::uint64_t opened_ = 0;
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
};

} // namespace motaudit
