#include "calibrate/report.hpp"
#include "report/screen.hpp"
#include "report/visible.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace motaudit {
namespace {

constexpr std::size_t names_shown = 20, quotes_shown = 3, quote_columns = 60, widest_id = 26;

// "0.950 0.76..0.99", or a dash where there is nothing to count.
std::string figure(const std::optional<Estimate>& estimate) {
    if (!estimate) return fmt::format("{:>6}{:12}", "-", "");
    return fmt::format("{:6.3f} {:>11}", estimate->value, fmt::format("{:.2f}..{:.2f}", estimate->low, estimate->high));
}

std::string value_of(const std::optional<Estimate>& estimate) { return estimate ? fmt::format("{:.3f}", estimate->value) : "-"; }

void paragraph(std::string_view text, std::size_t indent, const ReportStyle& style, std::string& out) {
    out.append(indent, ' ');
    wrap(text, {indent, indent + 2, width_of(style)}, out);
    out += '\n';
}

void heading(std::string_view text, const ReportStyle& style, std::string& out) {
    out += '\n';
    paint(Ink::bold, text, style, out);
    out += '\n';
}

// `constant`: how many verdicts are equal where one is given always, and which.
void row(std::string_view name, const Agreement& agreement, std::uint64_t constant, std::string_view always, std::size_t widest,
         const ReportStyle& style, std::string& out) {
    const auto id = fit(visible(name), widest);
    const auto all = agreement.all();
    const auto part = [&](std::uint64_t count) { return static_cast<double>(count) / static_cast<double>(all); };
    out += fmt::format("{}{:{}}{:6}  ", id, "", widest - columns_of(id), all);
    paint(agreement.equal() == all ? Ink::plain : Ink::bold, fmt::format("{:.3f}", part(agreement.equal())), style, out);
    std::string rest = fmt::format("  {:.3f} {:3} {}  {}  {}", part(constant), always, figure(kappa(agreement)),
                                   figure(markdown_precision(agreement)), figure(markdown_recall(agreement)));
    rest.erase(rest.find_last_not_of(' ') + 1);
    out += rest + "\n";
}

void table(const Calibration& calibration, const ReportStyle& style, std::string& out) {
    std::size_t widest = std::string_view("parameter").size();
    for (const auto& [id, parameter] : calibration.parameters)
        if (parameter.agreement.all() > 0) widest = std::max(widest, std::min(widest_id, columns_of(visible(id))));
    out += '\n';
    const auto columns = fmt::format("{:{}}{:>6}  {:5}  {:9} {:18}  {:18}  {:18}", "parameter", widest, "n", "agree", "constant",
                                     " kappa  95 %", "    no: precision", "    no: recall");
    paint(Ink::bold, columns.substr(0, columns.find_last_not_of(' ') + 1), style, out);
    out += '\n';
    for (const auto& [id, parameter] : calibration.parameters)
        if (parameter.agreement.all() > 0) {
            const auto constant = best_constant(parameter.agreement);
            row(id, parameter.agreement, constant.equal, name_of(constant.verdict), widest, style, out);
        }
    row("all", calibration.overall, calibration.constant_equal(), "", widest, style, out);
}

void side(std::string_view who, Verdict verdict, std::string_view reason, const std::vector<Quote>& evidence,
          const ReportStyle& style, std::string& out) {
    std::string text = fmt::format("{}: {}", visible(who), name_of(verdict));
    if (!reason.empty()) text += " \u2013 " + visible(reason);
    paragraph(text, 6, style, out);
    for (std::size_t i = 0; i < std::min(evidence.size(), quotes_shown); ++i)
        out += fmt::format("          turn {}{}\n", evidence[i].turn + 1,
                           evidence[i].text.empty() ? "" : ": \u201c" + fit(visible(evidence[i].text), quote_columns) + "\u201d");
    if (evidence.size() > quotes_shown) out += fmt::format("          and {} more\n", evidence.size() - quotes_shown);
}

void differences(const Calibration& calibration, const ReportStyle& style, std::string& out) {
    heading(calibration.differences.empty() ? "no differences" : "differences", style, out);
    std::string_view before;
    for (const auto& one : calibration.differences) {
        if (one.parameter != before) {
            const auto& agreement = calibration.parameters.at(one.parameter).agreement;
            out += fmt::format("  {} ({} of {})\n", visible(one.parameter), agreement.all() - agreement.equal(), agreement.all());
            before = one.parameter;
        }
        paragraph(visible(one.conversation), 4, style, out);
        side(calibration.reference, one.reference, one.reference_reason, one.reference_evidence, style, out);
        if (one.given)
            side(calibration.given, *one.given, one.given_reason, one.given_evidence, style, out);
        else
            paragraph(visible(calibration.given) + ": no verdict", 6, style, out);
    }
}

void names(std::string_view what, const std::vector<std::string>& conversations, const ReportStyle& style, std::string& out) {
    if (conversations.empty()) return;
    std::string text = fmt::format("{} {}:", counted(conversations.size(), "conversation", "conversations"), what);
    for (std::size_t i = 0; i < std::min(conversations.size(), names_shown); ++i)
        text += (i == 0 ? " " : ", ") + visible(conversations[i]);
    if (conversations.size() > names_shown)
        text += fmt::format(" and {} more; json and csv name them all", conversations.size() - names_shown);
    paragraph(text, 0, style, out);
}

} // namespace

void write_calibration_text(const Calibration& calibration, const ReportStyle& style, std::string& out) {
    const auto& overall = calibration.overall;
    paragraph(fmt::format("{} against {}: {}, {}", visible(calibration.given), visible(calibration.reference),
                          counted(calibration.compared, "conversation", "conversations"),
                          counted(overall.all(), "verdict", "verdicts")),
              0, style, out);
    if (overall.all() > 0) table(calibration, style, out);
    differences(calibration, style, out);

    out += '\n';
    std::uint64_t contested = 0, only_reference = 0, only_given = 0;
    for (const auto& [id, parameter] : calibration.parameters) {
        contested += parameter.contested;
        only_reference += parameter.only_reference;
        only_given += parameter.only_given;
    }
    names(fmt::format("only with {}", visible(calibration.reference)), calibration.only_reference, style, out);
    names(fmt::format("only with {}", visible(calibration.given)), calibration.only_given, style, out);
    names("judged by another standard", calibration.other_standard, style, out);
    if (only_reference + only_given > 0)
        paragraph(fmt::format("verdicts of the same conversations without a counterpart: {} of {}, {} of {}", only_reference,
                              visible(calibration.reference), only_given, visible(calibration.given)),
                  0, style, out);
    if (contested > 0)
        paragraph(fmt::format("contested and left out: {}", counted(contested, "verdict", "verdicts")), 0, style, out);

    const auto share = agreement_share(overall);
    if (!share) return;
    paint(Ink::bold, fmt::format("agreement {:.4f} ({:.3f}..{:.3f})", share->value, share->low, share->high), style, out);
    paragraph(fmt::format(
                  ", kappa {}; always the most frequent verdict of each parameter: {:.3f}; markdowns: precision {}, recall {}",
                  value_of(kappa(overall)), static_cast<double>(calibration.constant_equal()) / static_cast<double>(overall.all()),
                  value_of(markdown_precision(overall)), value_of(markdown_recall(overall))),
              0, style, out);
}

} // namespace motaudit
