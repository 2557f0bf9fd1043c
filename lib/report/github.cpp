#include "report/formats.hpp"

#include "report/region.hpp"
#include "report/telling.hpp"
#include "report/visible.hpp"

#include <fmt/format.h>

#include <algorithm>

// Workflow commands of GitHub Actions, one a markdown: an annotation at the first thing that gave it and stands in the file.

namespace motaudit::reporters {
namespace {

constexpr std::size_t most_words = 5;

// What may stand in a command's message, or, stricter, in one of its properties.
void append_data(std::string_view text, bool in_property, std::string& out) {
    for (const char c : visible(text)) {
        if (c == '%')
            out += "%25";
        else if (in_property && c == ':')
            out += "%3A";
        else if (in_property && c == ',')
            out += "%2C";
        else
            out += c;
    }
}

std::string message(const Judgement& judged, const Conversation& talk) {
    const auto& finding = judged.finding;
    auto said = finding.reason.empty() ? judged.parameter->title : finding.reason;
    std::size_t quoted = 0;
    for (const auto& seen : finding.evidence) {
        const auto words = words_of(seen, talk);
        if (words.empty()) continue;
        if (++quoted > most_words) break;
        said.append(quoted == 1 ? ": \u201c" : ", \u201c").append(words).append("\u201d");
        if (!seen.note.empty()) said.append(" (").append(seen.note).append(")");
    }
    if (!finding.missing.empty()) said.append("; missing: ").append(joined(finding.missing));
    if (!judged.parameter->advice.empty()) said.append("; instead: ").append(judged.parameter->advice);
    return said;
}

// Where a markdown shows: its evidence before what came near, the first that stands in the file.
Region first_region(const Finding& finding, const Conversation& talk, const ReportStyle& style) {
    RegionFinder finder(talk, style);
    for (const auto* const all : {&finding.evidence, &finding.near})
        for (const auto& seen : *all)
            if (const auto region = finder.of(seen); region.begin.line != 0) return region;
    return {};
}

void annotations(const ScoreCard& card, const ReportStyle& style, std::string& out) {
    const auto& talk = *card.conversation;
    for (const auto& judged : card.all()) {
        if (judged.finding.verdict != Verdict::no) continue;
        const auto waived = waived_of(judged);
        out += waived.empty() ? "::error " : "::notice ";
        if (const auto path = visible(talk.path); !path.empty()) {
            out += "file=";
            append_data(path, true, out);
            out += ',';
            if (const auto region = first_region(judged.finding, talk, style); region.begin.line != 0) {
                out += fmt::format("line={},col={},", region.begin.line, region.begin.column);
                if (region.end.line != 0) out += fmt::format("endLine={},", region.end.line);
                // A last column is only understood within one line, and is that of the last character.
                if (region.end.line == region.begin.line) out += fmt::format("endColumn={},", region.end.column - 1);
            }
        }
        out += "title=";
        append_data(fmt::format("{} ({})", judged.parameter->id, worth_of(judged)), true, out);
        out += "::";
        append_data(name_of(talk) + ": " + message(judged, talk), false, out);
        if (!waived.empty()) append_data("; waived: " + waived, false, out);
        out += '\n';
    }
}

} // namespace

constinit const Reporter github = {.name = "github",
                                   .summary = "annotations of GitHub Actions, one a markdown, in the file",
                                   .between = "",
                                   .passed_on = true,
                                   .tells_counts = false,
                                   .card = annotations};

} // namespace motaudit::reporters
