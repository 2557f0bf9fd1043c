// kind = "closing_order": the offer of more help, then the survey, then the farewell (SOP 1.10).

#include "check/kinds.hpp"
#include "query/ending.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace motaudit::checks {
namespace {

struct Part {
    std::string_view name = {};
    std::optional<Match> said = {};
};

void judge(const Talk& talk, const Parameter&, Finding& finding) {
    const auto& ending = ending_of(talk);
    const std::array wanted = {Part{"offer of more help", ending.offer}, Part{"survey", ending.survey},
                               Part{"farewell", ending.farewell}}; // in that order
    std::vector<Part> parts;
    for (const auto& part : wanted)
        if (part.said) parts.push_back(part);
    if (parts.size() < 2) return finding.not_applicable("fewer than two of offer, survey and farewell");
    const auto comes_before = [](const Part& a, const Part& b) { return is_before(*a.said, *b.said); };
    const bool in_order = std::ranges::is_sorted(parts, comes_before);
    if (!in_order)
        for (std::size_t i = 0; i + 1 < parts.size() && talk.detailed(); ++i)
            if (comes_before(parts[i + 1], parts[i]))
                finding.missing.push_back(fmt::format("the {} before the {}", parts[i].name, parts[i + 1].name));
    std::ranges::sort(parts, comes_before);
    for (const auto& part : parts) finding.evidence.push_back(talk.evidence(*part.said, std::string(in_order ? "" : part.name)));
    return in_order ? finding.yes() : finding.no("offer of more help, survey and farewell stand in another order");
}

} // namespace

const CheckKind closing_order_kind = {
    .name = "closing_order", .summary = "the offer of more help comes first, then the survey, then the farewell", .judge = judge};

} // namespace motaudit::checks
