#include "report/formats.hpp"

#include "report/csv_cell.hpp"
#include "report/evidence.hpp"
#include "report/json_text.hpp"
#include "report/telling.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <iterator>

// RFC 4180: CRLF, a header row, one row for each conversation and parameter; our own numbers are written bare.

namespace motaudit::reporters {
namespace {

constexpr std::string_view columns =
    "conversation,source,record,channel,agent,agent_id,customer,team,site,account,topic,started_at,standard,"
    "version,parameter,section,severity,class,weight,clause,verdict,na,score,passed";
constexpr std::string_view details = ",reason,missing,near,evidence,advice";

void next(std::string_view text, std::string& out) {
    out += ',';
    append_csv_cell(text, out);
}

// What every row of a conversation begins with.
std::string lead_of(const ScoreCard& card) {
    const auto& talk = *card.conversation;
    std::string out;
    append_csv_cell(talk.id, out);
    next(talk.path, out);
    out += ',';
    if (talk.record != 0) append_json_count(talk.record, out);
    for (const auto text :
         {name_of(talk.channel), talk.agent, talk.agent_id, talk.customer, talk.team, talk.site, talk.account, talk.topic,
          talk.started_at, std::string_view(card.standard->name), std::string_view(card.standard->version)})
        next(text, out);
    return out;
}

std::string told(const std::vector<Evidence>& evidence, const Conversation& talk) {
    std::string out;
    for (const auto& seen : evidence) {
        if (!out.empty()) out += "; ";
        fmt::format_to(std::back_inserter(out), FMT_COMPILE("{}"), seen.turn);
        const auto words = words_of(seen, talk);
        if (!words.empty()) out.append(": ").append(words);
        if (!seen.note.empty()) out.append(" (").append(seen.note).append(")");
    }
    return out;
}

void header(const ReportStyle& style, std::string& out) {
    out += columns;
    if (!style.brief) out += details;
    out += "\r\n";
}

void rows(const ScoreCard& card, const ReportStyle& style, std::string& out) {
    const auto lead = lead_of(card);
    for (const auto& judged : card.all()) {
        const auto& parameter = *judged.parameter;
        const auto& finding = judged.finding;
        out += lead;
        next(parameter.id, out);
        next(parameter.section, out);
        next(name_of(finding.fatal ? Severity::fatal : parameter.severity), out);
        next(name_of(parameter.critical), out);
        out += ',';
        append_json_number(judged.weight, 4, out);
        next(parameter.clause, out);
        next(name_of(finding.verdict), out);
        next(finding.verdict == Verdict::na ? name_of(finding.not_judged) : "", out);
        out += ',';
        if (card.score) append_json_number(*card.score, 1, out);
        out += card.passed ? ",true" : ",false";
        if (!style.brief) {
            const bool markdown = finding.verdict == Verdict::no;
            next(finding.reason, out);
            next(markdown ? joined(finding.missing) : "", out);
            next(markdown ? told(finding.near, *card.conversation) : "", out);
            next(told(finding.evidence, *card.conversation), out);
            next(markdown ? parameter.advice : "", out);
        }
        out += "\r\n";
    }
}

} // namespace

constinit const Reporter csv = {.name = "csv",
                                .summary = "a row for each conversation and parameter, for spreadsheets",
                                .between = "",
                                .tells_counts = false,
                                .begin = header,
                                .card = rows};

} // namespace motaudit::reporters
