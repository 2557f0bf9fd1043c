#include "calibrate/report.hpp"
#include "report/json_members.hpp"

namespace motaudit {
namespace {

using json::count;
using json::estimate;
using json::text;

void texts(std::string_view key, const std::vector<std::string>& all, std::string& out) {
    append_json_key(key, out);
    out += '[';
    for (const auto& one : all) {
        if (out.back() != '[') out += ',';
        append_json_string(one, out);
    }
    out += ']';
}

// {"yes":{"yes":12,"no":1,"na":0,"absent":0},…}: the reference's verdict, then the other's.
void matrix(const Agreement& agreement, std::string& out) {
    append_json_key("counts", out);
    out += '{';
    for (std::size_t i = 0; i < verdict_names.size(); ++i) {
        append_json_key(verdict_names[i], out);
        out += '{';
        for (std::size_t k = 0; k < verdict_names.size(); ++k) count(verdict_names[k], agreement.counts[i][k], out);
        count("absent", agreement.counts[i][Agreement::absent], out);
        out += '}';
    }
    out += '}';
}

void figures(const Agreement& agreement, std::string& out) {
    count("n", agreement.all(), out);
    count("equal", agreement.equal(), out);
    estimate("agreement", agreement_share(agreement), out);
    estimate("kappa", kappa(agreement), out);
    estimate("precision", markdown_precision(agreement), out);
    estimate("recall", markdown_recall(agreement), out);
    matrix(agreement, out);
}

void parameter(std::string_view id, const ParameterAgreement& of, std::string& out) {
    out += "\n{";
    text("id", id, out);
    figures(of.agreement, out);
    const auto constant = best_constant(of.agreement);
    append_json_key("constant", out);
    out += '{';
    text("verdict", name_of(constant.verdict), out);
    count("equal", constant.equal, out);
    out += '}';
    count("only_reference", of.only_reference, out);
    count("only_given", of.only_given, out);
    count("contested", of.contested, out);
    out += '}';
}

void side(std::string_view key, std::optional<Verdict> verdict, std::string_view reason, const std::vector<Quote>& evidence,
          std::string& out) {
    append_json_key(key, out);
    out += '{';
    text("verdict", verdict ? name_of(*verdict) : "absent", out);
    if (!reason.empty()) text("reason", reason, out);
    if (!evidence.empty()) {
        append_json_key("evidence", out);
        out += '[';
        for (const auto& quote : evidence) {
            out += out.back() == '[' ? "{" : ",{";
            count("turn", quote.turn, out);
            if (!quote.text.empty()) text("text", quote.text, out);
            out += '}';
        }
        out += ']';
    }
    out += '}';
}

void difference(const Difference& one, std::string& out) {
    out += "\n{";
    text("parameter", one.parameter, out);
    text("conversation", one.conversation, out);
    side("reference", one.reference, one.reference_reason, one.reference_evidence, out);
    side("given", one.given, one.given_reason, one.given_evidence, out);
    out += '}';
}

} // namespace

void write_calibration_json(const Calibration& calibration, const ReportStyle& style, std::string& out) {
    out += R"({"schema":"motaudit.calibration/1")";
    if (!style.version.empty()) text("version", style.version, out);
    text("reference", calibration.reference, out);
    text("given", calibration.given, out);
    append_json_key("intervals", out);
    out += R"({"level":0.95,"shares":"Wilson","kappa":"Fleiss, Cohen and Everitt 1969"})";
    append_json_key("conversations", out);
    out += '{';
    count("compared", calibration.compared, out);
    texts("only_reference", calibration.only_reference, out);
    texts("only_given", calibration.only_given, out);
    texts("other_standard", calibration.other_standard, out);
    out += '}';
    append_json_key("overall", out);
    out += '{';
    figures(calibration.overall, out);
    count("constant_equal", calibration.constant_equal(), out);
    out += '}';
    append_json_key("parameters", out);
    out += '[';
    for (const auto& [id, of] : calibration.parameters) {
        if (out.back() != '[') out += ',';
        parameter(id, of, out);
    }
    out += ']';
    append_json_key("differences", out);
    out += '[';
    for (const auto& one : calibration.differences) {
        if (out.back() != '[') out += ',';
        difference(one, out);
    }
    out += "]}\n";
}

} // namespace motaudit
