#include "standard/rows.hpp"

#include "standard/example.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace motaudit {
namespace {

constexpr std::string_view row_keys[] = {"id",    "section", "title",  "clause", "channels", "severity", "class", "weight", "check",
                                         "judge", "legend",  "advice", "ours",   "yes",      "no",       "na",    "drop"};
constexpr std::string_view needed_keys[] = {"section", "title", "clause", "channels", "severity", "class", "weight"};
constexpr std::string_view severities[] = {"fatal", "non-fatal"};
constexpr std::string_view classes[] = {"CTQ", "CTP"};

// One [[parameter]] row on its way into a Parameter.
struct Row {
    const Node& node;
    const Checked& file;
    const RowWorld& world;
    std::string id = {};

    const Node* find(std::string_view key) const { return node.find(key); }
    void wrong(const Node& at, std::string message) const { file.wrong(at, fmt::format("'{}': {}", id, message)); }

    std::vector<Channel> channels() const {
        std::vector<Channel> out;
        const auto* list = find("channels");
        if (!list || !file.is(*list, Node::Type::array)) return out;
        if (list->items.empty()) file.wrong(*list, "'channels' is empty");
        for (const auto& item : list->items) {
            const auto name = file.text(item);
            if (name.empty()) continue;
            const auto channel = channel_named(name);
            if (!channel)
                file.wrong(item, unknown("channel", name, channel_names));
            else if (std::ranges::find(out, *channel) != out.end())
                file.wrong(item, fmt::format("channel '{}' twice", name));
            else
                out.push_back(*channel);
        }
        return out;
    }

    template <class Choice, std::size_t size>
    void read_choice(std::string_view key, const std::string_view (&names)[size], const std::array<Choice, size>& choices,
                     Choice& to) const {
        const auto* entry = find(key);
        if (!entry) return;
        const auto name = file.text(*entry);
        if (name.empty()) return;
        const auto at = std::ranges::find(names, name);
        if (at == std::end(names))
            file.wrong(*entry, unknown(key, name, names));
        else
            to = choices[static_cast<std::size_t>(at - std::begin(names))];
    }

    void read_text(std::string_view key, std::string& to) const {
        if (const auto* entry = find(key)) to = file.text(*entry);
    }

    void read_weight(double& to) const {
        const auto* entry = find("weight");
        if (!entry || !file.is(*entry, Node::Type::number)) return;
        to = entry->number;
        if (!std::isfinite(to) || to < 0) wrong(*entry, fmt::format("a weight is 0 or more, this is {}", to));
    }

    void read_section(Parameter& to) const {
        read_text("section", to.section);
        if (to.section.empty() || std::ranges::find(world.sections, to.section) != world.sections.end()) return;
        const std::vector<std::string_view> known(world.sections.begin(), world.sections.end());
        file.wrong(*find("section"), unknown("section", to.section, known));
    }

    void read_check(Parameter& to) const {
        const auto* judge = find("judge");
        const auto* check = find("check");
        if (judge && file.text(*judge) != "person") file.wrong(*judge, "'judge' is \"person\", or absent where there is a 'check'");
        to.by_person = judge != nullptr;
        if (!judge == !check) {
            wrong(node, "needs either a 'check' or judge = \"person\"");
        } else if (check && file.is(*check, Node::Type::table)) {
            const auto* kind = check->find("kind");
            if (!kind) return wrong(*check, "'check' has no 'kind'");
            const auto name = file.text(*kind);
            const auto kinds = world.vocabulary.checks;
            const auto at = std::ranges::find(kinds, name, &CheckKind::name);
            if (at != kinds.end()) {
                to.check = &*at;
                read_settings(*check, *at, id, file, world, to.values);
            } else if (!name.empty()) {
                std::vector<std::string_view> names;
                for (const auto& one : kinds) names.push_back(one.name);
                file.wrong(*kind, unknown("kind of check", name, names));
            }
        }
    }

    // Examples of a verdict that the row gives replace those of the row that it changes.
    void read_examples(Parameter& to) const {
        constexpr Verdict verdicts[] = {Verdict::yes, Verdict::no, Verdict::na};
        for (const auto verdict : verdicts) {
            const auto* list = find(name_of(verdict));
            if (!list || !file.is(*list, Node::Type::array)) continue;
            std::erase_if(to.examples.list(), [&](const Example& e) { return e.verdict == verdict; });
            for (const auto& item : list->items) {
                auto text = file.text(item);
                if (text.empty()) continue;
                world.arena.clear();
                if (!to.channels.empty())
                    if (const auto talk = read_example(text, to.channels.front(), world.arena); !talk)
                        file.wrong(item, fmt::format("example: {}", talk.error().message));
                to.examples.push_back({verdict, std::move(text), file.path, item.line});
            }
        }
    }

    Parameter read_new() const {
        for (const auto key : needed_keys)
            if (!find(key)) wrong(node, fmt::format("no '{}'", key));
        Parameter to;
        to.id = id;
        to.path = file.path;
        to.line = node.line;
        read_section(to);
        read_text("title", to.title);
        read_text("clause", to.clause);
        read_text("legend", to.legend);
        read_text("advice", to.advice);
        read_text("ours", to.ours);
        to.channels = channels();
        read_choice("severity", severities, std::array{Severity::fatal, Severity::non_fatal}, to.severity);
        read_choice("class", classes, std::array{Critical::CTQ, Critical::CTP}, to.critical);
        read_weight(to.weight);
        read_check(to);
        read_examples(to);
        if (const auto* drop = find("drop")) wrong(*drop, "nothing to drop: no standard that this one extends has it");
        return to;
    }

    // What a parameter means is the base's; it may be quoted, not changed (legend: an id never changes its meaning).
    void keep_meaning(const Parameter& base) const {
        const std::pair<std::string_view, std::string_view> fixed[] = {
            {"section", base.section},         {"title", base.title},   {"clause", base.clause},
            {"class", name_of(base.critical)}, {"legend", base.legend}, {"judge", base.by_person ? "person" : ""}};
        for (const auto& [key, theirs] : fixed)
            if (const auto* entry = find(key); entry && file.text(*entry) != theirs)
                wrong(*entry, fmt::format("'{}' cannot differ from {}'s '{}'", key, world.base, theirs));
    }

    void lay_over(Parameter& to) const {
        keep_meaning(to);
        if (const auto* drop = find("drop"))
            return wrong(*drop, fmt::format("cannot be dropped: {} holds it with weight {}", world.base, to.weight));
        const auto weight = to.weight;
        read_weight(to.weight);
        if (to.weight < weight)
            wrong(*find("weight"), fmt::format("weight {} is lighter than {}'s {}", to.weight, world.base, weight));
        const auto severity = to.severity;
        read_choice("severity", severities, std::array{Severity::fatal, Severity::non_fatal}, to.severity);
        if (severity == Severity::fatal && to.severity != severity)
            wrong(*find("severity"), fmt::format("non-fatal is lighter than {}'s fatal", world.base));
        read_text("advice", to.advice);
        read_text("ours", to.ours);
        if (const auto* check = find("check"); check && file.is(*check, Node::Type::table)) {
            if (!to.check) return wrong(*check, fmt::format("{} leaves it to a person", world.base));
            if (const auto* kind = check->find("kind"); kind && file.text(*kind) != to.check->name)
                wrong(*kind, fmt::format("'kind' cannot differ from {}'s '{}'", world.base, to.check->name));
            read_settings(*check, *to.check, id, file, world, to.values);
        }
        read_examples(to);
        to.path = file.path;
        to.line = node.line;
    }
};

bool overlaps(const std::vector<Channel>& a, const std::vector<Channel>& b) {
    return std::ranges::any_of(a, [&](Channel c) { return std::ranges::find(b, c) != b.end(); });
}

// Parts base rows so that each is either wholly in `channels` or wholly out of it, and gives those that are in.
std::vector<std::size_t> part(std::vector<Parameter>& parameters, std::string_view id, const std::vector<Channel>& channels) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (parameters[i].id != id) continue;
        if (channels.empty()) {
            out.push_back(i);
            continue;
        }
        if (!overlaps(parameters[i].channels, channels)) continue;
        auto rest = parameters[i];
        std::erase_if(rest.channels, [&](Channel c) { return std::ranges::find(channels, c) != channels.end(); });
        std::erase_if(parameters[i].channels, [&](Channel c) { return std::ranges::find(channels, c) == channels.end(); });
        out.push_back(i);
        if (!rest.channels.empty()) parameters.insert(parameters.begin() + static_cast<std::ptrdiff_t>(++i), std::move(rest));
    }
    return out;
}

// The row of this file that already has one of the channels of `id`.
struct Seen {
    std::string id = {};
    std::vector<Channel> channels = {};
    std::size_t line = 0;
};

} // namespace

void read_rows(const Node& root, const std::string& path, const RowWorld& world, std::vector<Parameter>& parameters,
               Faults& faults) {
    const Checked file{path, faults};
    const auto* rows = root.find("parameter");
    if (!rows || !file.is(*rows, Node::Type::array)) return;
    std::vector<Seen> seen;
    std::vector<Parameter> added;
    for (const auto& node : rows->items) {
        if (!file.is(node, Node::Type::table)) continue;
        file.keys(node, row_keys);
        const auto* id = node.find("id");
        if (!id) {
            file.wrong(node, "a parameter without 'id'");
            continue;
        }
        Row row{node, file, world, file.text(*id)};
        if (row.id.empty()) continue;

        const bool is_known = std::ranges::find(parameters, row.id, &Parameter::id) != parameters.end();
        const bool has_channels = node.find("channels") != nullptr;
        std::vector<std::size_t> changed;
        Seen now{row.id, {}, node.line};
        if (is_known) {
            if (has_channels) now.channels = row.channels();
            changed = part(parameters, row.id, now.channels);
            std::vector<Channel> theirs;
            for (const auto i : changed) theirs.insert(theirs.end(), parameters[i].channels.begin(), parameters[i].channels.end());
            if (!changed.empty())
                for (const auto channel : now.channels)
                    if (std::ranges::find(theirs, channel) == theirs.end())
                        row.wrong(*node.find("channels"),
                                  fmt::format("{} does not have it for '{}'; new channels need a row of their own", world.base,
                                              name_of(channel)));
            for (const auto i : changed) row.lay_over(parameters[i]);
            now.channels = std::move(theirs);
        }
        if (changed.empty()) {
            added.push_back(row.read_new());
            now.channels = added.back().channels;
        }
        for (const auto& other : seen)
            if (other.id == now.id && overlaps(other.channels, now.channels))
                row.wrong(node, fmt::format("twice for one channel; see line {}", other.line));
        seen.push_back(std::move(now));
    }
    parameters.insert(parameters.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
}

} // namespace motaudit
