#include "report/formats.hpp"

#include "report/json_members.hpp"
#include "report/region.hpp"
#include "report/sarif_text.hpp"
#include "report/sarif_tool.hpp"
#include "report/telling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

// SARIF 2.1.0: a result for each verdict. Runs are cut at as many results as GitHub takes of one; each has rules and taxa of its
// own. Of a conversation's text there is no more than the words that gave a verdict.

namespace motaudit::reporters {
namespace {

using json::count;
using json::text;

constexpr std::uint64_t most_results = 25'000;
constexpr std::size_t most_locations = 100;

void artifact(const Conversation& talk, std::string& out) {
    append_json_key("artifactLocation", out);
    out += '{';
    text("uri", uri_of(talk.path), out);
    if (!talk.path.starts_with('/')) text("uriBaseId", "%SRCROOT%", out);
    out += '}';
}

void physical(const Conversation& talk, const Region& region, std::string_view words, std::string& out) {
    if (talk.path.empty()) return;
    append_json_key("physicalLocation", out);
    out += '{';
    artifact(talk, out);
    if (region.begin.line != 0) {
        append_json_key("region", out);
        out += '{';
        count("startLine", region.begin.line, out);
        count("startColumn", region.begin.column, out);
        if (region.end.line != 0) {
            count("endLine", region.end.line, out);
            count("endColumn", region.end.column, out);
        }
        if (!words.empty()) {
            append_json_key("snippet", out);
            out += '{';
            text("text", words, out);
            out += '}';
        }
        out += '}';
    }
    out += '}';
}

// "chat-000412" and, where a turn is meant, "chat-000412/turn 3": turns count from 1 for people.
void logical(const Conversation& talk, const Evidence* seen, std::string& out) {
    auto name = std::string(talk.id.empty() ? talk.path : talk.id);
    append_json_key("logicalLocations", out);
    out += "[{";
    if (seen != nullptr) {
        const auto turn = fmt::format("turn {}", std::uint64_t{seen->turn} + 1);
        text("name", turn, out);
        name += "/" + turn;
    } else {
        text("name", name, out);
    }
    text("fullyQualifiedName", name, out);
    text("kind", seen != nullptr ? "turn" : "conversation", out);
    out += "}]";
}

void location(const Evidence& seen, const Conversation& talk, RegionFinder& finder, std::string& out) {
    out += '{';
    physical(talk, finder.of(seen), words_of(seen, talk), out);
    logical(talk, &seen, out);
    if (!seen.note.empty()) append_sarif_text("message", seen.note, out);
    out += '}';
}

void locations(std::string_view key, const std::vector<Evidence>& all, const Conversation& talk, const ReportStyle& style,
               std::string& out) {
    append_json_key(key, out);
    out += '[';
    RegionFinder finder(talk, style);
    std::vector<std::string> shown; // places that are the same but for words which do not stand in the file are one
    for (const auto& seen : all) {
        if (turn_of(seen, talk) == nullptr || shown.size() == most_locations) continue;
        std::string one;
        location(seen, talk, finder, one);
        if (std::ranges::find(shown, one) != shown.end()) continue;
        if (!shown.empty()) out += ',';
        out += shown.emplace_back(std::move(one));
    }
    if (shown.empty()) { // nothing said: the conversation as a whole
        out += '{';
        physical(talk, {}, {}, out);
        logical(talk, nullptr, out);
        out += '}';
    }
    out += ']';
}

std::string message(const Judgement& judged) {
    const auto& finding = judged.finding;
    auto said = finding.reason;
    if (said.empty()) said = judged.parameter->title.empty() ? judged.parameter->id : judged.parameter->title;
    if (finding.verdict == Verdict::no && !finding.missing.empty()) said += "; missing: " + joined(finding.missing);
    return said;
}

std::string_view kind_of(Verdict verdict) {
    return verdict == Verdict::yes ? "pass" : verdict == Verdict::no ? "fail" : "notApplicable";
}

std::string_view level_of(const Judgement& judged) {
    if (judged.finding.verdict != Verdict::no) return "none"; // as the kinds other than fail must
    return judged.finding.fatal || judged.parameter->severity == Severity::fatal ? "error" : "warning";
}

void taxon(const Parameter& parameter, const Standard& standard, std::string& out) {
    append_json_key("taxa", out);
    out += "[{";
    text("id", parameter.clause, out);
    append_json_key("toolComponent", out);
    out += '{';
    text("name", standard.name, out);
    out += "}}]";
}

void result(const Judgement& judged, const ScoreCard& card, const ReportStyle& style, std::string& out) {
    const auto& talk = *card.conversation;
    const auto& parameter = *judged.parameter;
    const auto& finding = judged.finding;
    const bool markdown = finding.verdict == Verdict::no;
    const auto index = rule_index(parameter, *card.standard, style);
    out += '{';
    text("ruleId", parameter.id, out);
    if (index >= 0) count("ruleIndex", static_cast<std::uint64_t>(index), out);
    text("kind", kind_of(finding.verdict), out);
    text("level", level_of(judged), out);
    append_sarif_text("message", message(judged), out);
    locations("locations", finding.evidence, talk, style, out);
    if (const auto near = beside(finding); markdown && !near.empty()) locations("relatedLocations", near, talk, style, out);
    append_json_key("partialFingerprints", out);
    out += '{';
    text("motaudit/v1", fingerprint(card.standard->name, uri_of(talk.path), name_of(talk), parameter.id), out);
    out += '}';
    if (markdown && !parameter.clause.empty() && index >= 0) taxon(parameter, *card.standard, out);
    if (const auto waived = waived_of(judged); !waived.empty()) {
        append_json_key("suppressions", out);
        out += "[{";
        text("kind", "external", out);
        text("justification", waived, out);
        out += "}]";
    }
    if (finding.verdict == Verdict::na) {
        append_json_key("properties", out);
        out += '{';
        text("na", name_of(finding.not_judged), out);
        out += '}';
    }
    out += '}';
}

void results(const ScoreCard& card, const ReportStyle& style, std::string& out) {
    bool first = true;
    for (const auto& judged : card.all()) {
        if (!first) out += ",\n";
        first = false;
        result(judged, card, style, out);
    }
}

void open_run(const ReportStyle& style, std::uint64_t number, std::string& out) {
    out += '{';
    append_sarif_tool(style, out);
    text("columnKind", "unicodeCodePoints", out);
    append_json_key("originalUriBaseIds", out);
    out += R"({"%SRCROOT%":{"description":{"text":"The folder that the program ran in"}}})";
    // GitHub tells runs of one file apart by this.
    append_json_key("automationDetails", out);
    out += '{';
    text("id", number == 1 ? "motaudit/" : fmt::format("motaudit/{}/", number), out);
    out += '}';
    append_json_key("results", out);
    out += "[\n";
}

void notification(std::string_view level, std::string_view said, std::string& out) {
    if (out.back() != '[') out += ',';
    out += '{';
    text("level", level, out);
    append_sarif_text("message", said, out);
    out += '}';
}

void close_run(const Summary* summary, std::string& out) {
    out += "\n]";
    append_json_key("invocations", out);
    out += "[{";
    append_json_key("executionSuccessful", out);
    out += summary == nullptr || summary->unreadable == 0 ? "true" : "false";
    if (summary != nullptr) {
        append_json_key("toolExecutionNotifications", out);
        out += '[';
        notification("note",
                     fmt::format("judged {} + skipped {} + unreadable {} = read {}", summary->judged, summary->skipped,
                                 summary->unreadable, summary->read),
                     out);
        for (const auto& [why, skipped] : summary->skips) notification("warning", fmt::format("{} skipped: {}", skipped, why), out);
        if (summary->unreadable != 0) notification("error", fmt::format("{} could not be read", summary->unreadable), out);
        out += ']';
    }
    out += "}]}";
}

void begin(const ReportStyle& style, std::string& out) {
    out += R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[)";
    out += '\n';
    open_run(style, 1, out);
}

void turn(const ReportStyle& style, std::uint64_t number, std::string& out) {
    close_run(nullptr, out);
    out += ",\n";
    open_run(style, number, out);
}

void end(const Summary& summary, const ReportStyle&, std::string& out) {
    close_run(&summary, out);
    out += "\n]}\n";
}

} // namespace

constinit const Reporter sarif = {.name = "sarif",
                                  .summary = "SARIF 2.1.0 for code scanning: a result for each verdict",
                                  .between = ",\n",
                                  .tells_counts = false,
                                  .begin = begin,
                                  .card = results,
                                  .end = end,
                                  .most_verdicts = most_results,
                                  .turn = turn};

} // namespace motaudit::reporters
