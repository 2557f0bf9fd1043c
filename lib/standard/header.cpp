#include "standard/header.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace motaudit {
namespace {

constexpr std::string_view file_keys[] = {"standard", "parameter"};
constexpr std::string_view header_keys[] = {"name",      "title",     "version", "effective_from", "brand", "brand_aliases",
                                            "pass_mark", "languages", "extends", "sections",       "words"};

// "2026-01-31", as a text or as TOML's own date.
std::string read_date(const Node& node, const Checked& file) {
    if (!node.is(Node::Type::date) && !file.is(node, Node::Type::text)) return {};
    constexpr std::string_view shape = "dddd-dd-dd";
    const auto fits = [&] {
        if (node.text.size() != shape.size()) return false;
        for (std::size_t i = 0; i < shape.size(); ++i) {
            const char c = node.text[i];
            if (shape[i] == 'd' ? c < '0' || c > '9' : c != '-') return false;
        }
        const auto month = node.text.substr(5, 2), day = node.text.substr(8, 2);
        return month >= "01" && month <= "12" && day >= "01" && day <= "31";
    };
    if (fits()) return node.text;
    file.wrong(node, fmt::format("'{}' takes a date such as 2026-01-31", node.key));
    return {};
}

void append_new(std::vector<std::string>& to, std::vector<std::string> from) {
    for (auto& one : from)
        if (std::ranges::find(to, one) == to.end()) to.push_back(std::move(one));
}

} // namespace

std::string extended_by(const Node& root) {
    const auto* header = root.find("standard");
    const auto* extends = header ? header->find("extends") : nullptr;
    return extends && extends->is(Node::Type::text) ? extends->text : std::string{};
}

void read_header(const Node& root, const std::string& path, std::string_view base, Standard& standard,
                 std::vector<std::string>& sections, Faults& faults) {
    const Checked file{path, faults};
    file.keys(root, file_keys);
    const auto* header = root.find("standard");
    if (!header) return faults.errors.push_back({path, 1, 0, "no [standard] with name, title, version and effective_from"});
    if (!file.is(*header, Node::Type::table)) return;
    file.keys(*header, header_keys);
    for (const auto key : {"name", "title", "version", "effective_from"})
        if (!header->find(key)) file.wrong(*header, fmt::format("[standard] has no '{}'", key));
    if (base.empty())
        for (const auto key : {"languages", "sections"})
            if (!header->find(key)) file.wrong(*header, fmt::format("[standard] has no '{}'", key));

    const auto text = [&](std::string_view key, std::string& to) {
        if (const auto* entry = header->find(key)) to = file.text(*entry);
    };
    standard.path = path;
    text("name", standard.name);
    text("title", standard.title);
    text("version", standard.version);
    text("extends", standard.extends);
    text("brand", standard.brand);
    text("words", standard.words_folder);
    if (const auto* date = header->find("effective_from")) standard.effective_from = read_date(*date, file);
    if (const auto* aliases = header->find("brand_aliases")) append_new(standard.brand_aliases, file.texts(*aliases));
    if (const auto* languages = header->find("languages")) append_new(standard.languages, file.texts(*languages));
    if (const auto* own = header->find("sections")) append_new(sections, file.texts(*own));
    if (const auto* mark = header->find("pass_mark"); mark && file.is(*mark, Node::Type::number)) {
        if (!(mark->number >= 0 && mark->number <= 100)) file.wrong(*mark, "'pass_mark' is from 0 to 100");
        if (standard.pass_mark && mark->number < *standard.pass_mark)
            file.wrong(*mark, fmt::format("'pass_mark' {} is lighter than {}'s {}", mark->number, base, *standard.pass_mark));
        standard.pass_mark = mark->number;
    }
}

} // namespace motaudit
