#include "report/card_json.hpp"

#include "report/evidence.hpp"
#include "report/json_members.hpp"

namespace motaudit {
namespace {

using json::count;
using json::number;
using json::text_if_any;

// A score always shows its decimal: 85.0.
void score(std::string_view key, std::optional<double> value, std::string& out) {
    append_json_key(key, out);
    if (!value) {
        out += "null";
        return;
    }
    const auto from = out.size();
    append_json_number(*value, 1, out);
    if (out.find('.', from) == std::string::npos) out += ".0";
}

// `span`: in the text as it was read.
void evidence(const Evidence& seen, Span span, const Conversation& talk, PlaceFinder& places, std::string& out) {
    out += '{';
    count("turn", seen.turn, out);
    count("begin", span.begin, out);
    count("end", span.end, out);
    text_if_any("text", words_of(seen, talk), out);
    if (const auto place = places.of(seen); place.line != 0) {
        count("line", place.line, out);
        count("column", place.column, out);
    }
    text_if_any("note", seen.note, out);
    out += '}';
}

// `read`: the same before it was redacted.
void evidence(std::string_view key, const std::vector<Evidence>& all, const std::vector<Evidence>& read, const Conversation& talk,
              std::string& out) {
    if (all.empty()) return;
    append_json_key(key, out);
    PlaceFinder places(talk);
    char before = '[';
    for (std::size_t i = 0; i < all.size(); ++i) {
        out += before;
        evidence(all[i], read[i].span, talk, places, out);
        before = ',';
    }
    out += ']';
}

void texts(std::string_view key, const std::vector<std::string>& all, std::string& out) {
    if (all.empty()) return;
    append_json_key(key, out);
    char before = '[';
    for (const auto& one : all) {
        out += before;
        append_json_string(one, out);
        before = ',';
    }
    out += ']';
}

void judgement(const Judgement& judged, const Finding& read, const Conversation& talk, std::string& out) {
    const auto& parameter = *judged.parameter;
    const auto& finding = judged.finding;
    out += '{';
    append_json_key("id", out);
    append_json_string(parameter.id, out);
    text_if_any("verdict", name_of(finding.verdict), out);
    text_if_any("severity", name_of(finding.fatal ? Severity::fatal : parameter.severity), out);
    text_if_any("class", name_of(parameter.critical), out);
    number("weight", judged.weight, 4, out);
    text_if_any("clause", parameter.clause, out);
    text_if_any("reason", finding.reason, out);
    if (finding.verdict == Verdict::no) {
        texts("missing", finding.missing, out);
        evidence("near", finding.near, read.near, talk, out);
        text_if_any("advice", parameter.advice, out);
        text_if_any("waived", name_of(judged.waived), out);
        text_if_any("waived_why", judged.waived_why, out);
    }
    if (finding.verdict == Verdict::na) text_if_any("na", name_of(finding.not_judged), out);
    evidence("listed", finding.listed, read.listed, talk, out);
    evidence("evidence", finding.evidence, read.evidence, talk, out);
    out += '}';
}

void about(const Conversation& talk, std::string& out) {
    append_json_key("id", out);
    append_json_string(talk.id, out);
    text_if_any("channel", name_of(talk.channel), out);
    append_json_key("source", out);
    out += '{';
    text_if_any("path", talk.path, out);
    if (talk.record != 0) count("record", talk.record, out);
    out += '}';
    text_if_any("agent", talk.agent, out);
    text_if_any("agent_id", talk.agent_id, out);
    text_if_any("customer", talk.customer, out);
    text_if_any("started_at", talk.started_at, out);
    text_if_any("account", talk.account, out);
    text_if_any("team", talk.team, out);
    text_if_any("site", talk.site, out);
    text_if_any("topic", talk.topic, out);
    text_if_any("language", talk.language, out);
    text_if_any("brand", talk.brand, out);
    text_if_any("reply", name_of(talk.reply), out);
    text_if_any("ended_by", name_of(talk.ended_by), out);
    if (!talk.meta.empty()) {
        append_json_key("meta", out);
        out += '{';
        append_json_text(talk.meta, out);
        out += '}';
    }
    count("turns", talk.turns.size(), out);
    append_json_key("duration", out);
    if (const auto seconds = duration_of(talk))
        append_json_number(*seconds, 3, out);
    else
        out += "null";
}

void verdicts(const ScoreCard& card, std::string& out) {
    append_json_key("verdicts", out);
    out += '{';
    for (const auto& judged : card.all()) {
        if (out.back() != '{') out += ',';
        append_json_pair(judged.parameter->id, name_of(judged.finding.verdict), out);
    }
    out += '}';
}

} // namespace

void append_card_json(const ScoreCard& card, const ReportStyle& style, std::string& out) {
    const auto& talk = *card.conversation;
    out += R"({"schema":"motaudit.scorecard/1")";
    about(talk, out);
    append_json_key("standard", out);
    out += '{';
    text_if_any("name", card.standard->name, out);
    text_if_any("version", card.standard->version, out);
    text_if_any("digest", card.standard->digest, out);
    out += '}';
    score("score", card.score, out);
    score("score_before_fatal", card.score_before_fatal, out);
    number("judged_share", card.judged_share, 4, out);
    append_json_key("fatal", out);
    out += '[';
    for (const auto* const parameter : card.fatal) {
        if (out.back() != '[') out += ',';
        append_json_string(parameter->id, out);
    }
    out += ']';
    append_json_key("passed", out);
    out += card.passed ? "true" : "false";
    if (style.redact) out += R"(,"redacted":true)";
    if (style.brief) {
        verdicts(card, out);
    } else {
        append_json_key("parameters", out);
        out += '[';
        const auto& read = style.judged == nullptr ? card : *style.judged;
        for (std::size_t i = 0; i < card.judged; ++i) {
            if (out.back() != '[') out += ',';
            judgement(card.judgements[i], read.judgements[i].finding, talk, out);
        }
        out += ']';
    }
    out += '}';
}

void append_summary_json(const Summary& summary, std::string& out) {
    out += '{';
    count("read", summary.read, out);
    count("judged", summary.judged, out);
    count("skipped", summary.skipped, out);
    count("unreadable", summary.unreadable, out);
    count("passed", summary.passed, out);
    count("failed", summary.failed, out);
    count("fatal", summary.fatal, out);
    count("scored", summary.scored, out);
    score("mean_score", summary.scored == 0 ? std::nullopt : std::optional(summary.mean_score()), out);
    append_json_key("judged_share", out);
    if (summary.judged == 0)
        out += "null";
    else
        append_json_number(summary.mean_share(), 4, out);
    if (summary.gate.used) {
        append_json_key("gate", out);
        out += '{';
        count("counted", summary.gate.counted, out);
        count("left_out", summary.gate.left_out, out);
        count("suppressed", summary.gate.suppressed, out);
        count("known", summary.gate.known, out);
        count("gone", summary.gate.gone, out);
        count("expired", summary.gate.expired, out);
        count("unused", summary.gate.unused, out);
        out += '}';
    }
    append_json_key("parameters", out);
    out += '{';
    for (const auto& [id, tally] : summary.parameters) {
        if (out.back() != '{') out += ',';
        append_json_string(id, out);
        out += ":{";
        count("yes", tally.yes, out);
        count("no", tally.no, out);
        count("not-applicable", tally.not_applicable, out);
        count("not-visible", tally.not_visible, out);
        count("needs-person", tally.needs_person, out);
        out += '}';
    }
    out += '}';
    const auto counts = [&](std::string_view key, const std::map<std::string, std::uint64_t>& all) {
        append_json_key(key, out);
        out += '{';
        for (const auto& [name, n] : all) {
            if (out.back() != '{') out += ',';
            append_json_string(name, out);
            out += ':';
            append_json_count(n, out);
        }
        out += '}';
    };
    counts("skips", summary.skips);
    counts("standards", summary.standards);
    out += '}';
}

} // namespace motaudit
