#include "report/formats.hpp"

#include "report/card_json.hpp"
#include "report/json_text.hpp"

// The two JSON formats: a scorecard a line, and one document that holds them all. Both are written as they come.

namespace motaudit::reporters {
namespace {

void line(const ScoreCard& card, const ReportStyle& style, std::string& out) {
    append_card_json(card, style, out);
    out += '\n';
}

void open(const ReportStyle& style, std::string& out) {
    out += R"({"schema":"motaudit.report/1")";
    if (!style.version.empty()) {
        append_json_key("version", out);
        append_json_string(style.version, out);
    }
    out += ",\"scorecards\":[\n";
}

void close(const Summary& summary, const ReportStyle&, std::string& out) {
    out += "\n],\"summary\":";
    append_summary_json(summary, out);
    out += "}\n";
}

} // namespace

constinit const Reporter jsonl = {
    .name = "jsonl", .summary = "one scorecard a line, for programs", .between = "", .tells_counts = false, .card = line};
constinit const Reporter json = {.name = "json",
                                 .summary = "one document: every scorecard and the summary",
                                 .between = ",\n",
                                 .tells_counts = true,
                                 .begin = open,
                                 .card = append_card_json,
                                 .end = close};

} // namespace motaudit::reporters
