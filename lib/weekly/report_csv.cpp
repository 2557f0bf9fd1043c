#include "report/csv_cell.hpp"
#include "report/json_text.hpp"
#include "weekly/report.hpp"

#include <array>
#include <fmt/format.h>

// One table, told apart by its first column: total, a row for each value of what was grouped by, for each parameter (of all, and of
// the agents that are coached), and for each conversation that is listed.

namespace motaudit::weekly {
namespace {

constexpr std::string_view columns =
    "row,by,value,parameter,conversation,conversations,scored,mean_score,passed,fatal,judged_share,markdowns,"
    "verdicts,not_applicable,not_visible,needs_person,before_conversations,before_mean_score,change,change_low,"
    "change_high,beyond_chance,score,mean_seconds,median_seconds,p90_seconds,detail\r\n";

// A row's cells; what is not set is empty.
class Row {
public:
    Row(std::string_view kind, std::string_view by, std::string_view value) {
        words(0, kind);
        words(1, by);
        words(2, value);
    }
    void words(std::size_t at, std::string_view text) { append_csv_cell(text, cells_[at]); }
    void count(std::size_t at, std::uint64_t number) { append_json_count(number, cells_[at]); }
    void number(std::size_t at, std::optional<double> value, unsigned decimals) {
        if (value) append_json_number(*value, decimals, cells_[at]);
    }
    void change(const std::optional<Estimate>& estimate) {
        if (!estimate) return;
        number(18, estimate->value, 6);
        number(19, estimate->low, 6);
        number(20, estimate->high, 6);
        cells_[21] = estimate->excludes_zero() ? "true" : "false";
    }
    void figures(const Change& both) {
        const auto& now = both.now;
        count(5, now.cards);
        count(6, now.scored);
        number(7, now.mean(), 4);
        count(8, now.passed);
        count(9, now.fatal);
        number(10, now.share_judged(), 4);
        count(11, now.markdowns);
        count(12, now.verdicts);
        count(16, both.before.cards);
        number(17, both.before.mean(), 4);
        change(both.of_mean());
    }
    void lengths(const Lengths& all) {
        count(5, all.cards);
        number(23, all.mean_seconds(), 1);
        number(24, all.seconds_at(0.5), 0);
        number(25, all.seconds_at(0.9), 0);
    }
    void end(std::string& out) const {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (i > 0) out += ',';
            out += cells_[i];
        }
        out += "\r\n";
    }

private:
    std::array<std::string, 27> cells_ = {};
};

void parameter_rows(std::string_view kind, std::string_view by, std::string_view value, const Parameters& all, std::string& out) {
    for (const auto& [id, figures] : all) {
        Row row(kind, by, value);
        row.words(3, id);
        row.count(11, figures.now.no);
        row.count(12, figures.now.judged());
        row.count(13, figures.now.na[static_cast<std::size_t>(NotJudged::not_applicable)]);
        row.count(14, figures.now.na[static_cast<std::size_t>(NotJudged::not_visible)]);
        row.count(15, figures.now.na[static_cast<std::size_t>(NotJudged::needs_person)]);
        row.change(figures.change());
        row.words(26, figures.clause);
        row.end(out);
        for (const auto& example : figures.examples) {
            Row line("example", by, value);
            line.words(3, id);
            line.words(4, example.conversation);
            line.words(26, example.quote.empty() ? example.reason : example.quote);
            line.end(out);
        }
    }
}

void listed_rows(std::string_view kind, const Weekly& week, const std::vector<Listed>& all, std::string& out) {
    for (const auto& one : all) {
        Row row(kind, "agent", shown_agent(week, one.agent, one.agent_name));
        std::string fatal;
        for (const auto& id : one.fatal) fatal.append(fatal.empty() ? "" : "; ").append(id);
        row.words(3, fatal);
        row.words(4, one.conversation);
        row.count(11, one.markdowns);
        row.number(22, one.score, 1);
        row.words(26, one.record == 0 ? one.source : fmt::format("{}, record {}", one.source, one.record));
        row.end(out);
    }
}

} // namespace

void write_weekly_csv(const Weekly& week, const ReportStyle&, std::string& out) {
    out += columns;
    Row total("total", "", "");
    total.figures(week.total);
    total.end(out);
    for (const auto& [dimension, values] : week.groups) {
        for (const auto& [key, group] : values) {
            Row row("group", name_of(dimension), dimension == Dimension::agent ? shown_agent(week, key, group.label) : key);
            row.figures(group.change);
            row.end(out);
        }
    }
    parameter_rows("parameter", "", "", week.parameters, out);
    listed_rows("worst", week, week.worst, out);
    listed_rows("fatal", week, week.fatal, out);
    for (const auto& [topic, one] : week.by_topic) {
        Row row("length", "topic", topic);
        row.lengths(one);
        row.end(out);
    }
    for (const auto& [hour, one] : week.by_hour) {
        Row row("length", "hour", fmt::format("{:02}", hour));
        row.lengths(one);
        row.end(out);
    }
    for (const auto& [agent, page] : week.coaching) {
        const auto name = shown_agent(week, agent, page.name);
        Row row("coaching", "agent", name);
        row.figures(page.change);
        row.end(out);
        parameter_rows("parameter", "agent", name, page.parameters, out);
    }
}

} // namespace motaudit::weekly
