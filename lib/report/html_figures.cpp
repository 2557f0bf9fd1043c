#include "report/html_figures.hpp"

#include "report/screen.hpp"
#include "report/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace motaudit {
namespace {

constexpr std::size_t days_shown = 62, rows_shown = 40;
constexpr double tallest = 138, ground = 160; // of a chart, in its own units

std::string number(std::uint64_t n) {
    auto digits = std::to_string(n);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::string plain(double value) { return fmt::format("{:.1f}", value); }

double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
    const double exact = share(part, whole);
    if (part != 0 && exact < 0.5) return "<1 %";
    if (part != whole && exact >= 99.5) return ">99 %";
    return fmt::format("{:.0f} %", exact);
}

Column column(double x, double width, double part, std::string kind) {
    const double height = std::clamp(part, 0.0, 1.0) * tallest;
    Column c;
    c.x = plain(x);
    c.w = plain(width);
    c.h = plain(height);
    c.y = plain(ground - height);
    c.middle = plain(x + width / 2);
    c.above = plain(ground - height - 5);
    c.kind = std::move(kind);
    return c;
}

Chart score_chart(const Tally& tally) {
    Chart chart;
    chart.anchor = "scores";
    chart.title = "Scores";
    chart.width = 520;
    chart.heads = {"Score", "Conversations", "Share"};
    std::uint64_t most = 1, all = 0;
    for (const auto n : tally.scores) {
        most = std::max(most, n);
        all += n;
    }
    std::size_t usual = 0;
    for (std::size_t i = 0; i < tally.scores.size(); ++i) {
        const auto n = tally.scores[i];
        if (n > tally.scores[usual]) usual = i;
        auto c = column(static_cast<double>(i) * 52 + 4, 44, static_cast<double>(n) / static_cast<double>(most), "good");
        if (n != 0) c.value = number(n);
        c.label = std::to_string(i * 10);
        chart.columns.push_back(std::move(c));
        const auto name = i == 9 ? std::string("90 to 100") : fmt::format("{} to {}.9", i * 10, i * 10 + 9);
        chart.rows.push_back({.name = name, .cells = {number(n), percent(n, all)}});
    }
    chart.told = fmt::format("How many conversations have which score; most often {}.", chart.rows[usual].name);
    return chart;
}

std::string mean_of(const Group& group) { return group.scored == 0 ? "\u2013" : plain(group.mean_score()); }

Chart day_chart(const Tally& tally) {
    Chart chart;
    chart.anchor = "days";
    chart.title = "Markdowns a conversation, by day";
    chart.width = 520;
    chart.heads = {"Day", "Markdowns each", "Mean score", "Conversations", "Fatal"};
    const auto count = std::min(tally.days.size(), days_shown);
    auto day = std::prev(tally.days.end(), static_cast<std::ptrdiff_t>(count));
    double most = 0.1;
    for (auto d = day; d != tally.days.end(); ++d) most = std::max(most, d->second.markdowns_each());
    const double step = 520.0 / static_cast<double>(std::max<std::size_t>(count, 5));
    const auto every = (count + 9) / 10; // labels have room for ten
    for (std::size_t i = 0; day != tally.days.end(); ++day, ++i) {
        const auto each = day->second.markdowns_each();
        auto c = column(static_cast<double>(i) * step + step * 0.1, step * 0.8, each / most, "bad");
        if (count <= 14) c.value = plain(each);
        if (i % every == 0) c.label = day->first.substr(5);
        chart.columns.push_back(std::move(c));
        const auto& group = day->second;
        chart.rows.push_back(
            {.name = day->first, .cells = {plain(each), mean_of(group), number(group.conversations), number(group.fatal)}});
    }
    chart.told =
        fmt::format("Markdowns a conversation on each of {}, at most {} on one.", counted(count, "day", "days"), plain(most));
    if (count < tally.days.size()) chart.title += fmt::format(" (the last {} of {})", count, tally.days.size());
    return chart;
}

void limit(BarTable& table) {
    if (table.rows.size() <= rows_shown) return;
    table.more = fmt::format("and {} more", table.rows.size() - rows_shown);
    table.rows.resize(rows_shown);
}

BarTable section_table(const Tally& tally) {
    BarTable table = {.anchor = "sections", .title = "Markdowns by section"};
    table.heads = {"Section", "Markdowns", "Share of all"};
    std::vector<std::pair<std::string, std::uint64_t>> sections(tally.sections.begin(), tally.sections.end());
    std::ranges::stable_sort(sections, [](const auto& a, const auto& b) { return a.second > b.second; });
    std::uint64_t all = 0;
    for (const auto& [name, n] : sections) all += n;
    for (const auto& [name, n] : sections)
        table.rows.push_back({.name = name.empty() ? "(none)" : name,
                              .bar = plain(share(n, sections.front().second)),
                              .kind = "bad",
                              .lead = number(n),
                              .cells = {percent(n, all)}});
    limit(table);
    return table;
}

BarTable parameter_table(const Tally& tally, const Summary& summary) {
    BarTable table = {.anchor = "parameters", .title = "Markdowns by parameter"};
    table.heads = {"Parameter", "Markdowns", "Judged", "Of the judged"};
    std::vector<const MarkedParameter*> marked;
    for (const auto& [id, parameter] : tally.parameters) marked.push_back(&parameter);
    std::ranges::stable_sort(marked, [](const auto* a, const auto* b) { return a->markdowns > b->markdowns; });
    for (const auto* const m : marked) {
        const auto found = summary.parameters.find(m->parameter->id);
        const auto judged = found == summary.parameters.end() ? m->markdowns : found->second.yes + found->second.no;
        table.rows.push_back({.name = m->same_title ? m->parameter->title : "",
                              .id = m->parameter->id,
                              .bar = plain(share(m->markdowns, marked.front()->markdowns)),
                              .kind = "bad",
                              .lead = number(m->markdowns),
                              .cells = {number(judged), percent(m->markdowns, judged)}});
    }
    limit(table);
    return table;
}

// Those with the most markdowns a conversation first.
BarTable group_table(std::string anchor, std::string title, std::string_view head, const std::map<std::string, Group>& groups) {
    BarTable table = {.anchor = std::move(anchor), .title = std::move(title)};
    table.heads = {std::string(head), "Markdowns each", "Mean score", "Conversations", "Markdowns", "Failed", "Fatal"};
    std::vector<const std::pair<const std::string, Group>*> order;
    for (const auto& group : groups) order.push_back(&group);
    std::ranges::stable_sort(order,
                             [](const auto* a, const auto* b) { return a->second.markdowns_each() > b->second.markdowns_each(); });
    const double most = order.empty() ? 0 : order.front()->second.markdowns_each();
    for (const auto* const entry : order) {
        const auto& group = entry->second;
        const auto each = group.markdowns_each();
        table.rows.push_back({.name = visible(entry->first),
                              .bar = plain(most == 0 ? 0 : 100 * each / most),
                              .kind = "bad",
                              .lead = plain(each),
                              .cells = {mean_of(group), number(group.conversations), number(group.markdowns), number(group.failed),
                                        number(group.fatal)}});
        if (table.rows.size() > rows_shown) break;
    }
    limit(table);
    if (!table.more.empty()) table.more = fmt::format("and {} more", number(groups.size() - rows_shown));
    return table;
}

std::vector<Headline> headlines_of(const Tally& tally, const Summary& summary) {
    std::uint64_t markdowns = 0;
    for (const auto& [id, m] : tally.parameters) markdowns += m.markdowns;
    const auto judged = static_cast<double>(std::max<std::uint64_t>(summary.judged, 1));
    std::vector<Headline> all;
    all.push_back({"Mean score", summary.scored == 0 ? "\u2013" : plain(std::round(summary.mean_score() * 10) / 10), " of 100",
                   counted(summary.scored, "conversation scored", "conversations scored"), "good"});
    all.push_back({"Passed", percent(summary.passed, summary.judged), "",
                   fmt::format("{} passed, {} failed", number(summary.passed), number(summary.failed)),
                   summary.failed == 0 ? "good" : "bad"});
    all.push_back({"Fatal markdowns", number(summary.fatal), "", summary.fatal == 1 ? "conversation" : "conversations",
                   summary.fatal == 0 ? "good" : "bad"});
    all.push_back({"Markdowns each", plain(static_cast<double>(markdowns) / judged), "", number(markdowns) + " in all", "good"});
    all.push_back({"Weight judged", fmt::format("{:.0f} %", summary.mean_share() * 100), "",
                   "the rest needs a person or did not arise", "good"});
    return all;
}

std::string plural(std::uint64_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number(n), n == 1 ? one : many);
}

} // namespace

Figures figures_of(const Tally& tally, const Summary& summary, std::size_t listed, std::size_t shown, const ReportStyle& style) {
    Figures out;
    out.judged = plural(summary.judged, "conversation", "conversations");
    if (!tally.days.empty()) {
        out.period = tally.days.begin()->first;
        if (tally.days.size() > 1) out.period += " to " + tally.days.rbegin()->first;
    }
    out.counts =
        fmt::format("{}: {} judged, {} skipped, {} unreadable.", plural(summary.read, "conversation read", "conversations read"),
                    number(summary.judged), number(summary.skipped), number(summary.unreadable));
    for (const auto& [why, count] : summary.skips) out.skips.push_back(fmt::format("{} skipped: {}", number(count), why));
    for (const auto& [name, count] : summary.standards) {
        const auto digest = name.rfind(" sha256:");
        out.standards.emplace_back(name.substr(0, digest), number(count));
        out.digests.push_back(name);
    }
    out.headlines = headlines_of(tally, summary);
    if (summary.scored != 0) out.charts.push_back(score_chart(tally));
    if (!tally.days.empty()) out.charts.push_back(day_chart(tally));
    if (!tally.sections.empty()) out.tables.push_back(section_table(tally));
    if (!tally.parameters.empty()) out.tables.push_back(parameter_table(tally, summary));
    if (!tally.agents.empty()) out.tables.push_back(group_table("agents", "Agents", "Agent", tally.agents));
    if (!tally.teams.empty()) out.tables.push_back(group_table("teams", "Teams", "Team", tally.teams));
    out.order = "The lowest score first.";
    if (!style.show_passed) out.order += " Those that passed without a markdown are left out.";
    if (shown < listed && !style.brief) out.order += fmt::format(" The worst {} open to their turns.", number(shown));
    out.each_title = "Each conversation, with what was marked";
    if (shown < listed) out.each_title = fmt::format("The worst {} conversations, with what was marked", number(shown));
    out.rest_title = fmt::format("The other {}", plural(listed - shown, "conversation", "conversations"));
    return out;
}

} // namespace motaudit
