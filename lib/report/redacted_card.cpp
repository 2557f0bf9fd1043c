#include "report/redacted_card.hpp"

#include "model/standard.hpp"
#include "report/evidence.hpp"
#include "text/words.hpp"

#include <algorithm>

namespace motaudit {
namespace {

// Where a place in a text is when stretches of it are replaced; inside one, its beginning or its end.
std::uint32_t moved(std::uint32_t at, const std::vector<Hidden>& hidden, bool is_end) {
    std::size_t to = at;
    for (const auto& one : hidden) {
        if (one.span.end <= at) {
            to = to + one.shown.size() - one.span.size();
        } else {
            if (one.span.begin < at) to = to - (at - one.span.begin) + (is_end ? one.shown.size() : 0);
            break;
        }
    }
    return static_cast<std::uint32_t>(to);
}

// Where the parts of the shown text stand in the file: after each hidden stretch it goes on elsewhere.
std::vector<PlaceMark> moved_marks(const Turn& turn, std::uint32_t number, const Conversation& talk,
                                   const std::vector<Hidden>& hidden) {
    std::vector<PlaceMark> marks;
    for (const auto& mark : turn.marks) marks.push_back({moved(mark.at, hidden, true), mark.place});
    PlaceFinder places(talk);
    for (const auto& one : hidden)
        marks.push_back({moved(one.span.end, hidden, true), places.of({.turn = number, .span = {one.span.end, one.span.end}})});
    std::ranges::stable_sort(marks, {}, &PlaceMark::at);
    return marks;
}

} // namespace

std::string agent_token_of(std::string_view agent, std::string_view agent_id) {
    const auto key = agent_id.empty() ? agent : agent_id;
    return key.empty() ? std::string() : agent_token(key);
}

RedactedCard::RedactedCard(const ScoreCard& card) : talk_(*card.conversation), card_(card) {
    const auto& talk = *card.conversation;
    agent_ = agent_token_of(talk.agent, talk.agent_id);
    learn_names(talk);
    talk_.agent = agent_;
    talk_.agent_id = {};
    if (!talk.customer.empty()) talk_.customer = "[customer]";
    talk_.subject = keep(redactor_.redact(talk.subject));
    talk_.topic = keep(redactor_.redact(talk.topic));
    talk_.known = {};
    talk_.meta = {};
    redact_turns(talk);
    card_.conversation = &talk_;
    for (std::size_t i = 0; i < card_.judged; ++i) {
        auto& finding = card_.judgements[i].finding;
        finding.reason = redactor_.redact(finding.reason);
        for (auto& element : finding.missing) element = redactor_.redact(element);
        for (auto* const evidence : {&finding.evidence, &finding.near, &finding.listed}) redact(*evidence);
    }
}

// Hidden in any casing where it is a name and nothing else; "Will" and "Support" only with a capital.
void RedactedCard::learn(std::string_view name, std::string_view token) {
    const auto& standard = *card_.standard;
    for (std::size_t at = 0; at < name.size();) {
        const auto end = std::min(name.find(' ', at), name.size());
        const auto word = name.substr(at, end - at);
        const auto flags = standard.name_list.flags_of(word);
        const bool is_name = (flags & Word::name) != 0 && (flags & Word::also_word) == 0;
        std::string lower(word);
        for (auto& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        redactor_.add_name(word, token, !is_name && standard.speller.knows(lower));
        at = end + 1;
    }
}

void RedactedCard::learn_names(const Conversation& talk) {
    learn(talk.customer, "[customer]");
    learn(talk.agent, agent_);
    for (const auto& turn : talk.turns) {
        if (turn.speaker == Speaker::customer && turn.name != talk.customer) learn(turn.name, "[customer]");
        if (turn.speaker == Speaker::agent && turn.name != talk.agent && !turn.name.empty())
            learn(turn.name, agent_token(turn.name));
    }
}

void RedactedCard::redact_turns(const Conversation& talk) {
    for (std::size_t i = 0; i < talk.turns.size(); ++i) {
        const auto& turn = talk.turns[i];
        auto& shown = talk_.turns[i];
        if (!turn.name.empty()) {
            if (turn.speaker == Speaker::customer)
                shown.name = "[customer]";
            else if (turn.speaker == Speaker::agent)
                shown.name = turn.name == talk.agent ? std::string_view(agent_) : keep(agent_token(turn.name));
            else
                shown.name = keep(redactor_.redact(turn.name));
        }
        hidden_.push_back(redactor_.find(turn.text));
        if (hidden_.back().empty()) continue;
        shown.text = keep(hide(turn.text, hidden_.back()));
        if (turn.place.line == 0) continue;
        marks_.push_back(moved_marks(turn, static_cast<std::uint32_t>(i), talk, hidden_.back()));
        shown.marks = marks_.back();
    }
}

void RedactedCard::redact(std::vector<Evidence>& evidence) const {
    for (auto& seen : evidence) {
        seen.note = redactor_.redact(seen.note);
        if (seen.turn >= hidden_.size() || seen.span.empty()) continue;
        const auto& hidden = hidden_[seen.turn];
        seen.span = {moved(seen.span.begin, hidden, false), moved(seen.span.end, hidden, true)};
    }
}

} // namespace motaudit
