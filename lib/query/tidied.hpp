#pragma once

#include "base/arena.hpp"
#include "model/conversation.hpp"
#include "model/finding.hpp"
#include "model/standard.hpp"
#include <span>
#include <string>
#include <vector>

namespace motaudit {

// A conversation as it would stand if it had been written tidily: characters that nobody sees are left out, odd spaces and
// letters of full width are plain, and a sentence sent in several messages is one turn. What is found in it is found in the
// source as well.
class Tidied {
public:
    explicit Tidied(const Standard& standard);

    // The conversation to judge: the given one where it is tidy already.
    const Conversation& open(const Conversation& source);

    // Where in the source a place lies; one that runs on over messages ends with the first.
    void to_source(Evidence& evidence) const;

private:
    // Bytes [begin, next piece's begin) of a turn's text, and what they come from.
    struct Piece {
        std::uint32_t begin = 0;
        std::uint32_t turn = 0; // of the source
        Span source = {};
    };
    void add(const Turn& turn, std::uint32_t number);
    bool runs_on(const Turn& turn, const Turn& next) const;
    std::size_t continuation(std::span<const Turn> turns, std::size_t of) const;
    bool look(std::span<const Turn> turns);
    const Piece* piece_at(std::uint32_t turn, std::uint32_t at) const;

    std::vector<std::string> open_ends_ = {}, late_beginnings_ = {}, lead_ins_ = {}, tags_ = {}; // folded, in order
    Conversation copy_ = {};
    std::vector<Turn> plain_ = {};
    std::vector<std::size_t> between_ = {};
    std::vector<Piece> pieces_ = {};
    std::vector<std::uint32_t> first_piece_ = {}; // of each turn; and the end
    Arena arena_ = {};
    std::string text_ = {};
    bool is_copy_ = false;
    bool with_capitals_[2] = {false, false}; // the agent, the customer begins messages so
};

} // namespace motaudit
