#include "weekly/page.hpp"

#include "report/screen.hpp"
#include "weekly/report.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace motaudit::weekly {
namespace {

using enum Block::Kind;
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

constexpr std::size_t most_rows = 200, shown_parameters = 10, explained_parameters = 5, most_reasons = 5;

std::string conversations(std::uint64_t count) { return counted(count, "conversation", "conversations"); }

std::string decimal(std::optional<double> value) { return value ? fmt::format("{:.1f}", *value + 0.0) : "-"; }

std::string percent(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return "-";
    return fmt::format("{:.1f} %", 100 * static_cast<double>(part) / static_cast<double>(whole));
}

// "+1.4", "-0.3"; never "-0.0".
std::string signed_decimal(double value) {
    const double rounded = std::round(value * 10) / 10;
    return fmt::format("{:+.1f}", rounded + 0.0);
}

// "+1.4", "-0.2..+3.0", "yes": the last three cells of a comparison.
void add_change(const std::optional<Estimate>& change, double unit, Row& row) {
    if (!change) {
        row.insert(row.end(), {"-", "-", ""});
        return;
    }
    row.push_back(signed_decimal(change->value * unit));
    row.push_back(signed_decimal(change->low * unit) + ".." + signed_decimal(change->high * unit));
    row.emplace_back(change->excludes_zero() ? "yes" : "");
}

std::string time_of(std::optional<double> seconds) {
    if (!seconds) return "-";
    const auto whole = static_cast<std::uint64_t>(std::llround(*seconds));
    return whole >= 3600 ? fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60)
                         : fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string period_text(const Period& period) {
    const auto week = week_name(period);
    const auto days =
        period.first == period.last ? day_name(period.first) : day_name(period.first) + " to " + day_name(period.last);
    return week.empty() ? days : fmt::format("{} ({})", week, days);
}

std::string where(const std::string& conversation, const std::string& source, std::uint64_t record) {
    if (source.empty()) return conversation;
    return record == 0 ? fmt::format("{}, {}", conversation, source)
                       : fmt::format("{}, {}, record {}", conversation, source, record);
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const auto& text : texts) out.append(out.empty() ? "" : ", ").append(text);
    return out;
}

class Writer {
public:
    explicit Writer(const Weekly& week) : week_(week), options_(week.options()) {}

    Page write() {
        if (!options_.coaching.empty() || options_.coach_all) {
            for (const auto& [agent, page] : week_.coaching) coaching(agent, page);
            return std::move(page_);
        }
        const auto period = options_.period ? options_.period : week_.days;
        page_.add(title, "Quality report" + (period ? ", " + period_text(*period) : ""));
        basis();
        in_short();
        changes();
        parameters();
        for (const auto dimension : options_.by)
            if (dimension != Dimension::parameter) group(dimension);
        fatal();
        listening();
        not_judged();
        lengths();
        return std::move(page_);
    }

private:
    bool compares() const { return week_.total.before.cards > 0; }

    std::string zone_text() const {
        std::string text = options_.zone ? fmt::format("days and hours by the clock of {}", zone_name(*options_.zone))
                                         : "days and hours by the clock that each conversation's time was written with";
        if (week_.without_offset > 0)
            text += fmt::format("; {} without an offset, taken as written", counted(week_.without_offset, "time", "times"));
        return text;
    }

    void basis() {
        auto text = counted(week_.read + week_.unreadable, "scorecard", "scorecards") +
                    fmt::format(" read: {} of this period", week_.total.now.cards);
        if (options_.period) {
            text += fmt::format(", {} of the one before ({})", week_.total.before.cards, period_text(options_.period->before()));
            if (week_.outside > 0) text += fmt::format(", {} of other times", week_.outside);
            if (week_.undated > 0) text += fmt::format(", {} without a time", week_.undated);
        }
        if (week_.unreadable > 0) text += fmt::format(", {} unreadable", week_.unreadable);
        page_.add(paragraph, text + "; " + zone_text() + ".");
        std::string by;
        for (const auto& [name, count] : week_.standards)
            by += (by.empty() ? "Judged by " : ", ") +
                  fmt::format("{} ({})", name.empty() ? "a standard that is not named" : name, count);
        if (!by.empty()) page_.add(paragraph, by + ".");
        if (options_.hide_words)
            page_.add(paragraph, fmt::format("In what is quoted, names, addresses and numbers of customers are left out{}.",
                                             options_.hide_agents ? "; agents are shown by tokens" : ""));
    }

    void in_short() {
        const auto& now = week_.total.now;
        const auto& before = week_.total.before;
        page_.add(heading, "In short");
        if (now.cards == 0) {
            page_.add(paragraph, "No conversation of this period.");
            return;
        }
        const auto share = [](const Figures& figures, std::uint64_t part) { return percent(part, figures.cards); };
        if (!compares()) {
            page_.add_table({{"", false}, {"now", true}}, {{"conversations", std::to_string(now.cards)},
                                                           {"mean score", decimal(now.mean())},
                                                           {"passed", share(now, now.passed)},
                                                           {"with a fatal markdown", share(now, now.fatal)},
                                                           {"of the weight judged", judged(now)}});
        } else {
            Rows rows = {{"conversations", std::to_string(now.cards), std::to_string(before.cards), "", "", ""},
                         {"mean score", decimal(now.mean()), decimal(before.mean())},
                         {"passed", share(now, now.passed), share(before, before.passed)},
                         {"with a fatal markdown", share(now, now.fatal), share(before, before.fatal)},
                         {"of the weight judged", judged(now), judged(before), "", "", ""}};
            add_change(week_.total.of_mean(), 1, rows[1]);
            add_change(week_.total.of_passed(), 100, rows[2]);
            add_change(week_.total.of_fatal(), 100, rows[3]);
            page_.add_table({{"", false}, {"now", true}, {"before", true}, {"change", true}, {"95 %", true}, {"sure", false}},
                            rows);
        }
        page_.add(
            paragraph,
            fmt::format("The mean score is the mean of all samples' scores (QM 4.4), {} here{}.", now.scored,
                        now.scored == now.cards ? "" : fmt::format("; {} without a score are left out", now.cards - now.scored)));
        if (compares())
            page_.add(paragraph,
                      "A change is sure where its 95 % interval leaves out 0, and so more than chance: Welch's interval for means, "
                      "Newcombe's for shares. Of those that are no change at all, one in twenty looks sure.");
    }

    static std::string judged(const Figures& figures) {
        const auto share = figures.share_judged();
        return share ? fmt::format("{:.1f} %", *share * 100) : "-";
    }

    void changes() {
        if (!compares()) return;
        Rows rows;
        std::size_t compared = 0;
        for (const auto& [id, figures] : week_.parameters) {
            const auto change = figures.change();
            compared += change.has_value();
            if (!change || !change->excludes_zero()) continue;
            Row row = {id, percent(figures.now.no, figures.now.judged()), percent(figures.before.no, figures.before.judged())};
            add_change(change, 100, row);
            row.back() = change->value > 0 ? "worse" : "better";
            rows.push_back(std::move(row));
        }
        page_.add(heading, "What changed");
        if (rows.empty()) {
            page_.add(paragraph, fmt::format("No parameter's share of markdowns surely changed; {} compared.", compared));
            return;
        }
        page_.add_table(
            {{"parameter", false}, {"markdowns", true}, {"before", true}, {"change", true}, {"95 %", true}, {"", false}}, rows);
        page_.add(paragraph, counted(compared, "parameter", "parameters") + " compared.");
    }

    void parameters() {
        const bool all = std::ranges::find(options_.by, Dimension::parameter) != options_.by.end();
        const auto weak = weakest(week_.parameters);
        if (week_.parameters.empty()) return;
        page_.add(heading, all ? "Parameters" : "Weakest parameters");
        Rows rows;
        const auto add = [&](const std::string& id, const ParameterFigures& figures) {
            const auto& now = figures.now;
            rows.push_back({id, figures.clause, std::to_string(now.no), std::to_string(now.judged()), percent(now.no, now.judged()),
                            percent(figures.before.no, figures.before.judged())});
        };
        for (std::size_t i = 0; i < weak.size() && (all || i < shown_parameters); ++i) add(weak[i]->first, weak[i]->second);
        if (all)
            for (const auto& [id, figures] : week_.parameters)
                if (figures.now.no == 0) add(id, figures);
        if (rows.empty()) page_.add(paragraph, "No markdown.");
        page_.add_table(
            {{"parameter", false}, {"clause", false}, {"no", true}, {"judged", true}, {"share", true}, {"before", true}}, rows);
        for (std::size_t i = 0; i < std::min(weak.size(), explained_parameters); ++i)
            examples(weak[i]->first, weak[i]->second, true);
    }

    void examples(const std::string& id, const ParameterFigures& figures, bool with_agent) {
        page_.add(subheading, fmt::format("{}: {} of {}{}", id, figures.now.no, figures.now.judged(),
                                          figures.clause.empty() ? "" : " (" + figures.clause + ")"));
        for (const auto& example : figures.examples) {
            auto text = where(example.conversation, example.source, example.record);
            if (with_agent && !example.agent.empty()) text += ", " + shown_agent(week_, example.agent, example.agent_name);
            if (!example.reason.empty()) text += ": " + example.reason;
            if (!example.missing.empty()) text += "; missing: " + joined(example.missing);
            page_.add(item, text);
            if (!example.quote.empty()) page_.add(quote, "\u201c" + example.quote + "\u201d");
        }
        if (!figures.advice.empty()) page_.add(paragraph, "Instead: " + figures.advice);
    }

    void group(Dimension dimension) {
        const auto found = week_.groups.find(dimension);
        if (found == week_.groups.end()) return;
        page_.add(heading, "By " + std::string(name_of(dimension)));
        std::vector<const std::pair<const std::string, Group>*> values;
        for (const auto& one : found->second) values.push_back(&one);
        Rows rows;
        for (const auto* one : values) {
            if (rows.size() == most_rows) break;
            const auto& now = one->second.change.now;
            const auto& before = one->second.change.before;
            auto name = dimension == Dimension::agent ? shown_agent(week_, one->first, one->second.label) : one->first;
            if (name.empty()) name = "(not said)";
            Row row = {name,
                       std::to_string(now.cards),
                       decimal(now.mean()),
                       percent(now.passed, now.cards),
                       std::to_string(now.fatal),
                       std::to_string(now.markdowns)};
            if (compares()) {
                row.push_back(decimal(before.mean()));
                add_change(one->second.change.of_mean(), 1, row);
            }
            rows.push_back(std::move(row));
        }
        std::vector<Column> columns = {{std::string(name_of(dimension)), false},
                                       {"n", true},
                                       {"mean", true},
                                       {"passed", true},
                                       {"fatal", true},
                                       {"markdowns", true}};
        if (compares()) columns.insert(columns.end(), {{"before", true}, {"change", true}, {"95 %", true}, {"sure", false}});
        const bool cut = rows.size() < values.size();
        page_.add_table(std::move(columns), std::move(rows));
        if (cut) page_.add(paragraph, fmt::format("and {} more; csv and json have them all.", values.size() - most_rows));
    }

    void fatal() {
        page_.add(heading, "Fatal markdowns");
        if (week_.fatal.empty()) {
            page_.add(paragraph, "None.");
            return;
        }
        Rows rows;
        for (const auto& one : week_.fatal)
            rows.push_back({joined(one.fatal), one.started_at.substr(0, 16), shown_agent(week_, one.agent, one.agent_name),
                            where(one.conversation, one.source, one.record)});
        const auto shown = rows.size();
        page_.add_table({{"parameter", false}, {"began", false}, {"agent", false}, {"conversation", false}}, std::move(rows));
        if (shown < week_.total.now.fatal) page_.add(paragraph, fmt::format("and {} more.", week_.total.now.fatal - shown));
    }

    void listening() {
        if (week_.worst.empty()) return;
        page_.add(heading, "To look at first");
        Rows rows;
        for (const auto& one : week_.worst)
            rows.push_back({decimal(one.score), std::to_string(one.markdowns), one.channel,
                            shown_agent(week_, one.agent, one.agent_name), where(one.conversation, one.source, one.record)});
        page_.add_table({{"score", true}, {"markdowns", true}, {"channel", false}, {"agent", false}, {"conversation", false}},
                        std::move(rows));
    }

    void not_judged() {
        constexpr std::pair<NotJudged, std::string_view> kinds[] = {{NotJudged::not_visible, "cannot be seen in what was given"},
                                                                    {NotJudged::needs_person, "needs a person"},
                                                                    {NotJudged::not_applicable, "does not apply"},
                                                                    {NotJudged::none, "the scorecard does not say why (--brief)"}};
        Rows rows;
        for (const auto& [kind, words] : kinds) {
            std::vector<std::pair<std::uint64_t, std::string_view>> most;
            std::uint64_t sum = 0;
            for (const auto& [id, figures] : week_.parameters) {
                const auto count = figures.now.na[static_cast<std::size_t>(kind)];
                sum += count;
                if (count > 0) most.emplace_back(count, id);
            }
            if (sum == 0) continue;
            std::ranges::stable_sort(most, [](const auto& a, const auto& b) { return a.first > b.first; });
            std::string text;
            for (std::size_t i = 0; i < std::min(most.size(), most_reasons); ++i)
                text += (i == 0 ? "" : ", ") + fmt::format("{} {}", most[i].second, most[i].first);
            rows.push_back({std::string(words), std::to_string(sum), text});
        }
        if (rows.empty()) return;
        page_.add(heading, "Not judged, and why");
        page_.add_table({{"why", false}, {"verdicts", true}, {"mostly", false}}, std::move(rows));
    }

    static Row length_row(std::string name, const Lengths& lengths) {
        const auto turns = lengths.mean_turns();
        return {std::move(name),
                std::to_string(lengths.cards),
                decimal(turns),
                std::to_string(lengths.timed),
                time_of(lengths.mean_seconds()),
                time_of(lengths.seconds_at(0.5)),
                time_of(lengths.seconds_at(0.9))};
    }

    void lengths() {
        if (week_.lengths.cards == 0) return;
        page_.add(heading, "How long conversations are");
        const auto columns = [](std::string first) {
            return std::vector<Column>{{std::move(first), false}, {"n", true},    {"turns", true},
                                       {"timed", true},           {"mean", true}, {"half within", true},
                                       {"90 % within", true}};
        };
        Rows rows;
        for (const auto& [topic, one] : week_.by_topic) {
            if (rows.size() == most_rows) break;
            rows.push_back(length_row(topic.empty() ? "(no topic)" : topic, one));
        }
        rows.push_back(length_row("all", week_.lengths));
        page_.add_table(columns("topic"), std::move(rows));
        rows.clear();
        for (const auto& [hour, one] : week_.by_hour) rows.push_back(length_row(fmt::format("{:02}:00", hour), one));
        if (!rows.empty()) page_.add(subheading, "by the hour they began");
        page_.add_table(columns("hour"), std::move(rows));
    }

    void coaching(const std::string& agent, const Coaching& page) {
        page_.add(title, "Coaching: " + shown_agent(week_, agent, page.name) +
                             (options_.period ? ", " + period_text(*options_.period) : ""));
        const auto& now = page.change.now;
        if (now.cards == 0) {
            page_.add(paragraph, "No conversation of this period.");
            return;
        }
        auto text =
            fmt::format("{}, mean score {}, {} passed, {} with a fatal markdown. All agents: mean score {}.",
                        conversations(now.cards), decimal(now.mean()), now.passed, now.fatal, decimal(week_.total.now.mean()));
        if (page.change.before.cards > 0) {
            text += fmt::format(" Before: {}, mean score {}", conversations(page.change.before.cards),
                                decimal(page.change.before.mean()));
            if (const auto change = page.change.of_mean())
                text += fmt::format("; change {} (95 %: {} to {}), {}", signed_decimal(change->value), signed_decimal(change->low),
                                    signed_decimal(change->high), change->excludes_zero() ? "more than chance" : "may be chance");
            text += '.';
        }
        page_.add(paragraph, text);
        std::vector<std::string> good;
        for (const auto& [id, figures] : page.parameters)
            if (figures.now.no == 0 && figures.now.yes > 0) good.push_back(id);
        if (!good.empty()) {
            page_.add(heading, "Always right");
            page_.add(paragraph, joined(good));
        }
        const auto weak = weakest(page.parameters);
        page_.add(heading, weak.empty() ? "No markdown" : "What to say instead");
        for (const auto* one : weak) examples(one->first, one->second, false);
    }

    const Weekly& week_;
    const WeeklyOptions& options_;
    Page page_ = {};
};

} // namespace

Page page_of(const Weekly& week) { return Writer(week).write(); }

} // namespace motaudit::weekly
