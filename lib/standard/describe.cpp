#include "standard/describe.hpp"

#include "base/faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace motaudit {
namespace {

using Out = std::back_insert_iterator<std::string>;

std::vector<Channel> channels_of(const Standard& standard) {
    std::vector<Channel> out;
    for (std::size_t i = 0; i < channel_names.size(); ++i)
        if (const auto channel = static_cast<Channel>(i); standard.has_channel(channel)) out.push_back(channel);
    return out;
}

std::string names_of(const std::vector<Channel>& channels) {
    std::vector<std::string_view> names;
    for (const auto channel : channels) names.push_back(name_of(channel));
    return fmt::format("{}", fmt::join(names, ", "));
}

std::size_t ids_in(const Standard& standard) {
    std::vector<std::string_view> ids;
    for (const auto& parameter : standard.parameters) ids.push_back(parameter.id);
    std::ranges::sort(ids);
    return static_cast<std::size_t>(std::unique(ids.begin(), ids.end()) - ids.begin());
}

std::vector<std::string_view> sections_of(const Standard& standard) {
    std::vector<std::string_view> out;
    for (const auto& parameter : standard.parameters)
        if (std::ranges::find(out, parameter.section) == out.end()) out.push_back(parameter.section);
    return out;
}

// One score with the standard's real weights: something does not apply, something is a markdown, all else is met. False where the
// channel has too few parameters for that.
bool work_a_score(const Standard& standard, Channel channel, Out out) {
    const Parameter* na = nullptr;
    const Parameter* no = nullptr;
    const Parameter* fatal = nullptr;
    double sum = 0;
    for (const auto& p : standard.parameters) {
        if (!p.applies_to(channel) || p.weight <= 0) continue;
        sum += standard.weight_in(p, channel);
        if (p.severity == Severity::fatal) {
            if (!fatal) fatal = &p;
        } else if (!no) {
            no = &p;
        } else if (!na) {
            na = &p;
        }
    }
    if (!no || !na || sum - standard.weight_in(*no, channel) - standard.weight_in(*na, channel) <= 0) return false;
    const auto lost = standard.weight_in(*no, channel), open = standard.weight_in(*na, channel);
    const auto met = sum - lost - open;
    fmt::format_to(out, "\nA worked score, channel {}: {} is no (weight {:.2f}), {} is na ({:.2f}), all else is yes ({:.2f}).\n",
                   name_of(channel), no->id, lost, na->id, open, met);
    fmt::format_to(out, "  score = 100 × yes / (yes + no) = 100 × {:.2f} / ({:.2f} + {:.2f}) = {:.1f}; judged share {:.2f}\n", met,
                   met, lost, 100 * met / (met + lost), (met + lost) / 100);
    if (!fatal) return true;
    const auto weight = standard.weight_in(*fatal, channel);
    fmt::format_to(out, "  Were {} (fatal, {:.2f}) a no as well: score 0, and {:.1f} before the fatal rule.\n", fatal->id, weight,
                   100 * (met - weight) / (met + lost));
    return true;
}

void show_row(const Standard& standard, const Parameter& p, const std::vector<Channel>& channels, std::size_t id_width,
              std::size_t clause_width, Out out) {
    fmt::format_to(out, "  {:<{}}  {:<9}  {}  {:<{}}", p.id, id_width, name_of(p.severity), name_of(p.critical), p.clause,
                   clause_width);
    for (const auto channel : channels) {
        if (p.applies_to(channel))
            fmt::format_to(out, " {:>8.2f}", standard.weight_in(p, channel));
        else
            fmt::format_to(out, " {:>8}", "-");
    }
    fmt::format_to(out, "{}{}\n", p.by_person ? "  by a person" : "", p.ours.empty() ? "" : " *");
}

std::string shown(const Setting& setting, const Value& value, const Lexicon& lexicon) {
    switch (setting.type) {
    case Setting::Type::flag:
        return value.number != 0 ? "true" : "false";
    case Setting::Type::number:
        return fmt::format("{}", value.number);
    case Setting::Type::text:
        return value.text;
    case Setting::Type::texts:
        return fmt::format("{}", fmt::join(value.texts, ", "));
    case Setting::Type::lists:
        break;
    }
    constexpr std::size_t few = 6;
    std::string out;
    for (const auto id : value.lists) {
        const auto& list = lexicon.list(id);
        out += fmt::format("\n      {}{}:", list.name, list.title.empty() ? "" : " (" + list.title + ")");
        for (std::size_t i = 0; i < std::min(few, list.phrases.size()); ++i)
            out += fmt::format("{} \"{}\"", i ? "," : "", list.phrases[i].text);
        if (list.phrases.size() > few) out += fmt::format(", … ({} phrases)", list.phrases.size());
    }
    return out;
}

void indent(std::string_view text, std::string_view margin, Out out) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        fmt::format_to(out, "{}{}\n", margin, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void explain_row(const Standard& standard, const Parameter& p, Out out) {
    fmt::format_to(out, "\n  channels  {}\n", names_of(p.channels));
    fmt::format_to(out, "  weight    {} as written;", p.weight);
    for (std::size_t i = 0; i < p.channels.size(); ++i)
        fmt::format_to(out, "{} {:.2f} of 100 in {}", i ? "," : "", standard.weight_in(p, p.channels[i]), name_of(p.channels[i]));
    fmt::format_to(out, "\n  severity  {}, {}\n", name_of(p.severity), name_of(p.critical));
    if (!p.ours.empty()) fmt::format_to(out, "  ours      {}\n", p.ours);
    if (p.by_person) {
        fmt::format_to(out, "  judged    by a person: the tool says na\n");
    } else if (p.check) {
        fmt::format_to(out, "  check     {}: {}\n", p.check->name, p.check->summary);
        for (std::size_t i = 0; i < p.values.size(); ++i) {
            const auto& setting = p.check->settings[i];
            const auto text = shown(setting, p.values[i], standard.lexicon);
            if (!text.empty())
                fmt::format_to(out, "    {} ={}{}{}\n", setting.name, text.starts_with('\n') ? "" : " ", text,
                               p.values[i].given ? "" : " (by default)");
        }
    }
    if (!p.advice.empty()) fmt::format_to(out, "  advice    {}\n", p.advice);
    for (const auto& example : p.examples) {
        fmt::format_to(out, "  example that is {}:\n", name_of(example.verdict));
        indent(example.text, "    | ", out);
    }
    fmt::format_to(out, "  stands in {}:{}\n", p.path, p.line);
}

} // namespace

std::string list_standards(std::span<const Standard* const> standards) {
    std::string text;
    const Out out(text);
    std::size_t width = 0;
    for (const auto* standard : standards) width = std::max(width, standard->name.size());
    for (const auto* standard : standards)
        fmt::format_to(out, "{:<{}}  {}  {} parameters  {}  ({})\n", standard->name, width, standard->version, ids_in(*standard),
                       standard->title, names_of(channels_of(*standard)));
    return text;
}

std::string show_standard(const Standard& standard) {
    std::string text;
    const Out out(text);
    fmt::format_to(out, "{} {}: {}\nholds from {}", standard.name, standard.version, standard.title, standard.effective_from);
    if (!standard.extends.empty()) fmt::format_to(out, ", extends {}", standard.extends);
    if (standard.pass_mark) fmt::format_to(out, ", pass mark {}", *standard.pass_mark);
    fmt::format_to(out, ", words of {}\n{}\n", fmt::join(standard.languages, ", "), standard.digest);

    const auto channels = channels_of(standard);
    std::size_t id_width = 0, clause_width = 0;
    for (const auto& p : standard.parameters) {
        id_width = std::max(id_width, p.id.size());
        clause_width = std::max(clause_width, p.clause.size());
    }
    for (const auto section : sections_of(standard)) {
        const auto label = static_cast<int>(id_width + clause_width + 20);
        fmt::format_to(out, "\n{:<{}}", section, label);
        for (const auto channel : channels) fmt::format_to(out, " {:>8}", name_of(channel));
        fmt::format_to(out, "\n");
        for (const auto& p : standard.parameters)
            if (p.section == section) show_row(standard, p, channels, id_width, clause_width, out);
        fmt::format_to(out, "  {:<{}}", "together", label - 2);
        for (const auto channel : channels) {
            double sum = 0;
            for (const auto& p : standard.parameters)
                if (p.section == section && p.applies_to(channel)) sum += standard.weight_in(p, channel);
            fmt::format_to(out, " {:>8.2f}", sum);
        }
        fmt::format_to(out, "\n");
    }
    if (std::ranges::any_of(standard.parameters, [](const Parameter& p) { return !p.ours.empty(); })) {
        fmt::format_to(out, "\n* ours, not in the sources:\n");
        for (const auto& p : standard.parameters)
            if (!p.ours.empty()) fmt::format_to(out, "  {:<{}}  {}\n", p.id, id_width, p.ours);
    }
    std::ranges::find_if(channels, [&](Channel channel) { return work_a_score(standard, channel, out); });
    return text;
}

Result<std::string> explain_parameter(const Standard& standard, std::string_view id) {
    std::string text;
    const Out out(text);
    for (const auto& p : standard.parameters) {
        if (p.id != id) continue;
        if (text.empty()) {
            fmt::format_to(out, "{}: {}\n  {}; {}; {} {}\n", p.id, p.title, p.section, p.clause, standard.name, standard.version);
            indent(p.legend, "  ", out);
        }
        explain_row(standard, p, out);
    }
    if (!text.empty()) return text;
    std::vector<std::string_view> ids;
    for (const auto& p : standard.parameters) ids.push_back(p.id);
    return Error{standard.name, 0, 0, unknown("parameter", id, ids)};
}

} // namespace motaudit
