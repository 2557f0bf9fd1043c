#include "report/formats.hpp"

#include "report/telling.hpp"
#include "report/xml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

// JUnit's XML as the schema of Jenkins (xUnit plugin, junit-10.xsd) has it: a suite a conversation, a case a parameter. A
// conversation's counts stand before its cases; the totals would stand before them all, and are left to who reads it.

namespace motaudit::reporters {
namespace {

constexpr std::size_t most_places = 20;

void attribute(std::string_view name, std::string_view value, std::string& out) {
    out.append(" ").append(name).append("=\"");
    append_xml(value, out);
    out += '"';
}

void property(std::string_view name, std::string_view value, std::string& out) {
    if (value.empty()) return;
    out += "<property";
    attribute("name", name, out);
    attribute("value", value, out);
    out += "/>\n";
}

void line(std::string_view lead, std::string_view text, std::string& out) {
    if (text.empty()) return;
    out += lead;
    append_xml(text, out);
    out += '\n';
}

void places(std::string_view lead, const std::vector<Evidence>& all, const Conversation& talk, std::string& out) {
    PlaceFinder finder(talk);
    const auto shown = std::min(all.size(), most_places);
    for (std::size_t i = 0; i < shown; ++i) {
        auto said = where_of(all[i], talk, finder);
        if (said.empty()) continue;
        if (const auto words = words_of(all[i], talk); !words.empty()) said.append(": \u201c").append(words).append("\u201d");
        if (!all[i].note.empty()) said.append(" (").append(all[i].note).append(")");
        line(lead, said, out);
    }
    if (all.size() > shown) line(lead, fmt::format("and {} more", all.size() - shown), out);
}

void failure(const Judgement& judged, const Conversation& talk, std::string& out) {
    const auto& parameter = *judged.parameter;
    const auto& finding = judged.finding;
    out += "<failure";
    attribute("type", name_of(finding.fatal ? Severity::fatal : parameter.severity), out);
    attribute("message", finding.reason.empty() ? parameter.title : finding.reason, out);
    out += ">\n";
    line("", parameter.title, out);
    line("", worth_of(judged) + (parameter.clause.empty() ? "" : ", " + parameter.clause), out);
    line("reason: ", finding.reason, out);
    places("", finding.evidence, talk, out);
    places("nearest: ", beside(finding), talk, out);
    line("missing: ", joined(finding.missing), out);
    line("instead: ", parameter.advice, out);
    out += "</failure>";
}

void test_case(const Judgement& judged, std::string_view suite, const Conversation& talk, std::string& out) {
    const auto& finding = judged.finding;
    out += "<testcase";
    attribute("name", judged.parameter->id, out);
    attribute("classname", suite, out);
    attribute("group", judged.parameter->section, out);
    if (finding.verdict == Verdict::yes) {
        out += "/>\n";
        return;
    }
    out += '>';
    if (const auto waived = waived_of(judged); !waived.empty()) {
        out += "<skipped";
        attribute("type", name_of(judged.waived), out);
        attribute("message", finding.reason + " (" + waived + ")", out);
        out += "/>";
    } else if (finding.verdict == Verdict::no) {
        failure(judged, talk, out);
    } else {
        out += "<skipped";
        attribute("type", name_of(finding.not_judged), out);
        attribute("message", finding.reason.empty() ? name_of(finding.not_judged) : std::string_view(finding.reason), out);
        out += "/>";
    }
    out += "</testcase>\n";
}

void open(const ReportStyle&, std::string& out) {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"motaudit\">\n";
}

void suite(const ScoreCard& card, const ReportStyle&, std::string& out) {
    const auto& talk = *card.conversation;
    const auto name = name_of(talk);
    const auto is_waived = [](const Judgement& judged) { return !waived_of(judged).empty(); };
    const auto is_na = [](const Judgement& judged) { return judged.finding.verdict == Verdict::na; };
    const auto waived = static_cast<std::size_t>(std::ranges::count_if(card.all(), is_waived)); // a server fails on no others
    const auto skipped = static_cast<std::size_t>(std::ranges::count_if(card.all(), is_na)) + waived;
    out += "<testsuite";
    attribute("name", name, out);
    out += fmt::format(" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"", card.judged, count_markdowns(card) - waived,
                       skipped);
    if (!talk.started_at.empty()) attribute("timestamp", talk.started_at, out);
    if (!talk.path.empty()) attribute("file", talk.path, out);
    out += ">\n<properties>\n";
    property("channel", name_of(talk.channel), out);
    property("record", talk.record == 0 ? "" : std::to_string(talk.record), out);
    property("agent", talk.agent.empty() ? talk.agent_id : talk.agent, out);
    property("standard", card.standard->name + " " + card.standard->version, out);
    property("score", card.score ? fmt::format("{:.1f}", *card.score) : "", out);
    property("passed", card.passed ? "true" : "false", out);
    out += "</properties>\n";
    for (const auto& judged : card.all()) test_case(judged, name, talk, out);
    out += "</testsuite>\n";
}

void close(const Summary&, const ReportStyle&, std::string& out) { out += "</testsuites>\n"; }

} // namespace

constinit const Reporter junit = {.name = "junit",
                                  .summary = "JUnit XML for CI servers: a suite a conversation, a case a parameter",
                                  .between = "",
                                  .tells_counts = false,
                                  .begin = open,
                                  .card = suite,
                                  .end = close};

} // namespace motaudit::reporters
