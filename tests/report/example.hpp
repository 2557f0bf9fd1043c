#pragma once

#include "model/conversation.hpp"
#include "model/scorecard.hpp"
#include "model/standard.hpp"
#include "model/summary.hpp"
#include "report/reporter.hpp"
#include "score/score.hpp"
#include <deque>
#include <string>
#include <string_view>
#include <utility>

// A small standard and a judged conversation, made by hand.
namespace motaudit::example {

inline Parameter row(std::string id, std::string title, std::string clause, double weight,
                     Severity severity = Severity::non_fatal) {
    Parameter p;
    p.id = std::move(id);
    p.title = std::move(title);
    p.clause = std::move(clause);
    p.section = "Communication Skills";
    p.weight = weight;
    p.severity = severity;
    p.channels = {Channel::chat};
    return p;
}

// Everything a card borrows from, in one place that does not move.
struct Scene {
    Standard standard = {};
    Conversation talk = {};
    ScoreCard card = {};
    std::deque<std::string> kept = {};

    Scene() = default;
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    std::string_view keep(std::string text) { return kept.emplace_back(std::move(text)); }

    // The words of a turn as evidence; the turn must hold them.
    Evidence words(std::uint32_t turn, std::string_view said, std::string note = {}) const {
        const auto at = static_cast<std::uint32_t>(talk.turns[turn].text.find(said));
        return {turn, {at, at + static_cast<std::uint32_t>(said.size())}, std::move(note)};
    }

    void judge(const Bar& bar = {}) {
        card.conversation = &talk;
        card.standard = &standard;
        card.judged = card.judgements.size();
        score(card);
        card.passed = passes(card, bar);
    }

    void add(Finding finding) {
        const auto& parameter = standard.parameters[card.judgements.size()];
        card.judgements.push_back({&parameter, parameter.weight, std::move(finding)});
    }
};

// A chat with two markdowns, one met row, one that cannot be seen and one for a person.
inline void fill(Scene& s) {
    s.standard.name = "oppo-hq";
    s.standard.version = "1.0";
    s.standard.digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    s.standard.parameters = {
        row("opening.script", "The opening holds every element of the script", "SOP 1.1", 12),
        row("language.jargon", "No jargon, slang or fillers", "SOP 2", 5),
        row("name.usage", "The agent addresses the customer by name at least twice", "SOP 2", 5),
        row("hold.duration", "Holds are short", "SOP 1.8", 4),
        row("conduct.tone", "The tone is warm", "SOP 2", 4),
    };
    s.standard.parameters[2].advice = "Use the name again when you close: \u201cThank you, Maria.\u201d";
    s.standard.parameters[1].advice = "Say \u201cyes\u201d, \u201cone moment please\u201d.";
    s.standard.parameters[4].by_person = true;

    auto& talk = s.talk;
    talk.id = "chat-000412";
    talk.channel = Channel::chat;
    talk.path = "exports/w47.txt";
    talk.record = 412;
    talk.agent = "Jamie";
    talk.agent_id = "a-17";
    talk.customer = "Maria Lopez";
    talk.started_at = "2026-11-16T10:31:00+11:00";
    talk.meta = R"("queue":"AU-1","tries":2)";
    talk.turns = {
        {.speaker = Speaker::agent,
         .name = "Jamie",
         .text = "Hello, my name is Jamie. How may I help you?",
         .start = 0.0,
         .end = 2.5},
        {.speaker = Speaker::customer, .text = "My Reno restarts all the time.", .start = 4.0, .end = 7.0},
        {.speaker = Speaker::agent,
         .name = "Jamie",
         .text = "Yep, hang on, Maria, I will look into that for you and then tell you what I found out about the restarts.",
         .start = 8.0,
         .end = 512.4,
         .place = {112, 9}},
    };
    Finding met;
    met.yes("greeting, name and offer of help");
    met.evidence = {s.words(0, "Hello"), s.words(0, "my name is Jamie"), s.words(0, "How may I help you")};
    s.add(met);
    Finding jargon;
    jargon.no("2 words of the jargon list");
    jargon.evidence = {s.words(2, "Yep", "yes"), s.words(2, "hang on", "one moment please")};
    s.add(jargon);
    Finding name;
    name.no("addressed by name once; at least 2 expected");
    name.missing = {"one more use of the customer's name"};
    name.near = {s.words(2, "Maria")};
    s.add(name);
    Finding hold;
    hold.not_visible("no times of holds");
    s.add(hold);
    Finding tone;
    tone.not_judged = NotJudged::needs_person;
    s.add(tone);
    s.judge();
}

inline std::string report(const Reporter& reporter, const ScoreCard& card, const ReportStyle& style = {}) {
    std::string out;
    if (reporter.collect != nullptr) {
        const auto collector = reporter.collect(style);
        std::string fragment;
        collector->card(card, fragment);
        collector->add(facts_of(card), fragment);
        Summary whole;
        whole.add(card);
        collector->end(whole, [&](std::string_view piece) {
            out += piece;
            return true;
        });
        return out;
    }
    if (reporter.begin != nullptr) reporter.begin(style, out);
    reporter.card(card, style, out);
    Summary summary;
    summary.add(card);
    if (reporter.end != nullptr) reporter.end(summary, style, out);
    return out;
}

} // namespace motaudit::example
