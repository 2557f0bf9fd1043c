// kind = "fields_known": by the end some fields are known, or were asked for (SOP 1.3).

#include "check/kinds.hpp"
#include "query/concern.hpp"
#include "query/ending.hpp"
#include "query/known.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { fields, phone_fields };
constexpr std::array settings = {
    Setting{.name = "fields",
            .type = Setting::Type::texts,
            .required = true,
            .meaning = "what must be known or asked for, whatever the matter"},
    Setting{.name = "phone_fields",
            .type = Setting::Type::texts,
            .meaning = "what must be known besides where a bought phone's working, repair or delivery is the matter"},
};

// The agent never got to ask. A mail is answered once.
bool left_early(const Talk& talk) {
    return talk.channel() != Channel::email && talk.blocks_of(Speaker::agent).size() < 2 && ending_of(talk).customer_left;
}

bool is_about_a_bought_phone(const Talk& talk, const Concern& concern) {
    return concern.problem && talk.says(talk.list(Role::bought_phone), {.speaker = Speaker::customer});
}

bool is_known(const Talk& talk, Item item) {
    if (item != Item::name) return known_items(talk).known(item);
    const auto& name = customer_name(talk);
    return name.known() || name.redacted || name.said.has_value();
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    if (left_early(talk)) return finding.not_applicable("the customer left before the agent's second turn");
    const auto& concern = concern_of(talk);
    if (concern.elsewhere) return finding.not_applicable("the customer came to the wrong place");
    const auto& requests = requests_of(talk);
    const auto look_for = [&](const std::string& field) {
        const auto item = item_named(field);
        if (!item || is_known(talk, *item)) return;
        const auto asked = std::ranges::find(requests, *item, &Request::item);
        if (asked != requests.end()) return finding.evidence.push_back(talk.evidence(asked->words));
        const auto list = item_list(talk, *item);
        finding.missing.push_back(list == no_list ? field : talk.standard().lexicon.list(list).title);
    };
    const auto is_decided = [&] { return !talk.detailed() && !finding.missing.empty(); };
    for (const auto& field : parameter[fields].texts)
        if (!is_decided()) look_for(field);
    if (!is_decided() && is_about_a_bought_phone(talk, concern)) std::ranges::for_each(parameter[phone_fields].texts, look_for);
    if (finding.missing.empty()) return finding.yes();
    finding.no("neither known nor asked for");
    if (!talk.detailed() || !finding.evidence.empty()) return;
    if (!requests.empty())
        finding.near.push_back(talk.evidence(requests.back().words, "asks for something else"));
    else if (concern.stated)
        finding.near.push_back({concern.turn, {}, "nothing is asked for after this"});
}

} // namespace

const CheckKind fields_known_kind = {
    .name = "fields_known", .summary = "the mandatory fields are known or asked for", .settings = settings, .judge = judge};

} // namespace motaudit::checks
