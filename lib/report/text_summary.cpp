#include "report/text_summary.hpp"

#include "report/json_text.hpp"
#include "report/screen.hpp"
#include "report/telling.hpp"
#include "report/visible.hpp"
#include "text/width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace motaudit {
namespace {

constexpr std::size_t rows_shown = 10;

void line(std::string_view text, std::size_t indent, const ReportStyle& style, std::string& out) {
    out.append(indent, ' ');
    wrap(text, {indent, indent + 2, width_of(style)}, out);
    out += '\n';
}

void counts(const Summary& summary, const ReportStyle& style, std::string& out) {
    paint(Ink::bold, counted(summary.read, "conversation read", "conversations read"), style, out);
    out += fmt::format(": {} judged, {} skipped, {} unreadable\n", summary.judged, summary.skipped, summary.unreadable);
    if (summary.judged == 0) return;
    paint(Ink::green, fmt::format("{} passed", summary.passed), style, out);
    out += ", ";
    paint(summary.failed == 0 ? Ink::plain : Ink::red, fmt::format("{} failed", summary.failed), style, out);
    if (summary.fatal != 0) out += fmt::format(", {} with a fatal markdown", summary.fatal);
    out += '\n';
    if (summary.scored != 0) out += fmt::format("mean score {:.1f}", std::round(summary.mean_score() * 10) / 10);
    const auto share = percent(static_cast<std::uint64_t>(summary.judged_share), summary.judged * 10000);
    out += fmt::format("{}{} % of the weight could be judged\n", summary.scored != 0 ? "; " : "", share);
}

// The kinds of na, apart: what did not arise, what the conversations cannot show, what only a person can answer.
void not_judged(const Summary& summary, const ReportStyle& style, std::string& out) {
    Summary::Tally all;
    for (const auto& [id, tally] : summary.parameters) {
        all.not_applicable += tally.not_applicable;
        all.not_visible += tally.not_visible;
        all.needs_person += tally.needs_person;
    }
    if (all.not_applicable + all.not_visible + all.needs_person == 0) return;
    line(fmt::format("na: {} do not apply, {} cannot be seen here, {} need a person", all.not_applicable, all.not_visible,
                     all.needs_person),
         0, style, out);
}

// Which markdowns count against the bar, and which were let pass and why. Nothing of it is silent.
void gate(const Summary& summary, const ReportStyle& style, std::string& out) {
    const auto& all = summary.gate;
    if (!all.used) return;
    std::string said = counted(all.counted, "markdown counts", "markdowns count");
    for (const auto& [number, what] : {std::pair{all.known, "known"}, std::pair{all.suppressed, "suppressed"},
                                       std::pair{all.left_out, "left out"}, std::pair{all.gone, "known before and gone"}})
        if (number != 0) said += fmt::format(", {} {}", number, what);
    line(said, 0, style, out);
    if (all.expired != 0) line(counted(all.expired, "suppression has expired", "suppressions have expired"), 0, style, out);
    if (all.unused != 0) line(counted(all.unused, "suppression is not used", "suppressions are not used"), 0, style, out);
}

void markdowns(const Summary& summary, const ReportStyle& style, std::string& out) {
    using Row = std::pair<std::string_view, const Summary::Tally*>;
    std::vector<Row> rows;
    for (const auto& [id, tally] : summary.parameters)
        if (tally.no != 0) rows.emplace_back(id, &tally);
    if (rows.empty()) return;
    std::ranges::stable_sort(rows, [](const Row& a, const Row& b) { return a.second->no > b.second->no; });
    out += '\n';
    paint(Ink::bold, "most frequent markdowns", style, out);
    out += '\n';
    const auto shown = std::min(rows.size(), rows_shown);
    const std::size_t room = width_of(style) - 26;
    std::size_t widest = 0;
    for (std::size_t i = 0; i < shown; ++i) widest = std::max(widest, std::min(room, columns_of(visible(rows[i].first))));
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& tally = *rows[i].second;
        const auto id = fit(visible(rows[i].first), widest);
        const auto judged = tally.yes + tally.no;
        out += fmt::format("  {}{:{}}  {:>5} of {:<5}  {:>3} %\n", id, "", widest - columns_of(id), tally.no, judged,
                           percent(tally.no, judged));
    }
    if (rows.size() > shown) paint(Ink::dim, fmt::format("  and {} more\n", rows.size() - shown), style, out);
}

} // namespace

void append_summary_text(const Summary& summary, const ReportStyle& style, std::string& out) {
    if (summary.judged != 0) {
        std::string rule;
        for (unsigned i = 0; i < width_of(style); ++i) rule += "\u2500";
        paint(Ink::dim, rule, style, out);
        out += '\n';
    }
    counts(summary, style, out);
    for (const auto& [why, count] : summary.skips) line(fmt::format("{} skipped: {}", count, visible(why)), 2, style, out);
    not_judged(summary, style, out);
    gate(summary, style, out);
    markdowns(summary, style, out);
    if (summary.standards.empty()) return;
    out += '\n';
    for (const auto& [name, count] : summary.standards) {
        // A digest in full belongs to programs; twelve digits tell two standards apart.
        std::string label = visible(name);
        const auto digest = label.rfind(" sha256:");
        if (digest != std::string::npos && label.size() > digest + 20) label.resize(digest + 20);
        if (summary.standards.size() > 1) label += fmt::format(" ({})", counted(count, "conversation", "conversations"));
        std::string said;
        wrap("standard " + label, {0, 2, width_of(style)}, said);
        paint(Ink::dim, said, style, out);
        out += '\n';
    }
}

} // namespace motaudit
