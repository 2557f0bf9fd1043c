#include "standard/chain.hpp"

#include "standard/files.hpp"
#include "standard/header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

namespace motaudit {
namespace {

namespace fs = std::filesystem;

std::optional<ChainLink> open_path(const fs::path& path) {
    std::error_code unreadable;
    for (const auto& candidate : {path, fs::path(path.string() + ".toml")}) {
        if (!fs::is_regular_file(candidate, unreadable)) continue;
        auto bytes = read_whole(candidate.string());
        if (!bytes) continue;
        ChainLink link;
        link.bytes = std::move(*bytes);
        link.name = candidate.filename().string();
        link.shown = candidate.string();
        link.folder = candidate.parent_path().empty() ? "." : candidate.parent_path().string();
        return link;
    }
    return {};
}

std::optional<ChainLink> open_named(std::string_view name, const LexiconFiles& files) {
    ChainLink link;
    link.name = fmt::format("standards/{}.toml", name);
    const auto bytes = files.read(link.name);
    if (!bytes) return {};
    link.bytes = *bytes;
    link.shown = files.shown(link.name);
    return link;
}

bool is_path(std::string_view name) { return name.find('/') != std::string_view::npos || name.ends_with(".toml"); }

std::string no_standard(std::string_view name, const LexiconFiles& files) {
    const auto names = standard_names(files);
    const std::vector<std::string_view> right(names.begin(), names.end());
    return unknown("standard", name, right);
}

} // namespace

std::vector<ChainLink> read_chain(std::string_view name_or_path, const LexiconFiles& files, Faults& faults) {
    std::vector<ChainLink> chain;
    const auto give_up = [&](Error error) {
        faults.errors.push_back(std::move(error));
        return std::vector<ChainLink>{};
    };
    auto next = is_path(name_or_path) ? open_path(fs::path(name_or_path)) : open_named(name_or_path, files);
    if (!next && is_path(name_or_path))
        return give_up({std::string(name_or_path), 0, 0, "no such standard file, or it cannot be read"});
    if (!next) return give_up({{}, 0, 0, no_standard(name_or_path, files)});
    for (;;) {
        auto root = read_toml(next->bytes, next->shown);
        if (!root) return give_up(root.error());
        next->root = std::move(*root);
        chain.push_back(std::move(*next));

        const auto& link = chain.back();
        const auto base = extended_by(link.root);
        if (base.empty()) break;
        const auto& at = *link.root.find("standard")->find("extends");
        const auto error_here = [&](std::string message) { return Error{link.shown, at.line, at.column, std::move(message)}; };
        // A file beside it never stands in for a standard that the program holds: what HQ asks is not a site's to rewrite.
        next = open_named(base, files);
        if (!next && !link.folder.empty() && !is_path(base)) next = open_path(fs::path(link.folder) / (base + ".toml"));
        if (!next) return give_up(error_here(no_standard(base, files)));
        if (std::ranges::any_of(chain, [&](const ChainLink& earlier) { return earlier.shown == next->shown; }))
            return give_up(error_here(fmt::format("'{}' extends itself in the end", base)));
    }
    std::ranges::reverse(chain);
    return chain;
}

} // namespace motaudit
