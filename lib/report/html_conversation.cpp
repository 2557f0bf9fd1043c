#include "report/html_conversation.hpp"

#include "model/conversation.hpp"
#include "model/standard.hpp"
#include "report/evidence.hpp"
#include "report/screen.hpp"
#include "report/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <string_view>

namespace motaudit {
namespace {

// A conversation beyond these is cut, and the page says so: nobody reads on, and a page must open.
constexpr std::size_t most_turns = 1000;
constexpr std::size_t longest_turn = 20000; // bytes
constexpr std::size_t longest_talk = 200000;
constexpr std::size_t most_marks = 500; // of one markdown
constexpr std::size_t quotes_shown = 3;

std::string points(double weight) {
    const auto tenths = std::llround(weight * 10);
    if (tenths % 10 == 0) return fmt::format("{}", tenths / 10);
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

std::string clock(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0 || seconds > 1e9) return {};
    const auto whole = std::llround(seconds);
    if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

// "turn 4: “hang on”; turn 9: “one sec”".
std::string quoted(std::span<const Evidence> all, const Conversation& talk) {
    std::string out;
    std::size_t shown = 0;
    for (const auto& seen : all) {
        if (turn_of(seen, talk) == nullptr) continue;
        if (++shown > quotes_shown) break;
        if (!out.empty()) out += "; ";
        out += fmt::format("turn {}", std::uint64_t{seen.turn} + 1);
        const auto words = words_of(seen, talk);
        if (!words.empty()) out += ": \u201c" + fit(visible(words.substr(0, 600)), 90) + "\u201d";
        if (!seen.note.empty()) out += " (" + visible(seen.note) + ")";
    }
    if (shown > quotes_shown) out += fmt::format("; and {} more", all.size() - quotes_shown);
    return out;
}

// What the evidence's notes say of its words: "recieved: received, receive".
std::string noted(std::span<const Evidence> all, const Conversation& talk) {
    std::string out;
    std::size_t shown = 0;
    for (const auto& seen : all) {
        if (seen.note.empty()) continue;
        if (++shown > 12) return out + "; \u2026";
        if (!out.empty()) out += "; ";
        const auto words = words_of(seen, talk);
        if (!words.empty()) out += "\u201c" + fit(visible(words.substr(0, 400)), 60) + "\u201d ";
        out += visible(seen.note);
    }
    return out;
}

Note note_of(const Judgement& judged, std::size_t number, const Conversation& talk) {
    const auto& parameter = *judged.parameter;
    const auto& finding = judged.finding;
    Note note;
    note.number = number;
    note.fatal = finding.fatal || parameter.severity == Severity::fatal;
    note.id = parameter.id;
    note.title = parameter.title.empty() ? parameter.id : parameter.title;
    note.clause = parameter.clause;
    note.advice = parameter.advice;
    note.reason = finding.reason;
    note.worth = points(judged.weight) + (std::llround(judged.weight * 10) == 10 ? " point" : " points");
    if (note.fatal) note.worth = "fatal, " + note.worth;
    for (const auto& element : finding.missing) note.missing += (note.missing.empty() ? "" : "; ") + element;
    note.noted = noted(finding.evidence, talk);
    note.near = quoted(finding.near, talk);
    return note;
}

PageRow row_of(const Judgement& judged, const Conversation& talk) {
    const auto& parameter = *judged.parameter;
    const auto& finding = judged.finding;
    PageRow row;
    row.verdict = name_of(finding.verdict);
    row.id = parameter.id;
    row.title = parameter.title;
    row.points = points(judged.weight);
    row.clause = parameter.clause;
    const auto add = [&](std::string_view text) {
        if (text.empty()) return;
        if (!row.why.empty()) row.why += "; ";
        row.why += text;
    };
    if (finding.verdict == Verdict::na && finding.not_judged == NotJudged::needs_person) add("needs a person");
    if (finding.verdict == Verdict::na && finding.not_judged == NotJudged::not_visible) add("cannot be seen here");
    add(finding.reason);
    add(quoted(finding.evidence, talk));
    if (!finding.listed.empty()) add("noticed, not counted: " + quoted(finding.listed, talk));
    return row;
}

void add_marks(const Judgement& judged, std::size_t number, std::vector<std::vector<MarkedSpan>>& marks) {
    const auto& evidence = judged.finding.evidence;
    for (std::size_t i = 0; i < std::min(evidence.size(), most_marks); ++i)
        if (evidence[i].turn < marks.size()) marks[evidence[i].turn].push_back({evidence[i].span, number});
}

PageTurn page_turn(const Turn& turn, std::span<const MarkedSpan> marks, std::string_view anchor, std::size_t room) {
    PageTurn out;
    out.speaker = name_of(turn.speaker);
    out.who = name_of(turn.speaker);
    if (!turn.name.empty()) out.who += " " + std::string(turn.name);
    if (turn.is_private) out.who += ", internal note";
    if (turn.event != Event::none) out.who += fmt::format(" ({})", name_of(turn.event));
    if (turn.start) out.time = clock(*turn.start);
    const auto text = cut(turn.text, std::min(room, longest_turn));
    append_marked(text, marks, anchor, out.text);
    if (text.size() < turn.text.size()) out.text += "\u2026";
    return out;
}

} // namespace

std::string score_text(std::optional<double> score) { return score ? fmt::format("{:.1f}", *score) : "\u2013"; }

std::string_view result_text(bool passed, bool fatal) { return fatal ? "fatal" : passed ? "passed" : "failed"; }

PageTalk page_talk(const ScoreCard& card, std::string_view anchor) {
    const auto& talk = *card.conversation;
    PageTalk out;
    out.score = score_text(card.score);
    out.result = result_text(card.passed, !card.fatal.empty());
    out.source = talk.path;
    if (talk.record != 0) out.source += fmt::format("{}record {}", out.source.empty() ? "" : ", ", talk.record);
    out.id = talk.id.empty() ? out.source : std::string(talk.id);
    out.about = name_of(talk.channel);

    std::vector<std::vector<MarkedSpan>> marks(std::min(talk.turns.size(), most_turns));
    std::vector<std::vector<Note>> notes(marks.size());
    std::size_t markdowns = 0;
    for (const auto& judged : card.all()) {
        out.rows.push_back(row_of(judged, talk));
        const auto& finding = judged.finding;
        if (finding.verdict == Verdict::yes) add_marks(judged, 0, marks);
        if (finding.verdict != Verdict::no) continue;
        add_marks(judged, ++markdowns, marks);
        auto note = note_of(judged, markdowns, talk);
        if (!finding.evidence.empty() && finding.evidence.front().turn < notes.size())
            notes[finding.evidence.front().turn].push_back(std::move(note));
        else
            out.unplaced.push_back(std::move(note));
    }

    for (const auto text : {talk.agent.empty() ? talk.agent_id : talk.agent, talk.team, talk.started_at})
        if (!text.empty()) out.about.append(" \u00b7 ").append(text);
    out.about += " \u00b7 " + counted(markdowns, "markdown", "markdowns");
    out.source += fmt::format("{}{} {}, {:.0f} % of the weight could be judged", out.source.empty() ? "" : " \u00b7 judged by ",
                              card.standard->name, card.standard->version, card.judged_share * 100);
    for (const auto* const parameter : card.fatal) out.fatal += (out.fatal.empty() ? "Fatal: " : ", ") + parameter->id;
    if (!out.fatal.empty() && card.score_before_fatal) out.fatal += fmt::format("; {:.1f} without it", *card.score_before_fatal);

    std::size_t room = longest_talk;
    for (std::size_t i = 0; i < marks.size() && room > 0; ++i) {
        out.turns.push_back(page_turn(talk.turns[i], marks[i], anchor, room));
        out.turns.back().notes = std::move(notes[i]);
        room -= std::min({room, talk.turns[i].text.size(), longest_turn});
    }
    // What stands beside a turn that is cut off is still told.
    for (std::size_t i = out.turns.size(); i < notes.size(); ++i) std::ranges::move(notes[i], std::back_inserter(out.unplaced));
    if (out.turns.size() < talk.turns.size())
        out.cut = fmt::format("{} more turns are left out here.", talk.turns.size() - out.turns.size());
    return out;
}

} // namespace motaudit
