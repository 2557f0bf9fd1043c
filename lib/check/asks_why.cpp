// kind = "asks_why": whenever the agent asks for information, the same or a neighbouring sentence says why (SOP 1.3).

#include "check/kinds.hpp"
#include "query/requests.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { free };
constexpr std::array settings = {
    Setting{.name = "free", .type = Setting::Type::texts, .meaning = "items that need no reason", .fallback_text = "name"},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& no_reason_needed = parameter[free].texts;
    std::vector<Evidence> given;
    bool asked = false;
    for (const auto& request : requests_of(talk)) {
        const auto name = item_names[static_cast<std::size_t>(request.item)];
        if (std::ranges::find(no_reason_needed, name) != no_reason_needed.end()) continue;
        asked = true;
        if (request.reason)
            given.push_back(talk.evidence(*request.reason));
        else
            finding.evidence.push_back(talk.evidence(request.words));
    }
    if (!asked) return finding.not_applicable("no information was asked for");
    if (finding.evidence.empty()) {
        finding.evidence = std::move(given);
        return finding.yes();
    }
    finding.near = std::move(given);
    finding.missing.push_back("why the information is needed");
    finding.no(finding.evidence.size() == 1
                   ? "information is asked for without a reason"
                   : std::to_string(finding.evidence.size()) + " times information is asked for without a reason");
}

} // namespace

const CheckKind asks_why_kind = {
    .name = "asks_why", .summary = "the agent says why information is asked for", .settings = settings, .judge = judge};

} // namespace motaudit::checks
