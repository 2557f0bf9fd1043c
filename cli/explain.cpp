#include "base/nearest.hpp"
#include "commands.hpp"
#include "exit.hpp"
#include "message.hpp"
#include "output.hpp"
#include "standards.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace motaudit {
namespace {

// The text with each line moved to the right.
std::string indented(std::string_view text, std::string_view by) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        out += fmt::format("{}{}\n", by, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

void add_field(std::string_view name, std::string_view value, std::string& out) {
    if (!value.empty()) out += fmt::format("  {:<11}{}\n", name, value);
}

std::string explanation(const Standard& standard, const Parameter& parameter) {
    std::string out = fmt::format("{}\n  {}\n\n", parameter.id, parameter.title);
    add_field("standard", standard.version.empty() ? standard.name : standard.name + " " + standard.version, out);
    add_field("section", parameter.section, out);
    add_field("clause", parameter.clause, out);
    add_field("a no is", fmt::format("{}, {}", name_of(parameter.severity), name_of(parameter.critical)), out);
    std::string channels;
    for (const auto channel : parameter.channels)
        channels +=
            fmt::format("{}{} {:.1f}", channels.empty() ? "" : ", ", name_of(channel), standard.weight_in(parameter, channel));
    add_field("weighs", channels + " of 100", out);
    add_field("judged by", parameter.by_person ? "a person" : parameter.check->summary, out);
    add_field("ours", parameter.ours, out);
    add_field("stands in", fmt::format("{}:{}", parameter.path, parameter.line), out);
    if (!parameter.legend.empty()) out += "\n" + indented(parameter.legend, "  ");
    if (!parameter.advice.empty()) out += "\n  To do better:\n" + indented(parameter.advice, "    ");
    for (const auto& example : parameter.examples)
        out += fmt::format("\n  Gets {}:\n", name_of(example.verdict)) + indented(example.text, "    ");
    return out;
}

} // namespace

int run(const ExplainArguments& arguments) {
    const auto standards = load_standards(arguments.source);
    if (standards.empty()) return wrong_use;
    std::string out;
    for (const auto& standard : standards)
        for (const auto& parameter : standard->parameters)
            if (parameter.id == arguments.id) out += (out.empty() ? "" : "\n") + explanation(*standard, parameter);
    if (!out.empty()) return print(out);
    const auto near = nearest(arguments.id, parameter_ids(standards));
    say(fmt::format("unknown parameter '{}'{}", arguments.id,
                    near.empty() ? "; motaudit standard show lists them" : fmt::format(" ({}?)", near)));
    return wrong_use;
}

} // namespace motaudit
