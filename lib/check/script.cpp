// kind = "script": a script said by its elements, in any wording and order (legend, "How to judge").

#include "check/kinds.hpp"
#include "check/window.hpp"
#include "query/beginning.hpp"
#include "query/ending.hpp"
#include "query/known.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { elements, window, near_to, unless_left, unless_transferred, asks };
constexpr std::array settings = {
    Setting{.name = "elements",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "the lists, something of each of which must be said"},
    Setting{.name = "window",
            .type = Setting::Type::text,
            .meaning = "where it must be said",
            .choices = window_choices,
            .fallback_text = "anywhere"},
    Setting{
        .name = "near", .type = Setting::Type::lists, .meaning = "lists that come near to an element, shown where one is missing"},
    Setting{.name = "unless_left", .type = Setting::Type::flag, .meaning = "na where the customer left before any closing"},
    Setting{
        .name = "unless_transferred", .type = Setting::Type::flag, .meaning = "na where the conversation comes from another agent"},
    Setting{.name = "asks",
            .type = Setting::Type::texts,
            .meaning = "items that must be asked for there as well, unless the customer gives them unasked"},
};

// Whether an item is asked for in a window, or given by its end.
bool is_asked(const Talk& talk, Item item, const Where& where, Finding& finding) {
    for (const auto& request : requests_of(talk))
        if (request.item == item && request.words.turn >= where.from && request.words.turn < where.to) {
            finding.evidence.push_back(talk.evidence(request.words));
            return true;
        }
    const auto given = item == Item::name ? customer_name(talk).said : std::optional<std::uint32_t>();
    return (given && *given <= where.to) || known_items(talk).given_before(item, where.to + 1, 0);
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const bool closing = parameter[window].text == "closing";
    if (talk.blocks_of(Speaker::agent).empty()) return finding.not_visible("the agent says nothing");
    if (parameter[unless_transferred].number != 0 && begins_with_transfer(talk))
        return finding.not_applicable("transferred from another agent");
    auto where = window_of(talk, Speaker::agent, parameter[window].text);
    if (closing || parameter[unless_left].number != 0) {
        const auto& ending = ending_of(talk);
        if (closing) where.from = ending.closing_from;
        if (parameter[unless_left].number != 0 && ending.customer_left)
            return finding.not_applicable("the customer left before any closing");
    }
    const auto& wanted = parameter[elements].lists;
    if (!talk.detailed() && parameter[asks].texts.empty()) {
        const bool all = std::ranges::all_of(wanted, [&](ListId list) { return talk.says(list, where); });
        return all ? finding.yes() : finding.no({});
    }
    for (const auto list : wanted) {
        const auto said = talk.said(list, where);
        if (said.empty())
            finding.missing.push_back(talk.standard().lexicon.list(list).title);
        else
            finding.evidence.push_back(talk.evidence(closing ? said.back() : said.front()));
    }
    for (const auto& name : parameter[asks].texts)
        if (const auto item = item_named(name); item && !is_asked(talk, *item, where, finding))
            finding.missing.push_back("a question for the customer's " + name);
    const auto of = wanted.size() + parameter[asks].texts.size();
    if (finding.missing.empty()) return finding.yes();
    if (talk.detailed())
        for (const auto& match : talk.said(parameter[near_to].lists, where)) finding.near.push_back(talk.evidence(match));
    finding.no(of == 1 ? "not said" : std::to_string(finding.missing.size()) + " of " + std::to_string(of) + " elements missing");
}

} // namespace

const CheckKind script_kind = {.name = "script",
                               .summary = "the agent says every element of a script, in any wording and order",
                               .settings = settings,
                               .judge = judge};

} // namespace motaudit::checks
