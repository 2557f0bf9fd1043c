#include "report/formats.hpp"

#include "base/utf8.hpp"
#include "report/evidence.hpp"
#include "report/json_text.hpp"
#include "report/visible.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

// RFC 4180: CRLF, a header row, one row for each conversation and parameter. Quoting does not keep a spreadsheet from taking
// a cell for a formula, so text that could be one gets an apostrophe in front; our own numbers are written bare.

namespace motaudit::reporters {
namespace {

constexpr std::string_view columns =
    "conversation,source,record,channel,agent,agent_id,customer,team,site,account,topic,started_at,standard,"
    "version,parameter,section,severity,class,weight,clause,verdict,na,score,passed";
constexpr std::string_view details = ",reason,missing,evidence,advice";

// OWASP's = + - @ TAB CR, a line feed, and the full-width forms and the minus sign that spreadsheets read alike.
constexpr std::u32string_view formula_starts = U"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20\u2212";

// White space and characters that do not show: a spreadsheet may pass over them on its way to a formula.
bool is_passed_over(char32_t c) {
    return c == ' ' || c == 0xa0 || c == 0xad || c == 0x1680 || c == 0x180e || (c >= 0x2000 && c <= 0x200d) || c == 0x202f ||
           (c >= 0x205f && c <= 0x2064) || c == 0x3000 || c == 0xfeff;
}

bool looks_like_formula(std::string_view cell) {
    for (std::size_t at = 0; at < cell.size();) {
        const auto c = decode(cell, at);
        if (formula_starts.find(c.value) != std::u32string_view::npos) return true;
        if (!is_passed_over(c.value)) return false;
        at += c.size;
    }
    return false;
}

// Bytes that need neither quotes nor a second look, wherever in a cell they stand.
constexpr auto bare = [] {
    std::array<bool, 256> table = {};
    for (std::size_t c = '0'; c <= 'z'; ++c) table[c] = (c <= '9') || (c >= 'A' && c <= 'Z') || c >= 'a' || c == ':' || c == '_';
    for (const char c : {' ', '.', '/'}) table[static_cast<std::size_t>(c)] = true;
    return table;
}();

// A cell's bytes inside its quotes. Tab and line ends may stand in a cell; other controls are shown, never sent.
void append_inside(std::string_view text, std::string& out) {
    for (std::size_t at = 0; at < text.size();) {
        if (bare[static_cast<unsigned char>(text[at])]) {
            out += text[at++];
            continue;
        }
        const auto c = decode(text, at);
        if (c.value == '"')
            out += "\"\"";
        else if (c.value == '\t' || c.value == '\n' || c.value == '\r')
            out += text[at];
        else
            append_visible(c, text.substr(at, c.size), out);
        at += c.size;
    }
}

void cell(std::string_view text, std::string& out) {
    if (std::ranges::all_of(text, [](char c) { return bare[static_cast<unsigned char>(c)]; })) {
        out += text;
        return;
    }
    out += looks_like_formula(text) ? "\"'" : "\"";
    append_inside(text, out);
    out += '"';
}

void next(std::string_view text, std::string& out) {
    out += ',';
    cell(text, out);
}

// What every row of a conversation begins with.
std::string lead_of(const ScoreCard& card) {
    const auto& talk = *card.conversation;
    std::string out;
    cell(talk.id, out);
    next(talk.path, out);
    out += ',';
    if (talk.record != 0) append_json_count(talk.record, out);
    for (const auto text :
         {name_of(talk.channel), talk.agent, talk.agent_id, talk.customer, talk.team, talk.site, talk.account, talk.topic,
          talk.started_at, std::string_view(card.standard->name), std::string_view(card.standard->version)})
        next(text, out);
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

std::string joined(const std::vector<Evidence>& evidence, const Conversation& talk) {
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
            next(joined(finding.evidence, *card.conversation), out);
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
