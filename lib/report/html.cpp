#include "report/formats.hpp"

#include "report/collector.hpp"
#include "report/html_conversation.hpp"
#include "report/html_figures.hpp"
#include "report/html_text.hpp"
#include "report/page.hpp"
#include "report/redacted_card.hpp"
#include "report/tally.hpp"
#include "report/visible.hpp"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include <algorithm>
#include <atomic>
#include <climits>
#include <cmath>
#include <cstdint>
#include <map>
#include <queue>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The report as one web page. Figures, charts and the table come first, so it is written when all has been seen. Of every
// conversation a line is kept; the pages' worth of turns and markdowns only of the worst thousand so far, and what is no worse than
// those is not even rendered.

namespace motaudit::reporters {
namespace {

namespace mustache = kainjow::mustache;
using mustache::data;

constexpr std::size_t most_shown = 1000;
constexpr char anchor_sign = '\x01'; // in a fragment: "c12" goes here. No text from outside holds it, since controls show.

std::string escaped(const std::string& text) {
    std::string out;
    append_html(text, out);
    return out;
}

// A template is changed by being rendered: each thread parses its own.
mustache::mustache parsed(std::string_view text) {
    mustache::mustache made{std::string(text)};
    made.set_custom_escape(escaped);
    return made;
}

data yes_if(bool is) { return data(is ? data::type::bool_true : data::type::bool_false); }

// What is empty counts as absent.
data text_or_none(const std::string& text) { return text.empty() ? yes_if(false) : data(text); }

template <class Items, class Make>
data list_of(const Items& items, const Make& make) {
    data list(data::type::list);
    for (const auto& item : items) list.push_back(make(item));
    return list;
}

data texts(const std::vector<std::string>& all) {
    return list_of(all, [](const std::string& text) { return data(text); });
}

std::string rendered(const Note& note, const std::string& anchor) {
    thread_local auto page = parsed(page_file("note.mustache"));
    data d;
    d.set("anchor", anchor);
    d.set("number", std::to_string(note.number));
    d.set("fatal", yes_if(note.fatal));
    d.set("id", note.id);
    d.set("title", note.title);
    d.set("reason", note.reason);
    d.set("worth", text_or_none(note.worth));
    d.set("clause", text_or_none(note.clause));
    d.set("missing", text_or_none(note.missing));
    d.set("noted", text_or_none(note.noted));
    d.set("near", text_or_none(note.near));
    d.set("advice", text_or_none(note.advice));
    return page.render(d);
}

data notes_of(const std::vector<Note>& notes, const std::string& anchor) {
    return list_of(notes, [&](const Note& note) { return data("note", rendered(note, anchor)); });
}

std::string rendered(const PageTalk& talk, const std::string& anchor) {
    thread_local auto page = parsed(page_file("conversation.mustache"));
    data d;
    d.set("anchor", anchor);
    d.set("score", talk.score);
    d.set("result", talk.result);
    d.set("id", talk.id);
    d.set("about", talk.about);
    d.set("source", talk.source);
    d.set("fatal", text_or_none(talk.fatal));
    d.set("cut", text_or_none(talk.cut));
    d.set("has_unplaced", yes_if(!talk.unplaced.empty()));
    d.set("unplaced", notes_of(talk.unplaced, anchor));
    d.set("turns", list_of(talk.turns, [&](const PageTurn& turn) {
              data t;
              t.set("speaker", turn.speaker);
              t.set("who", turn.who);
              t.set("time", text_or_none(turn.time));
              t.set("text", turn.text);
              t.set("has_notes", yes_if(!turn.notes.empty()));
              t.set("notes", notes_of(turn.notes, anchor));
              return t;
          }));
    d.set("rows_count", std::to_string(talk.rows.size()));
    d.set("rows", list_of(talk.rows, [](const PageRow& row) {
              data r;
              r.set("verdict", row.verdict);
              r.set("id", row.id);
              r.set("title", row.title);
              r.set("points", row.points);
              r.set("clause", row.clause);
              r.set("why", row.why);
              return r;
          }));
    return page.render(d);
}

// The order of the list: the worst first, those without a score last.
int badness(std::optional<double> score) { return score ? static_cast<int>(std::llround(*score * 10)) : 100000; }

class Html : public Collector {
public:
    explicit Html(const ReportStyle& style) : style_(style) {}

    void card(const ScoreCard& card, std::string& fragment) const override {
        if (style_.brief || badness(card.score) >= bar_) return;
        const std::string anchor(1, anchor_sign);
        if (style_.redact)
            fragment += rendered(page_talk(RedactedCard(card).card(), anchor), anchor);
        else
            fragment += rendered(page_talk(card, anchor), anchor);
    }

    void add(CardFacts facts, std::string_view fragment) override {
        if (style_.redact) {
            facts.agent = agent_token_of(facts.agent, facts.agent_id);
            facts.agent_id.clear();
        }
        tally_.add(facts);
        if (!style_.show_passed && facts.passed && facts.no == 0) return;
        const Row row = {badness(facts.score), rows_.size(), lines_.size()};
        append_line(facts);
        rows_.push_back(row);
        if (kept_.size() == most_shown && row.badness >= kept_.top().badness) return;
        if (kept_.size() == most_shown) {
            fragments_.erase(kept_.top().place);
            kept_.pop();
        }
        kept_.push(row);
        if (!style_.brief) fragments_.emplace(row.place, fragment);
        if (kept_.size() == most_shown) bar_ = kept_.top().badness;
    }

    void end(const Summary& summary, const Write& write) override {
        std::ranges::sort(rows_);
        const auto source = page_file("page.mustache");
        constexpr std::string_view talks_here = "{{! conversations }}", rest_here = "{{! rest }}";
        const auto talks_at = source.find(talks_here), rest_at = source.find(rest_here);
        const auto page = page_data(summary);
        const auto put = [&](std::string_view part) { return write(parsed(part).render(page)); };

        if (!put(source.substr(0, talks_at))) return;
        for (std::size_t i = 0; i < shown() && !style_.brief; ++i)
            if (!write(anchored(fragments_.at(rows_[i].place), i))) return;
        const auto between = talks_at + talks_here.size();
        if (!put(source.substr(between, rest_at - between))) return;
        std::string lines;
        for (std::size_t i = shown(); i < rows_.size(); ++i) {
            append_html(line_of(rows_[i]), lines);
            lines += '\n';
            if (lines.size() > (1u << 16)) {
                if (!write(lines)) return;
                lines.clear();
            }
        }
        if (write(lines)) put(source.substr(rest_at + rest_here.size()));
    }

private:
    struct Row {
        int badness = 0;
        std::size_t place = 0; // in the input
        std::size_t at = 0;    // of its line
        friend auto operator<=>(const Row&, const Row&) = default;
    };

    std::size_t shown() const { return std::min(rows_.size(), most_shown); }

    // The table's cells, parted by tabs, and the numbers of the parameters that are marked down.
    void append_line(const CardFacts& facts) {
        std::string id = visible(facts.id);
        if (id.empty()) id = fmt::format("{} {}", visible(facts.path), facts.record);
        fmt::format_to(std::back_inserter(lines_), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t", score_text(facts.score),
                       result_text(facts.passed, facts.fatal), id, name_of(facts.channel), visible(agent_label(facts)),
                       visible(facts.team), facts.day, facts.no);
        // The last cell.
        for (const auto* const parameter : facts.markdowns)
            fmt::format_to(std::back_inserter(lines_), " {}", tally_.parameters.at(parameter->id).number);
        lines_ += " \n";
    }

    std::string_view line_of(const Row& row) const {
        return std::string_view(lines_).substr(row.at, lines_.find('\n', row.at) - row.at);
    }

    static std::string anchored(const std::string& fragment, std::size_t i) {
        std::string out;
        const auto anchor = fmt::format("c{}", i + 1);
        for (const char c : fragment) c == anchor_sign ? out += anchor : out += c;
        return out;
    }

    data talk_data(std::size_t i) const {
        data t;
        auto rest = line_of(rows_[i]);
        for (const auto* const cell : {"score", "result", "id", "channel", "agent", "team", "day", "markdowns"}) {
            const auto end = rest.find('\t');
            t.set(cell, std::string(rest.substr(0, end)));
            rest.remove_prefix(end + 1);
        }
        t.set("marked", std::string(rest));
        t.set("anchor", style_.brief ? yes_if(false) : data(fmt::format("c{}", i + 1)));
        return t;
    }

    data page_data(const Summary& summary) const;

    const ReportStyle style_;
    Tally tally_ = {};
    std::string lines_ = {};
    std::vector<Row> rows_ = {};
    std::priority_queue<Row> kept_ = {};                // the worst so far, the best of them on top
    std::map<std::size_t, std::string> fragments_ = {}; // of those, by place
    std::atomic<int> bar_ = INT_MAX;                    // what is no worse will not be shown: it only falls
};

data chart_data(const Chart& chart) {
    data d;
    d.set("anchor", chart.anchor);
    d.set("title", chart.title);
    d.set("told", chart.told);
    d.set("width", std::to_string(chart.width));
    d.set("columns", list_of(chart.columns, [](const Column& column) {
              data c;
              c.set("x", column.x);
              c.set("y", column.y);
              c.set("w", column.w);
              c.set("h", column.h);
              c.set("middle", column.middle);
              c.set("above", column.above);
              c.set("kind", column.kind);
              c.set("value", text_or_none(column.value));
              c.set("label", text_or_none(column.label));
              return c;
          }));
    return d;
}

// Charts and tables alike: heads, and rows of a name and its numbers.
void set_rows(data& d, const std::vector<std::string>& heads, const std::vector<BarRow>& rows, std::size_t first_number) {
    d.set("heads", list_of(heads, [&](const std::string& head) {
              data h;
              h.set("text", head);
              h.set("number", yes_if(&head >= heads.data() + first_number));
              return h;
          }));
    d.set("rows", list_of(rows, [](const BarRow& row) {
              data r;
              r.set("name", text_or_none(row.name));
              r.set("id", text_or_none(row.id));
              r.set("bar", row.bar);
              r.set("kind", row.kind);
              r.set("lead", row.lead);
              r.set("cells", texts(row.cells));
              return r;
          }));
}

data Html::page_data(const Summary& summary) const {
    const auto figures = figures_of(tally_, summary, rows_.size(), shown(), style_);
    const auto style = std::string(page_file("page.css"));
    const auto script = std::string(page_file("page.js"));
    data d;
    d.set("style", style);
    d.set("script", script);
    d.set("style_hash", policy_hash(style));
    d.set("script_hash", policy_hash(script));
    d.set("version", style_.version);
    d.set("judged_counted", figures.judged);
    d.set("period", text_or_none(figures.period));
    d.set("counts", figures.counts);
    d.set("redact", yes_if(style_.redact));
    d.set("order", figures.order);
    d.set("each_title", figures.each_title);
    d.set("rest_title", figures.rest_title);
    d.set("no_fragments", yes_if(style_.brief || rows_.empty()));
    d.set("no_rest", yes_if(rows_.size() <= shown()));
    d.set("has_skips", yes_if(!figures.skips.empty()));
    d.set("skips", texts(figures.skips));
    d.set("digests", texts(figures.digests));
    d.set("standards", list_of(figures.standards, [&](const auto& standard) {
              data s;
              s.set("name", standard.first);
              s.set("count", figures.standards.size() > 1 ? data(standard.second) : yes_if(false));
              return s;
          }));
    d.set("figures", list_of(figures.headlines, [](const Headline& headline) {
              data h;
              h.set("name", headline.name);
              h.set("value", headline.value);
              h.set("unit", headline.unit);
              h.set("more", headline.more);
              h.set("kind", headline.kind);
              return h;
          }));
    d.set("charts", list_of(figures.charts, [](const Chart& chart) {
              auto c = chart_data(chart);
              set_rows(c, chart.heads, chart.rows, 1);
              return c;
          }));
    d.set("tables", list_of(figures.tables, [](const BarTable& table) {
              data t;
              t.set("anchor", table.anchor);
              t.set("title", table.title);
              t.set("more", text_or_none(table.more));
              set_rows(t, table.heads, table.rows, 2); // the first stands behind its bar
              return t;
          }));
    data channels(data::type::list);
    for (std::size_t i = 0; i < channel_names.size(); ++i)
        if (tally_.channels[i]) channels.push_back(std::string(channel_names[i]));
    d.set("channels", channels);
    d.set("options", list_of(tally_.parameters, [](const auto& entry) {
              data o;
              o.set("id", entry.first);
              o.set("number", std::to_string(entry.second.number));
              return o;
          }));
    data talks(data::type::list);
    for (std::size_t i = 0; i < shown(); ++i) talks.push_back(talk_data(i));
    d.set("talks", talks);
    return d;
}

std::unique_ptr<Collector> collect(const ReportStyle& style) { return std::make_unique<Html>(style); }

} // namespace

constinit const Reporter html = {.name = "html",
                                 .summary = "one web page for people: figures, charts, and each conversation with what was marked",
                                 .passed_on = true,
                                 .tells_counts = true,
                                 .collect = collect};

} // namespace motaudit::reporters
