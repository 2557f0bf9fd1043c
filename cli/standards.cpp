#include "standards.hpp"

#include "check/table.hpp"
#include "message.hpp"
#include "prepared.hpp"
#include "query/roles.hpp"
#include "standard/image.hpp"
#include <algorithm>

namespace motaudit {
namespace {

// The first that has a conversation's channel judges it.
constexpr std::string_view usual[] = {"oppo-hq", "complaint-record"};

} // namespace

Result<Shelf> Shelf::open(const std::string& lexicons) {
    Shelf shelf;
    if (lexicons.empty()) return shelf;
    auto files = files_under(lexicons);
    if (!files) return files.error();
    shelf.own_ = std::move(*files);
    return shelf;
}

Loaded Shelf::load(std::string_view name_or_path) const {
    const Vocabulary vocabulary = {.checks = checks::all(), .roles = role_names};
    if (!own_)
        if (auto prepared = read_image(prepared_standards(), name_or_path, vocabulary)) return {.standard = std::move(prepared)};
    return load_standard(name_or_path, files(), vocabulary);
}

Standards load_standards(const StandardSource& source) {
    const auto shelf = Shelf::open(source.lexicons);
    if (!shelf) {
        say(shelf.error().text());
        return {};
    }
    auto names = source.names;
    if (names.empty()) {
        const auto there = shelf->names();
        for (const auto name : usual)
            if (name == usual[0] || std::ranges::find(there, name) != there.end()) names.emplace_back(name);
    }
    Standards standards;
    bool right = true;
    for (const auto& name : names) {
        auto loaded = shelf->load(name);
        for (const auto& error : loaded.errors) say(error.text());
        right = right && loaded.standard != nullptr;
        standards.push_back(std::move(loaded.standard));
    }
    if (!right) standards.clear();
    return standards;
}

std::vector<std::string_view> parameter_ids(const Standards& standards) {
    std::vector<std::string_view> ids;
    for (const auto& standard : standards)
        for (const auto& parameter : standard->parameters)
            if (std::ranges::find(ids, parameter.id) == ids.end()) ids.push_back(parameter.id);
    return ids;
}

} // namespace motaudit
