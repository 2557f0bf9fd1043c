#include "report/formats.hpp"

#include "report/markdown_text.hpp"
#include "report/screen.hpp"
#include "report/telling.hpp"
#include "report/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

// For wikis and pull requests: the summary, then a section a conversation. What comes from a conversation stands as code, in which
// nothing is markup; no line begins with a text from outside.

namespace motaudit::reporters {
namespace {

constexpr std::size_t most_quotes = 10, most_columns = 120, most_rows = 20;

template <class... Parts>
void add(std::string& out, fmt::format_string<Parts...> form, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out), form, std::forward<Parts>(parts)...);
}

void begin(const ReportStyle&, std::string& out) { out += "# Conversations against the service standard\n"; }

void counts(const Summary& summary, std::string& out) {
    add(out, "\n{}: {} judged, {} skipped, {} unreadable", counted(summary.read, "conversation read", "conversations read"),
        summary.judged, summary.skipped, summary.unreadable);
    out += "\n\n| result | |\n| --- | ---: |\n";
    add(out, "| passed | {} |\n| failed | {} |\n| with a fatal markdown | {} |\n", summary.passed, summary.failed, summary.fatal);
    if (summary.scored != 0) add(out, "| mean score | {:.1f} |\n", std::round(summary.mean_score() * 10) / 10);
    if (summary.judged != 0)
        add(out, "| weight that could be judged | {} % |\n",
            percent(static_cast<std::uint64_t>(summary.judged_share), summary.judged * 10000));
    for (const auto& [why, count] : summary.skips) {
        add(out, "\n{} skipped: ", count);
        append_markdown(why, out);
        out += '\n';
    }
}

void frequent(const Summary& summary, std::string& out) {
    using Row = std::pair<std::string_view, const Summary::Tally*>;
    std::vector<Row> rows;
    for (const auto& [id, tally] : summary.parameters)
        if (tally.no != 0) rows.emplace_back(id, &tally);
    if (rows.empty()) return;
    std::ranges::stable_sort(rows, [](const Row& a, const Row& b) { return a.second->no > b.second->no; });
    out += "\n## Most frequent markdowns\n\n| parameter | markdowns | judged | share |\n| --- | ---: | ---: | ---: |\n";
    const auto shown = std::min(rows.size(), most_rows);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& tally = *rows[i].second;
        out += "| ";
        append_markdown_code(rows[i].first, out, true);
        add(out, " | {} | {} | {} % |\n", tally.no, tally.yes + tally.no, percent(tally.no, tally.yes + tally.no));
    }
    if (rows.size() > shown) add(out, "\nand {} more\n", rows.size() - shown);
}

void end(const Summary& summary, const ReportStyle&, std::string& out) {
    counts(summary, out);
    frequent(summary, out);
    if (summary.standards.empty()) return;
    out += "\n## Standards\n\n";
    for (const auto& [name, count] : summary.standards) {
        out += "- ";
        append_markdown_code(name, out);
        add(out, ": {}\n", counted(count, "conversation", "conversations"));
    }
}

void item(std::string_view lead, std::string_view text, std::string& out) {
    if (text.empty()) return;
    add(out, "  - {}: ", lead);
    append_markdown(text, out);
    out += '\n';
}

void quote(const Evidence& seen, const Conversation& talk, std::string& out) {
    auto words = words_of(seen, talk);
    if (words.empty()) words = turn_of(seen, talk)->text; // as a whole
    append_markdown_code(fit(visible(words.substr(0, 4 * most_columns)), most_columns), out);
    if (seen.note.empty()) return;
    out += " (";
    append_markdown(seen.note, out);
    out += ')';
}

// A line for each turn in which something is seen: where it is, and the words.
void quotes(std::string_view lead, const std::vector<Evidence>& all, const Conversation& talk, std::string& out) {
    PlaceFinder places(talk);
    std::size_t shown = 0, at = 0;
    for (; at < all.size() && shown < most_quotes; ++at) {
        const auto* const turn = turn_of(all[at], talk);
        if (turn == nullptr) continue;
        if (shown == 0 || all[at].turn != all[at - 1].turn) {
            if (shown != 0) out += '\n';
            add(out, "  - {}turn {} of {}, {}", lead, std::uint64_t{all[at].turn} + 1, talk.turns.size(), name_of(turn->speaker));
            if (!turn->name.empty()) {
                out += ' ';
                append_markdown_code(turn->name, out);
            }
            if (const auto place = places.of(all[at]); place.line != 0) {
                out += ", ";
                append_markdown_code(fmt::format("{}:{}:{}", talk.path, place.line, place.column), out);
            }
            out += ": ";
        } else {
            out += ", ";
        }
        quote(all[at], talk, out);
        ++shown;
    }
    if (shown != 0) out += '\n';
    if (at < all.size()) add(out, "  - and {} more\n", all.size() - at);
}

void markdown_of(const Judgement& judged, const Conversation& talk, const ReportStyle& style, std::string& out) {
    const auto& parameter = *judged.parameter;
    const auto& finding = judged.finding;
    out += "- ";
    append_markdown_code(parameter.id, out);
    out += ' ';
    append_markdown(parameter.title, out);
    if (style.brief) {
        out += '\n';
        return;
    }
    add(out, " ({}", worth_of(judged));
    if (!parameter.clause.empty()) {
        out += ", ";
        append_markdown(parameter.clause, out);
    }
    out += ")\n";
    item("reason", finding.reason, out);
    quotes("", finding.evidence, talk, out);
    quotes("nearest: ", beside(finding), talk, out);
    item("missing", joined(finding.missing), out);
    item("instead", parameter.advice, out);
    item("waived", waived_of(judged), out);
}

void card(const ScoreCard& card, const ReportStyle& style, std::string& out) {
    const auto& talk = *card.conversation;
    const auto markdowns = count_markdowns(card);
    if (markdowns == 0 && card.passed && !style.show_passed) return;
    add(out, "\n## {} ", card.passed ? "PASS" : "FAIL");
    if (card.score) add(out, "{:.1f} ", *card.score);
    append_markdown_code(name_of(talk), out);
    add(out, "\n\n{}", name_of(talk.channel));
    if (const auto who = talk.agent.empty() ? talk.agent_id : talk.agent; !who.empty()) {
        out += ", agent ";
        append_markdown_code(who, out);
    }
    if (!talk.id.empty() && !talk.path.empty()) {
        out += ", ";
        append_markdown_code(source_of(talk), out);
    }
    if (!card.fatal.empty()) {
        out += ", fatal:";
        for (const auto* const parameter : card.fatal) {
            out += ' ';
            append_markdown_code(parameter->id, out);
        }
        if (card.score_before_fatal) add(out, " ({:.1f} without it)", *card.score_before_fatal);
    }
    out += '\n';
    if (markdowns != 0) out += '\n';
    for (const auto& judged : card.all())
        if (judged.finding.verdict == Verdict::no) markdown_of(judged, talk, style, out);
}

} // namespace

constinit const Reporter markdown = {.name = "markdown",
                                     .summary = "for wikis and pull requests: the summary, then what was marked down",
                                     .between = "",
                                     .passed_on = true,
                                     .tells_counts = true,
                                     .begin = begin,
                                     .card = card,
                                     .end = end,
                                     .summary_first = true};

} // namespace motaudit::reporters
