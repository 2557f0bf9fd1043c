#include "gate/suppressions.hpp"

#include "base/faults.hpp"
#include "base/toml.hpp"
#include "gate/glob.hpp"
#include "model/conversation.hpp"
#include <algorithm>
#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace motaudit {
namespace {

// Reads the tree of a file; what is wrong goes to the faults, and reading goes on.
class Loader {
public:
    Loader(std::span<const Standard* const> standards, std::string_view today, Suppressions& to, Faults& faults)
        : standards_(standards), today_(today), to_(to), checked_{.path = to.path, .faults = faults} {}

    void load(const Node& tree) {
        static constexpr std::string_view keys[] = {"suppress"};
        checked_.keys(tree, keys);
        const auto* list = tree.find("suppress");
        if (list == nullptr || !checked_.is(*list, Node::Type::array)) return;
        for (const auto& item : list->items)
            if (checked_.is(item, Node::Type::table)) one(item);
    }

private:
    void one(const Node& item) {
        static constexpr std::string_view keys[] = {"parameter", "conversation", "path", "reason", "owner", "until"};
        checked_.keys(item, keys);
        auto& suppression = to_.all.emplace_back();
        suppression.line = item.line;
        suppression.parameter = need(item, "parameter", "what is suppressed");
        suppression.reason = need(item, "reason", "why it is right as it is");
        suppression.owner = need(item, "owner", "who answers for it");
        if (const auto* node = item.find("conversation")) suppression.conversation = checked_.text(*node);
        if (const auto* node = item.find("path")) suppression.path = checked_.text(*node);
        if (item.find("conversation") == nullptr && item.find("path") == nullptr)
            checked_.wrong(item, "no 'conversation' and no 'path': say where; conversation = \"**\" is everywhere");
        if (!suppression.parameter.empty()) {
            auto ids = parameters_named(suppression.parameter, standards_);
            if (ids)
                suppression.ids = std::move(*ids);
            else
                checked_.wrong(*item.find("parameter"), ids.error().message);
        }
        if (const auto* node = item.find("until")) until(*node, suppression);
        suppression.why = fmt::format("by {}{}: {}", suppression.owner,
                                      suppression.until.empty() ? "" : " until " + suppression.until, suppression.reason);
    }

    std::string need(const Node& item, std::string_view key, std::string_view meaning) {
        if (const auto* node = item.find(key)) return checked_.text(*node);
        checked_.wrong(item, fmt::format("no '{}': {}", key, meaning));
        return {};
    }

    void until(const Node& node, Suppression& suppression) {
        const auto day = node.is(Node::Type::date) ? node.text : checked_.text(node);
        if (day.empty()) return;
        if (!is_day(day)) return checked_.wrong(node, fmt::format("'until' takes a day such as 2026-12-31, not '{}'", day));
        if (today_.empty()) return checked_.wrong(node, "an end date, and no day to compare it with: add --today YYYY-MM-DD");
        suppression.until = day;
        suppression.expired = day < today_; // as texts: years have four digits
    }

    std::span<const Standard* const> standards_;
    std::string_view today_;
    Suppressions& to_;
    Checked checked_;
};

} // namespace

bool Suppression::covers(const Conversation& talk) const {
    return (conversation.empty() || matches_glob(conversation, talk.id)) && (path.empty() || matches_path(path, talk.path));
}

const Suppression* Suppressions::find(const Conversation& talk, std::string_view parameter) const {
    for (const auto& one : all) {
        if (one.expired || !one.ids.contains(parameter) || !one.covers(talk)) continue;
        one.used = true;
        return &one;
    }
    return nullptr;
}

void Suppressions::cover(const Conversation& talk) const {
    for (const auto& one : all)
        if (!one.covers_one && one.covers(talk)) one.covers_one = true;
}

std::vector<Error> parse_suppressions(std::string_view text, std::span<const Standard* const> standards, std::string_view today,
                                      Suppressions& to) {
    const auto tree = read_toml(text, to.path);
    if (!tree) return {tree.error()};
    Faults faults;
    Loader(standards, today, to, faults).load(*tree);
    std::ranges::stable_sort(faults.errors, {}, &Error::line);
    return std::move(faults.errors);
}

bool is_day(std::string_view text) {
    int parts[3] = {};
    constexpr std::size_t begins[] = {0, 5, 8}, sizes[] = {4, 2, 2};
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (int i = 0; i < 3; ++i) {
        const auto* const end = text.data() + begins[i] + sizes[i];
        if (text[begins[i]] == '-') return false;
        if (const auto read = std::from_chars(text.data() + begins[i], end, parts[i]); read.ptr != end || read.ec != std::errc())
            return false;
    }
    return std::chrono::year_month_day(std::chrono::year(parts[0]), std::chrono::month(static_cast<unsigned>(parts[1])),
                                       std::chrono::day(static_cast<unsigned>(parts[2])))
        .ok();
}

} // namespace motaudit
