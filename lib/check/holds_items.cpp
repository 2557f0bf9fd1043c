// kind = "holds_items": a case record holds every one of some items, or a note that stands in for them (CD 1).

#include "check/kinds.hpp"
#include "query/items.hpp"
#include <array>

namespace motaudit::checks {
namespace {

enum { items, instead, parts, told_in, if_said, unless_said, when, also };
constexpr std::array settings = {
    Setting{.name = "items", .type = Setting::Type::lists, .required = true, .meaning = "the items, all of which must be there"},
    Setting{.name = "instead", .type = Setting::Type::lists, .meaning = "any of these will do as well: a note why not"},
    Setting{.name = "parts", .type = Setting::Type::lists, .meaning = "parts of the record to look in, where it has them"},
    Setting{.name = "told_in",
            .type = Setting::Type::text,
            .meaning = "where to look otherwise",
            .choices = "record|story|head|work|nowhere",
            .fallback_text = "record"},
    Setting{.name = "if",
            .type = Setting::Type::lists,
            .meaning = "where none of these is said and no item is there, it does not apply"},
    Setting{.name = "unless", .type = Setting::Type::lists, .meaning = "where one of these is said it does not apply"},
    Setting{
        .name = "when", .type = Setting::Type::lists, .meaning = "where one of these is said the items of 'also' are asked for"},
    Setting{.name = "also", .type = Setting::Type::lists, .meaning = "items that are asked for only then"},
};

std::vector<Stretch> window(const Talk& talk, const Parameter& parameter, Fields& fields) {
    const auto& record = record_of(talk);
    auto out = parts_of(record, parameter[parts].lists);
    if (!out.empty()) {
        fields = Fields::told; // "Location" is another thing in a plan
        return out;
    }
    const auto& where = parameter[told_in].text;
    if (where == "story") return record.story;
    if (where == "nowhere") return {};
    if (where == "head") return record.head;
    if (where == "work") return record.work;
    return whole(talk);
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto everywhere = whole(talk);
    auto fields = Fields::everywhere;
    const auto told = window(talk, parameter, fields);
    const auto& lexicon = talk.standard().lexicon;
    const auto look_for = [&](std::span<const ListId> wanted) {
        for (const auto item : wanted)
            if (auto seen = item_in(talk, item, told, fields))
                finding.evidence.push_back(std::move(*seen));
            else
                finding.missing.push_back(lexicon.list(item).title);
    };
    if (auto why = any_in(talk, parameter[unless_said].lists, everywhere)) {
        finding.evidence.push_back(std::move(*why));
        return finding.not_applicable("the record says why there is none");
    }
    look_for(parameter[items].lists);
    if (!finding.missing.empty())
        if (auto note = any_in(talk, parameter[instead].lists, everywhere)) {
            finding.missing.clear();
            finding.evidence = {std::move(*note)};
            return finding.yes("a note says why it cannot be given");
        }
    if (finding.missing.size() == parameter[items].lists.size() && parameter[if_said].given) {
        const auto& where = parameter[told_in].text == "nowhere" ? everywhere : told;
        auto called_for = any_in(talk, parameter[if_said].lists, where);
        if (!called_for) {
            finding.missing.clear();
            return finding.not_applicable("nothing in the record calls for it");
        }
        finding.near.push_back(std::move(*called_for));
    }
    if (any_in(talk, parameter[when].lists, everywhere)) look_for(parameter[also].lists);
    if (finding.missing.empty()) return finding.yes();
    finding.no("not in the record");
}

} // namespace

const CheckKind holds_items_kind = {
    .name = "holds_items", .summary = "a case record holds every one of some items", .settings = settings, .judge = judge};

} // namespace motaudit::checks
