#include "report/telling.hpp"

#include "model/standard.hpp"
#include "report/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace motaudit {

std::string worth_of(const Judgement& judged) {
    const bool fatal = judged.finding.fatal || judged.parameter->severity == Severity::fatal;
    const auto tenths = std::llround(judged.weight * 10);
    const std::string_view lead = fatal ? "fatal, " : "";
    if (tenths % 10 != 0) return fmt::format("{}{}.{} points", lead, tenths / 10, tenths % 10);
    return fmt::format("{}{} {}", lead, tenths / 10, tenths == 10 ? "point" : "points");
}

std::string waived_of(const Judgement& judged) {
    if (judged.waived == Waived::no || judged.finding.verdict != Verdict::no) return {};
    std::string why(name_of(judged.waived));
    if (!judged.waived_why.empty()) why.append(" ").append(judged.waived_why);
    return why;
}

std::string source_of(const Conversation& talk) {
    std::string source = visible(talk.path);
    if (talk.record != 0) source += fmt::format("{}record {}", source.empty() ? "" : ", ", talk.record);
    return source;
}

std::string name_of(const Conversation& talk) { return talk.id.empty() ? source_of(talk) : visible(talk.id); }

std::string where_of(const Evidence& seen, const Conversation& talk, PlaceFinder& places) {
    const auto* const turn = turn_of(seen, talk);
    if (turn == nullptr) return {};
    auto said = fmt::format("turn {} of {}, {}", std::uint64_t{seen.turn} + 1, talk.turns.size(), name_of(turn->speaker));
    if (!turn->name.empty()) said += " " + visible(turn->name);
    if (const auto place = places.of(seen); place.line != 0)
        said += fmt::format(", {}:{}:{}", visible(talk.path), place.line, place.column);
    return said;
}

std::vector<Evidence> beside(const Finding& finding) {
    std::vector<Evidence> out;
    for (const auto& near : finding.near) {
        const bool is_shown =
            near.note.empty() && std::ranges::any_of(finding.evidence, [&](const Evidence& seen) {
                return seen.turn == near.turn && seen.span.begin < near.span.end && near.span.begin < seen.span.end;
            });
        if (!is_shown) out.push_back(near);
    }
    return out;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const auto& text : texts) {
        if (!out.empty()) out += "; ";
        out += text;
    }
    return out;
}

std::size_t count_markdowns(const ScoreCard& card) {
    const auto is_markdown = [](const Judgement& judged) { return judged.finding.verdict == Verdict::no; };
    return static_cast<std::size_t>(std::ranges::count_if(card.all(), is_markdown));
}

std::uint64_t percent(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return 0;
    const auto rounded = static_cast<std::uint64_t>(std::llround(100.0 * static_cast<double>(part) / static_cast<double>(whole)));
    if (part != 0 && part != whole) return std::clamp<std::uint64_t>(rounded, 1, 99);
    return rounded;
}

} // namespace motaudit
