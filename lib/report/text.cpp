#include "report/formats.hpp"

#include "report/evidence.hpp"
#include "report/screen.hpp"
#include "report/snippet.hpp"
#include "report/telling.hpp"
#include "report/text_summary.hpp"
#include "report/visible.hpp"
#include "text/width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

// The report for people: a line for each conversation, below it what was marked down, with the words it rests on.

namespace motaudit::reporters {
namespace {

constexpr std::size_t detail = 12;              // where a conversation's details stand: "FAIL  85.0  "
constexpr std::size_t snippets_shown = 3;       // of one markdown
constexpr std::size_t longest_paragraph = 1200; // columns

// Appends a paragraph that begins at column `at` and goes on at `indent`, and ends the line.
void paragraph(Ink ink, std::string_view text, std::size_t at, std::size_t indent, const ReportStyle& style, std::string& out) {
    std::string lines;
    wrap(fit(text, longest_paragraph), {at, indent, width_of(style)}, lines);
    paint(ink, lines, style, out);
    out += '\n';
}

void item(std::string_view label, std::string_view text, const ReportStyle& style, std::string& out) {
    if (text.empty()) return;
    constexpr std::size_t at = 4 + 9;
    out += "    ";
    paint(Ink::dim, fmt::format("{:<9}", label), style, out);
    paragraph(Ink::plain, visible(text), at, at, style, out);
}

// "FAIL  85.0  chat-000412  chat · Jamie · 2 markdowns"
void head(const ScoreCard& card, std::size_t markdowns, const ReportStyle& style, std::string& out) {
    const auto& talk = *card.conversation;
    paint(card.passed ? Ink::green : Ink::red, card.passed ? "PASS" : "FAIL", style, out);
    out += card.score ? fmt::format("{:>6.1f}  ", *card.score) : fmt::format("{:>6}  ", "-");
    const auto id = fit(name_of(talk), width_of(style) - detail);
    paint(Ink::bold, id, style, out);
    std::string about(name_of(talk.channel));
    const auto who = visible(talk.agent.empty() ? talk.agent_id : talk.agent);
    if (!who.empty()) about += " \u00b7 " + who;
    if (markdowns != 0) about += fmt::format(" \u00b7 {} {}", markdowns, markdowns == 1 ? "markdown" : "markdowns");
    const auto at = detail + columns_of(id) + 2;
    if (at + columns_of(about) <= width_of(style)) {
        out += "  ";
        paragraph(Ink::dim, about, at, detail, style, out);
    } else {
        out += "\n" + std::string(detail, ' ');
        paragraph(Ink::dim, about, detail, detail, style, out);
    }
    if (!card.fatal.empty()) {
        std::string fatal = "fatal: ";
        for (const auto* const parameter : card.fatal)
            fatal += (parameter == card.fatal.front() ? "" : ", ") + visible(parameter->id);
        if (card.score_before_fatal) fatal += fmt::format(" ({:.1f} without it)", *card.score_before_fatal);
        out.append(detail, ' ');
        paragraph(Ink::red, fatal, detail, detail, style, out);
    }
}

// "turn 8 of 24, agent Jamie, exports/w47.txt:112:9"; turns count from 1 for people.
void where(const Evidence& seen, const Conversation& talk, std::string_view lead, const ReportStyle& style, std::string& out) {
    PlaceFinder places(talk);
    const auto said = std::string(lead) + where_of(seen, talk, places);
    out += "    ";
    paragraph(Ink::dim, said, 4, 6, style, out);
}

// Quotes evidence, up to a sensible number of stretches of text; the rest is counted.
void quotes(const std::vector<Evidence>& all, const Conversation& talk, std::string_view lead, const ReportStyle& style,
            std::string& out) {
    std::size_t at = 0;
    std::size_t shown = 0;
    while (at < all.size() && shown < snippets_shown) {
        const auto* const turn = turn_of(all[at], talk);
        if (turn == nullptr) {
            ++at;
            continue;
        }
        if (at == 0 || all[at].turn != all[at - 1].turn) where(all[at], talk, lead, style, out);
        auto same = at + 1;
        while (same < all.size() && all[same].turn == all[at].turn) ++same;
        at += append_snippet(*turn, std::span(all).subspan(at, same - at), 6, style, out);
        ++shown;
    }
    if (at < all.size()) {
        out += "      ";
        paragraph(Ink::dim, fmt::format("and {} more", all.size() - at), 6, 6, style, out);
    }
}

void markdown(const Judgement& judged, const Conversation& talk, const ReportStyle& style, std::string& out) {
    const auto& parameter = *judged.parameter;
    const auto& finding = judged.finding;
    const bool fatal = finding.fatal || parameter.severity == Severity::fatal;
    const auto id = fit(visible(parameter.id), width_of(style) / 2);
    out += "  ";
    paint(fatal ? Ink::red : Ink::yellow, id, style, out);
    if (parameter.title.empty()) {
        out += '\n';
    } else {
        out += "  ";
        paragraph(Ink::plain, visible(parameter.title), columns_of(id) + 4, 4, style, out);
    }
    if (style.brief) return;

    auto worth = worth_of(judged);
    if (!parameter.clause.empty()) worth += ", " + visible(parameter.clause);
    out += "    ";
    if (finding.reason.empty()) {
        paragraph(Ink::dim, worth, 4, 4, style, out);
    } else {
        paragraph(Ink::plain, visible(finding.reason) + " (" + worth + ")", 4, 4, style, out);
    }
    quotes(finding.evidence, talk, "", style, out);
    quotes(beside(finding), talk, "nearest: ", style, out);
    item("missing", joined(finding.missing), style, out);
    item("instead", parameter.advice, style, out);
    item("waived", waived_of(judged), style, out);
}

// "noticed  writing.spelling: "form" (from?) in turn 4": what is not counted and only a person can tell.
void noticed(const ScoreCard& card, const ReportStyle& style, std::string& out) {
    const auto& talk = *card.conversation;
    for (const auto& judged : card.all()) {
        const auto& listed = judged.finding.listed;
        if (listed.empty()) continue;
        std::string said = visible(judged.parameter->id) + ":";
        const auto shown = std::min(listed.size(), snippets_shown);
        for (std::size_t i = 0; i < shown; ++i) {
            const auto words = words_of(listed[i], talk);
            if (i != 0) said += ';';
            if (!words.empty()) said += " \u201c" + fit(visible(words.substr(0, 400)), 40) + "\u201d";
            if (!listed[i].note.empty()) said += " (" + visible(listed[i].note) + ")";
            said += fmt::format(" in turn {}", std::uint64_t{listed[i].turn} + 1);
        }
        if (listed.size() > shown) said += fmt::format("; and {} more", listed.size() - shown);
        out += "  ";
        paint(Ink::dim, "noticed  ", style, out);
        paragraph(Ink::dim, said, 11, 11, style, out);
    }
}

// One line: how much does not apply, what the conversation cannot show, and what only a person can answer.
void not_judged(const ScoreCard& card, const ReportStyle& style, std::string& out) {
    std::string unseen;
    std::size_t idle = 0, persons = 0;
    for (const auto& judged : card.all()) {
        if (judged.finding.verdict != Verdict::na) continue;
        if (judged.finding.not_judged == NotJudged::not_applicable) ++idle;
        if (judged.finding.not_judged == NotJudged::needs_person) ++persons;
        if (judged.finding.not_judged == NotJudged::not_visible)
            unseen += (unseen.empty() ? "" : ", ") + visible(judged.parameter->id);
    }
    std::string said;
    const auto add = [&](std::string_view what, std::string_view which) {
        said += fmt::format("{}{}: {}", said.empty() ? "" : "; ", what, which);
    };
    if (idle != 0) add("does not apply", std::to_string(idle));
    if (!unseen.empty()) add("cannot be seen here", unseen);
    if (persons != 0) add("needs a person", std::to_string(persons));
    if (said.empty()) return;
    out += "  ";
    paragraph(Ink::dim, said, 2, 4, style, out);
}

void card(const ScoreCard& card, const ReportStyle& style, std::string& out) {
    const auto markdowns = count_markdowns(card);
    const bool lists =
        !style.brief && std::ranges::any_of(card.all(), [](const Judgement& j) { return !j.finding.listed.empty(); });
    if (markdowns == 0 && card.passed && !style.show_passed) return;
    head(card, markdowns, style, out);
    if (markdowns == 0 && !lists) return;
    if (!style.brief && !card.conversation->id.empty()) {
        if (const auto source = source_of(*card.conversation); !source.empty()) {
            out.append(detail, ' ');
            paragraph(Ink::dim, source, detail, detail, style, out);
        }
    }
    for (const auto& judged : card.all()) {
        if (judged.finding.verdict != Verdict::no) continue;
        if (!style.brief) out += '\n';
        markdown(judged, *card.conversation, style, out);
    }
    if (!style.brief) {
        const auto before = out.size();
        out += '\n';
        noticed(card, style, out);
        if (markdowns != 0) not_judged(card, style, out);
        if (out.size() > before + 1) out += '\n';
    }
}

void end(const Summary& summary, const ReportStyle& style, std::string& out) { append_summary_text(summary, style, out); }

} // namespace

constinit const Reporter text = {.name = "text",
                                 .summary = "for people: what was marked down, where, and what to say instead",
                                 .between = "",
                                 .tells_counts = true,
                                 .card = card,
                                 .end = end};

} // namespace motaudit::reporters
