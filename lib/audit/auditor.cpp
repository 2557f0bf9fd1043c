#include "audit/auditor.hpp"

#include <algorithm>

namespace motaudit {
namespace {

constexpr std::size_t index_of(Channel channel) { return static_cast<std::size_t>(channel); }

std::size_t kind_of(const Conversation& conversation) {
    if (conversation.channel != Channel::template_) return index_of(conversation.channel);
    return channel_names.size() + index_of(conversation.template_for.value_or(Channel::email));
}

// The last sentence of a letter's own text, its sign-off left out.
Span last_sentence(const Talk& talk, std::uint32_t turn) {
    const auto words = talk.words(turn);
    const auto own = std::ranges::find(words.rbegin(), words.rend(), static_cast<std::uint8_t>(Part::own), &Word::part);
    if (own == words.rend()) return {};
    const auto sentence = talk.sentence_words(turn, own->sentence);
    return {sentence.front().span.begin, own->span.end};
}

// A no for something absent says where it was looked for: up to the agent's last words. A record is looked at as a whole: there
// the reason says so.
void say_where(const Talk& talk, Finding& finding) {
    const auto agent = talk.blocks_of(Speaker::agent);
    if (agent.empty() || talk.channel() == Channel::case_) return;
    const auto last = talk.blocks()[agent.back()].last;
    const bool is_letter = talk.channel() == Channel::email || talk.channel() == Channel::template_;
    if (is_letter)
        finding.near.push_back({last, last_sentence(talk, last), "looked for up to here"});
    else
        finding.near.push_back({last, {}, "looked for up to here, the agent's last turn"});
}

void judge_one(const Talk& talk, const Parameter& parameter, Finding& finding) {
    if (parameter.by_person) {
        finding.not_judged = NotJudged::needs_person;
        finding.reason = "a person judges this";
    } else if (parameter.check->looks_for_words && !talk.speaks_standard()) {
        finding.not_visible("the standard holds no words of the conversation's language");
    } else {
        parameter.check->judge(talk, parameter, finding);
        const bool points_nowhere = finding.evidence.empty() && finding.near.empty();
        if (finding.verdict == Verdict::no && points_nowhere && talk.detailed()) say_where(talk, finding);
        talk.point_at_source(finding);
    }
}

} // namespace

bool applies(const Parameter& parameter, Channel channel, Channel template_for) {
    if (!parameter.applies_to(channel)) return false;
    if (channel != Channel::template_ || parameter.applies_to(template_for)) return true;
    // A row about templates alone is asked whatever the template is for.
    return std::ranges::none_of(parameter.channels, [](Channel c) { return c != Channel::template_ && is_written(c); });
}

Auditor::Auditor(std::span<const Standard* const> standards, const Bar& bar, bool detailed, const Gate* gate)
    : bar_(bar), gate_(gate), detailed_(detailed || (gate != nullptr && gate->needs_words())) {
    for (const auto* standard : standards) {
        Bench bench = {.standard = standard};
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            const bool of_template = kind >= channel_names.size();
            const auto named = static_cast<Channel>(kind % channel_names.size());
            double sum = 0;
            for (const auto& parameter : standard->parameters) {
                if (!applies(parameter, of_template ? Channel::template_ : named, named)) continue;
                bench.rows[kind].push_back({&parameter, parameter.weight});
                sum += parameter.weight;
            }
            for (auto& row : bench.rows[kind]) row.weight = sum > 0 ? row.weight * 100 / sum : 0;
        }
        benches_.push_back(std::move(bench));
    }
}

const ScoreCard* Auditor::judge(const Conversation& conversation) {
    const auto kind = kind_of(conversation);
    const auto bench = std::ranges::find_if(benches_, [&](const Bench& b) { return !b.rows[kind].empty(); });
    if (bench == benches_.end()) return nullptr;

    if (!bench->talk) bench->talk = std::make_unique<Talk>(*bench->standard);
    bench->talk->open(conversation, detailed_);
    const auto& rows = bench->rows[kind];
    if (card_.judgements.size() < rows.size()) card_.judgements.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto& judgement = card_.judgements[i];
        judgement.parameter = rows[i].parameter;
        judgement.weight = rows[i].weight;
        judgement.finding.clear();
        judge_one(*bench->talk, *rows[i].parameter, judgement.finding);
    }
    card_.conversation = &conversation;
    card_.standard = bench->standard;
    card_.judged = rows.size();
    score(card_);
    if (gate_ != nullptr) gate_->mark(card_, baseline_lines_);
    card_.passed = passes(card_, bar_);
    return &card_;
}

std::string Auditor::skip_reason(Channel channel) const {
    std::string names;
    for (const auto& bench : benches_) names += (names.empty() ? "" : ", ") + bench.standard->name;
    return "no parameters for the channel '" + std::string(name_of(channel)) + "' in " + names;
}

} // namespace motaudit
