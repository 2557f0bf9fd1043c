#include "base/nearest.hpp"
#include "intake/ascii.hpp"
#include "intake/sheets.hpp"
#include "text/charset.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

// The sheets that are tables: a header, then a verdict a row.

namespace motaudit {

std::optional<Verdict> marked_verdict(std::string_view text) {
    auto name = ascii::lower(ascii::trim(text));
    if (name == "n/a") name = "na";
    const auto found = std::ranges::find(verdict_names, name);
    if (found == verdict_names.end()) return {};
    return static_cast<Verdict>(found - verdict_names.begin());
}

std::string with_na(std::string_view name, std::string reason) {
    std::string out(na_words(name));
    if (!out.empty() && !reason.empty()) out += ": ";
    return out += reason;
}

void SheetReader::header(std::size_t at, std::span<const std::string_view> cells) {
    columns_.emplace();
    const std::array<std::pair<std::string_view, std::optional<std::size_t>*>, 7> known = {{
        {"conversation", &columns_->conversation},
        {"parameter", &columns_->parameter},
        {"verdict", &columns_->verdict},
        {"evaluator", &columns_->evaluator},
        {"standard", &columns_->standard},
        {"reason", &columns_->reason},
        {"na", &columns_->na},
    }};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto name = ascii::lower(ascii::trim(cells[i]));
        for (const auto& [wanted, column] : known)
            if (name == wanted && !*column) *column = i;
    }
    for (std::size_t i = 0; i < 3; ++i) {
        if (*known[i].second) continue;
        broken_ = true;
        const auto near = nearest(known[i].first, cells);
        return wrong(at, fmt::format("no column '{}'{}", known[i].first, near.empty() ? "" : fmt::format(" ('{}'?)", near)));
    }
}

void SheetReader::row(std::size_t at, std::span<const std::string_view> cells) {
    if (broken_) return;
    if (!columns_) return header(at, cells);
    const auto cell = [&](const std::optional<std::size_t>& column) {
        return column && *column < cells.size() ? ascii::trim(cells[*column]) : std::string_view();
    };
    const auto conversation = cell(columns_->conversation), parameter = cell(columns_->parameter),
               verdict = cell(columns_->verdict);
    if (conversation.empty() || parameter.empty())
        return wrong(at, fmt::format("the row names no {}", conversation.empty() ? "conversation" : "parameter"));
    for (const auto one : cells)
        if (first_not_utf8(one) != std::string_view::npos) return wrong(at, "not valid UTF-8; save the table as UTF-8");
    const auto known = marked_verdict(verdict);
    if (!known) return wrong(at, fmt::format("{}: unknown verdict '{}'; there are yes, no, na", parameter, verdict));

    const auto evaluator = cell(columns_->evaluator), standard = cell(columns_->standard);
    const Key key = {std::string(conversation), std::string(evaluator), std::string(standard)};
    const auto [place, is_new] = places_.try_emplace(key, sheets_.size());
    if (is_new) {
        sheets_.push_back({.conversation = key[0], .evaluator = key[1], .standard = key[2], .path = path_, .line = at});
        lines_.emplace_back();
    }
    const auto [before, first] = lines_[place->second].try_emplace(std::string(parameter), at);
    if (!first) return wrong(at, fmt::format("{}, {}: judged already on line {}", conversation, parameter, before->second));
    auto& marks = sheets_[place->second].marks;
    marks.push_back({.parameter = std::string(parameter),
                     .verdict = *known,
                     .reason = with_na(cell(columns_->na), std::string(cell(columns_->reason)))});
}

} // namespace motaudit
