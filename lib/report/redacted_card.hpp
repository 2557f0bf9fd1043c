#pragma once

#include "model/conversation.hpp"
#include "model/scorecard.hpp"
#include "report/redact.hpp"
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// A scorecard without what tells who somebody is: agents and customers by tokens, addresses and numbers hidden, what is on file and
// unknown keys left out. Evidence points into the texts as they are shown. Ids and file names stay: they lead to the source. It is
// made after judging, so verdicts are the same.
class RedactedCard {
public:
    explicit RedactedCard(const ScoreCard& card);
    RedactedCard(const RedactedCard&) = delete;
    RedactedCard& operator=(const RedactedCard&) = delete;

    const ScoreCard& card() const { return card_; }

private:
    std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
    void learn(std::string_view name, std::string_view token);
    void learn_names(const Conversation& talk);
    void redact_turns(const Conversation& talk);
    void redact(std::vector<Evidence>& evidence) const;

    Redactor redactor_ = {};
    std::string agent_ = {}; // the agent's token
    std::deque<std::string> kept_ = {};
    std::deque<std::vector<PlaceMark>> marks_ = {};
    std::vector<std::vector<Hidden>> hidden_ = {}; // of each turn
    Conversation talk_ = {};
    ScoreCard card_ = {};
};

// The token that stands for a conversation's agent; empty where none is named.
std::string agent_token_of(std::string_view agent, std::string_view agent_id);

} // namespace motaudit
