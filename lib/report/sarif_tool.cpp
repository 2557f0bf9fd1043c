#include "report/sarif_tool.hpp"

#include "report/json_members.hpp"
#include "report/sarif_text.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace motaudit {
namespace {

using json::count;
using json::text;

// Each clause once, as the rows first cite it.
std::vector<std::string_view> clauses_of(const Standard& standard) {
    std::vector<std::string_view> out;
    for (const auto& parameter : standard.parameters)
        if (!parameter.clause.empty() && std::ranges::find(out, parameter.clause) == out.end()) out.push_back(parameter.clause);
    return out;
}

void relationship(std::string_view clause, std::size_t at, const Standard& standard, std::size_t taxonomy, std::string& out) {
    append_json_key("relationships", out);
    out += "[{";
    append_json_key("target", out);
    out += '{';
    text("id", clause, out);
    count("index", at, out);
    append_json_key("toolComponent", out);
    out += '{';
    text("name", standard.name, out);
    count("index", taxonomy, out);
    out += "}}";
    append_json_key("kinds", out);
    out += "[\"superset\"]}]"; // what breaks the rule breaks the clause
}

void rule(const Parameter& parameter, const Standard& standard, const std::vector<std::string_view>& clauses, std::size_t taxonomy,
          std::string& out) {
    out += '{';
    text("id", parameter.id, out);
    append_sarif_text("shortDescription", parameter.title.empty() ? parameter.id : parameter.title, out);
    if (!parameter.legend.empty()) append_sarif_text("fullDescription", parameter.legend, out);
    auto help = parameter.legend.empty() ? parameter.title : parameter.legend;
    if (!parameter.advice.empty()) help.append(help.empty() ? "" : "\n\n").append("Instead: ").append(parameter.advice);
    append_sarif_text("help", help.empty() ? parameter.id : help, out);
    append_json_key("defaultConfiguration", out);
    out += '{';
    text("level", parameter.severity == Severity::fatal ? "error" : "warning", out);
    out += '}';
    const auto clause = std::ranges::find(clauses, parameter.clause);
    if (clause != clauses.end()) relationship(*clause, static_cast<std::size_t>(clause - clauses.begin()), standard, taxonomy, out);
    append_json_key("properties", out);
    out += '{';
    append_json_key("tags", out);
    out += '[';
    if (!parameter.section.empty()) append_json_string(parameter.section, out);
    out += ']';
    text("standard", standard.name, out);
    text("severity", name_of(parameter.severity), out);
    text("class", name_of(parameter.critical), out);
    append_json_key("weight", out);
    append_json_number(parameter.weight, 4, out);
    append_json_key("channels", out);
    out += '[';
    for (const auto channel : parameter.channels) {
        if (out.back() != '[') out += ',';
        append_json_string(name_of(channel), out);
    }
    out += "]}}";
}

void taxonomy(const Standard& standard, const std::vector<std::string_view>& clauses, std::string& out) {
    out += '{';
    text("name", standard.name, out);
    if (!standard.version.empty()) text("version", standard.version, out);
    append_sarif_text("shortDescription", "The clauses that the rows of the standard cite", out);
    append_json_key("taxa", out);
    out += '[';
    for (const auto clause : clauses) {
        if (out.back() != '[') out += ',';
        out += '{';
        text("id", clause, out);
        out += '}';
    }
    out += "]}";
}

} // namespace

void append_sarif_tool(const ReportStyle& style, std::string& out) {
    append_json_key("tool", out);
    out += R"({"driver":{"name":"motaudit")";
    if (!style.version.empty()) text("version", style.version, out);
    append_json_key("rules", out);
    out += '[';
    std::vector<std::vector<std::string_view>> clauses;
    for (const auto* const standard : style.standards) {
        clauses.push_back(clauses_of(*standard));
        for (const auto& parameter : standard->parameters) {
            if (out.back() != '[') out += ",\n";
            rule(parameter, *standard, clauses.back(), clauses.size() - 1, out);
        }
    }
    out += ']';
    if (!style.standards.empty()) {
        append_json_key("supportedTaxonomies", out);
        out += '[';
        for (std::size_t i = 0; i < style.standards.size(); ++i) {
            out += i == 0 ? "{" : ",{";
            text("name", style.standards[i]->name, out);
            count("index", i, out);
            out += '}';
        }
        out += ']';
    }
    out += "}}";
    if (style.standards.empty()) return;
    append_json_key("taxonomies", out);
    out += '[';
    for (std::size_t i = 0; i < style.standards.size(); ++i) {
        if (i != 0) out += ",\n";
        taxonomy(*style.standards[i], clauses[i], out);
    }
    out += ']';
}

std::ptrdiff_t rule_index(const Parameter& parameter, const Standard& standard, const ReportStyle& style) {
    std::ptrdiff_t before = 0;
    for (const auto* const one : style.standards) {
        if (one == &standard) return before + (&parameter - standard.parameters.data());
        before += std::ssize(one->parameters);
    }
    return -1;
}

} // namespace motaudit
