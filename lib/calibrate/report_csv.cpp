#include "calibrate/report.hpp"
#include "report/csv_cell.hpp"
#include "report/json_text.hpp"

// One table, told apart by its first column: a row for each parameter with its figures, one for all of them, one for each
// difference, and one for each conversation that was compared with nothing.

namespace motaudit {
namespace {

constexpr std::string_view columns =
    "row,parameter,conversation,reference,given,reference_reason,reference_evidence,given_reason,given_evidence,n,equal,constant,"
    "constant_equal,agreement,agreement_low,agreement_high,kappa,kappa_low,kappa_high,precision,precision_low,precision_high,"
    "recall,recall_low,recall_high\r\n";
constexpr std::size_t words = 9, figures = 16; // columns before the figures, and of figures

void next(std::string_view text, std::string& out) {
    out += ',';
    append_csv_cell(text, out);
}

void next(std::uint64_t count, std::string& out) {
    out += ',';
    append_json_count(count, out);
}

void next(const std::optional<Estimate>& estimate, std::string& out) {
    if (!estimate) {
        out += ",,,";
        return;
    }
    for (const double number : {estimate->value, estimate->low, estimate->high}) {
        out += ',';
        append_json_number(number, 6, out);
    }
}

void agreement_row(std::string_view kind, std::string_view id, const Agreement& agreement, std::string_view constant,
                   std::uint64_t constant_equal, std::string& out) {
    out += kind;
    next(id, out);
    out.append(words - 2, ',');
    next(agreement.all(), out);
    next(agreement.equal(), out);
    next(constant, out);
    next(constant_equal, out);
    next(agreement_share(agreement), out);
    next(kappa(agreement), out);
    next(markdown_precision(agreement), out);
    next(markdown_recall(agreement), out);
    out += "\r\n";
}

std::string joined(const std::vector<Quote>& quotes) {
    std::string text;
    for (const auto& quote : quotes) {
        if (!text.empty()) text += "; ";
        text += std::to_string(quote.turn);
        if (!quote.text.empty()) text += ": " + quote.text;
    }
    return text;
}

void difference_row(const Difference& one, std::string& out) {
    out += "difference";
    next(one.parameter, out);
    next(one.conversation, out);
    next(name_of(one.reference), out);
    next(one.given ? name_of(*one.given) : "absent", out);
    next(one.reference_reason, out);
    next(joined(one.reference_evidence), out);
    next(one.given_reason, out);
    next(joined(one.given_evidence), out);
    out.append(figures, ',');
    out += "\r\n";
}

void lone_rows(std::string_view kind, const std::vector<std::string>& conversations, std::string& out) {
    for (const auto& conversation : conversations) {
        out.append(kind).append(",");
        next(conversation, out);
        out.append(words - 3 + figures, ',');
        out += "\r\n";
    }
}

} // namespace

void write_calibration_csv(const Calibration& calibration, const ReportStyle&, std::string& out) {
    out += columns;
    for (const auto& [id, parameter] : calibration.parameters) {
        if (parameter.agreement.all() == 0) continue;
        const auto constant = best_constant(parameter.agreement);
        agreement_row("parameter", id, parameter.agreement, name_of(constant.verdict), constant.equal, out);
    }
    agreement_row("all", "", calibration.overall, "", calibration.constant_equal(), out);
    for (const auto& one : calibration.differences) difference_row(one, out);
    lone_rows("only_reference", calibration.only_reference, out);
    lone_rows("only_given", calibration.only_given, out);
    lone_rows("other_standard", calibration.other_standard, out);
}

} // namespace motaudit
