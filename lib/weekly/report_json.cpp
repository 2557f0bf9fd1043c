#include "report/json_members.hpp"
#include "weekly/report.hpp"

namespace motaudit::weekly {
namespace {

using json::count;
using json::estimate;
using json::number;
using json::text_if_any;

// Appends function(element, out) for each, in [ ].
template <class List, class Function>
void list(std::string_view key, const List& all, const Function& function, std::string& out) {
    append_json_key(key, out);
    out += '[';
    bool first = true;
    for (const auto& one : all) {
        if (!first) out += ',';
        first = false;
        function(one);
    }
    out += ']';
}

void texts(std::string_view key, const std::vector<std::string>& all, std::string& out) {
    if (!all.empty())
        list(
            key, all, [&](const std::string& one) { append_json_string(one, out); }, out);
}

void period(std::string_view key, const Period& days, std::string& out) {
    append_json_key(key, out);
    out += '{';
    text_if_any("from", day_name(days.first), out);
    text_if_any("to", day_name(days.last), out);
    text_if_any("week", week_name(days), out);
    out += '}';
}

void figures(std::string_view key, const Figures& one, std::string& out) {
    append_json_key(key, out);
    out += '{';
    count("conversations", one.cards, out);
    count("scored", one.scored, out);
    number("mean_score", one.mean(), 4, out);
    count("passed", one.passed, out);
    count("fatal", one.fatal, out);
    number("judged_share", one.share_judged(), 4, out);
    count("markdowns", one.markdowns, out);
    count("verdicts", one.verdicts, out);
    out += '}';
}

void change(const Change& one, std::string& out) {
    figures("now", one.now, out);
    figures("before", one.before, out);
    append_json_key("change", out);
    out += '{';
    estimate("mean_score", one.of_mean(), out);
    estimate("passed", one.of_passed(), out);
    estimate("fatal", one.of_fatal(), out);
    out += '}';
}

void verdicts(std::string_view key, const Verdicts& one, std::string& out) {
    append_json_key(key, out);
    out += '{';
    count("yes", one.yes, out);
    count("no", one.no, out);
    count("not_applicable", one.na[static_cast<std::size_t>(NotJudged::not_applicable)], out);
    count("not_visible", one.na[static_cast<std::size_t>(NotJudged::not_visible)], out);
    count("needs_person", one.na[static_cast<std::size_t>(NotJudged::needs_person)], out);
    count("na_unsaid", one.na[static_cast<std::size_t>(NotJudged::none)], out);
    estimate("markdown_share", one.markdowns(), out);
    out += '}';
}

void source(std::string_view path, std::uint64_t record, std::string& out) {
    append_json_key("source", out);
    out += '{';
    text_if_any("path", path, out);
    if (record != 0) count("record", record, out);
    out += '}';
}

class Writer {
public:
    Writer(const Weekly& week, std::string& out) : week_(week), out_(out) {}

    void write(const ReportStyle& style) {
        const auto& options = week_.options();
        out_ += R"({"schema":"motaudit.weekly/1")";
        text_if_any("version", style.version, out_);
        const auto days = options.period ? options.period : week_.days;
        if (days) period("period", *days, out_);
        if (options.period) period("before", options.period->before(), out_);
        text_if_any("zone", options.zone ? zone_name(*options.zone) : "own", out_);
        append_json_key("redacted", out_);
        out_ += options.hide_words ? (options.hide_agents ? R"(["customers","agents"])" : R"(["customers"])") : "[]";
        input();
        append_json_key("standards", out_);
        out_ += '{';
        for (const auto& [name, cards] : week_.standards) {
            if (out_.back() != '{') out_ += ',';
            append_json_string(name, out_);
            out_ += ':';
            append_json_count(cards, out_);
        }
        out_ += '}';
        append_json_key("total", out_);
        out_ += '{';
        change(week_.total, out_);
        out_ += '}';
        groups();
        parameters(week_.parameters, true);
        listed("worst", week_.worst);
        listed("fatal", week_.fatal);
        lengths();
        coaching();
        out_ += "}\n";
    }

private:
    void input() {
        append_json_key("input", out_);
        out_ += '{';
        count("read", week_.read + week_.unreadable, out_);
        count("now", week_.total.now.cards, out_);
        count("before", week_.total.before.cards, out_);
        count("outside", week_.outside, out_);
        count("undated", week_.undated, out_);
        count("unreadable", week_.unreadable, out_);
        count("without_offset", week_.without_offset, out_);
        out_ += '}';
    }

    void agent(std::string_view key, std::string_view name) {
        text_if_any("agent", shown_agent(week_, key, name), out_);
        if (!week_.options().hide_agents && key != name) text_if_any("agent_id", key, out_);
    }

    void groups() {
        append_json_key("groups", out_);
        out_ += '{';
        for (const auto& [dimension, values] : week_.groups) {
            const auto one = [&, by = dimension](const auto& value) {
                out_ += '{';
                if (by == Dimension::agent)
                    agent(value.first, value.second.label);
                else
                    text_if_any("value", value.first, out_);
                change(value.second.change, out_);
                out_ += '}';
            };
            list(name_of(dimension), values, one, out_);
        }
        out_ += '}';
    }

    void parameters(const Parameters& all, bool with_agent) {
        const auto example = [&](const MarkdownExample& one) {
            out_ += '{';
            text_if_any("id", one.conversation, out_);
            source(one.source, one.record, out_);
            if (with_agent) agent(one.agent, one.agent_name);
            text_if_any("quote", one.quote, out_);
            text_if_any("reason", one.reason, out_);
            texts("missing", one.missing, out_);
            out_ += '}';
        };
        const auto parameter = [&](const auto& one) {
            const auto& [id, figures] = one;
            out_ += '{';
            text_if_any("id", id, out_);
            text_if_any("clause", figures.clause, out_);
            verdicts("now", figures.now, out_);
            verdicts("before", figures.before, out_);
            estimate("change", figures.change(), out_);
            text_if_any("advice", figures.advice, out_);
            list("examples", figures.examples, example, out_);
            out_ += '}';
        };
        list("parameters", all, parameter, out_);
    }

    void listed(std::string_view key, const std::vector<Listed>& all) {
        const auto one = [&](const Listed& talk) {
            out_ += '{';
            text_if_any("id", talk.conversation, out_);
            source(talk.source, talk.record, out_);
            text_if_any("channel", talk.channel, out_);
            agent(talk.agent, talk.agent_name);
            text_if_any("started_at", talk.started_at, out_);
            number("score", talk.score, 1, out_);
            count("markdowns", talk.markdowns, out_);
            texts("fatal", talk.fatal, out_);
            out_ += '}';
        };
        list(key, all, one, out_);
    }

    void length(const Lengths& one) {
        count("conversations", one.cards, out_);
        number("mean_turns", one.mean_turns(), 2, out_);
        count("timed", one.timed, out_);
        number("mean_seconds", one.mean_seconds(), 1, out_);
        number("median_seconds", one.seconds_at(0.5), 0, out_);
        number("p90_seconds", one.seconds_at(0.9), 0, out_);
    }

    void lengths() {
        append_json_key("lengths", out_);
        out_ += '{';
        const auto topic = [&](const auto& one) {
            out_ += '{';
            text_if_any("topic", one.first, out_);
            length(one.second);
            out_ += '}';
        };
        const auto hour = [&](const auto& one) {
            out_ += '{';
            count("hour", static_cast<std::uint64_t>(one.first), out_);
            length(one.second);
            out_ += '}';
        };
        list("topics", week_.by_topic, topic, out_);
        list("hours", week_.by_hour, hour, out_);
        out_ += '}';
    }

    void coaching() {
        if (week_.coaching.empty()) return;
        const auto page = [&](const auto& one) {
            out_ += '{';
            agent(one.first, one.second.name);
            change(one.second.change, out_);
            parameters(one.second.parameters, false);
            out_ += '}';
        };
        list("coaching", week_.coaching, page, out_);
    }

    const Weekly& week_;
    std::string& out_;
};

} // namespace

void write_weekly_json(const Weekly& week, const ReportStyle& style, std::string& out) { Writer(week, out).write(style); }

} // namespace motaudit::weekly
