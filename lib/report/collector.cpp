#include "report/collector.hpp"

#include "model/standard.hpp"

#include <string_view>

namespace motaudit {
namespace {

// "2026-11-16T10:31:00+11:00" begins with its day.
std::string_view day_of(std::string_view started_at) {
    constexpr std::string_view form = "dddd-dd-dd";
    if (started_at.size() < form.size()) return {};
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char c = started_at[i];
        if (form[i] == 'd' ? c < '0' || c > '9' : c != form[i]) return {};
    }
    return started_at.substr(0, form.size());
}

} // namespace

CardFacts facts_of(const ScoreCard& card) {
    const auto& talk = *card.conversation;
    CardFacts facts;
    facts.id = talk.id;
    facts.path = talk.path;
    facts.agent = talk.agent;
    facts.agent_id = talk.agent_id;
    facts.team = talk.team;
    facts.day = day_of(talk.started_at);
    facts.record = talk.record;
    facts.channel = talk.channel;
    facts.score = card.score;
    facts.passed = card.passed;
    facts.fatal = !card.fatal.empty();
    for (const auto& judged : card.all()) {
        if (judged.finding.verdict == Verdict::yes) ++facts.yes;
        if (judged.finding.verdict == Verdict::na) ++facts.na;
        if (judged.finding.verdict == Verdict::no) facts.markdowns.push_back(judged.parameter);
    }
    facts.no = static_cast<std::uint32_t>(facts.markdowns.size());
    return facts;
}

} // namespace motaudit
