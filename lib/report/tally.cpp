#include "report/tally.hpp"

#include <algorithm>
#include <cmath>

namespace motaudit {
namespace {

void add(Group& group, const CardFacts& facts) {
    ++group.conversations;
    group.markdowns += facts.no;
    if (!facts.passed) ++group.failed;
    if (facts.fatal) ++group.fatal;
    if (!facts.score) return;
    ++group.scored;
    group.score_tenths += std::llround(*facts.score * 10);
}

} // namespace

std::string agent_label(const CardFacts& facts) {
    if (facts.agent_id.empty() || facts.agent == facts.agent_id) return facts.agent;
    if (facts.agent.empty()) return facts.agent_id;
    return facts.agent + " (" + facts.agent_id + ")";
}

void Tally::add(const CardFacts& facts) {
    channels[static_cast<std::size_t>(facts.channel)] = true;
    if (facts.score) ++scores[std::min<std::size_t>(scores.size() - 1, static_cast<std::size_t>(std::max(0.0, *facts.score) / 10))];
    if (auto agent = agent_label(facts); !agent.empty()) motaudit::add(agents[std::move(agent)], facts);
    if (!facts.team.empty()) motaudit::add(teams[facts.team], facts);
    if (!facts.day.empty()) motaudit::add(days[facts.day], facts);
    for (const auto* const parameter : facts.markdowns) {
        ++sections[parameter->section];
        auto& marked = parameters[parameter->id];
        if (marked.parameter == nullptr) marked = {.parameter = parameter, .number = parameters.size()};
        ++marked.markdowns;
        marked.same_title = marked.same_title && marked.parameter->title == parameter->title;
    }
}

} // namespace motaudit
