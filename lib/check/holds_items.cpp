// kind = "holds_items": a case record holds every one of some items, or a note that stands in for them (CD 1).

#include "check/kinds.hpp"
#include "query/items.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { items, instead, parts, told_in, if_said, unless_said, when, also, near_to };
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
    Setting{.name = "near", .type = Setting::Type::lists, .meaning = "labels of the fields beside which an item belongs"},
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

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

Evidence line_of(const Talk& talk, const Stretch& from, const char* note) {
    const auto size = first_line(text_of(talk, from)).size();
    return {from.turn, {from.span.begin, from.span.begin + static_cast<std::uint32_t>(size)}, note};
}

// For an item that is not there: its field, left empty or filled with something else; for all of them the part of the record.
void say_where(const Talk& talk, const Parameter& parameter, std::span<const ListId> missing, Finding& finding) {
    const auto& record = record_of(talk);
    const auto& lexicon = talk.standard().lexicon;
    for (const auto item : missing)
        if (const auto* field = field_of(record, lexicon.list(item).fields, true)) {
            const Stretch whole = {field->name.turn, {field->name.span.begin, field->value.span.end}};
            auto line = line_of(talk, whole, field->blank ? "nothing is said here" : "not what is asked for");
            if (std::ranges::find(finding.near, line) == finding.near.end()) finding.near.push_back(std::move(line));
        }
    if (!finding.evidence.empty() || !finding.near.empty()) return;
    if (const auto* field = field_of(record, parameter[near_to].lists))
        return finding.near.push_back(
            line_of(talk, {field->name.turn, {field->name.span.begin, field->value.span.end}}, "belongs here"));
    const auto& labels = parameter[parts].lists;
    if (const auto* part = field_of(record, labels, true))
        finding.near.push_back(line_of(talk, part->name, "looked for in this part"));
    else if (parameter[told_in].text == "work" && !record.work.empty())
        finding.near.push_back(line_of(talk, record.work.front(), "looked for from here on"));
    else if (!labels.empty())
        finding.reason += ", which has no part for it";
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto everywhere = whole(talk);
    auto fields = Fields::everywhere;
    const auto told = window(talk, parameter, fields);
    const auto& lexicon = talk.standard().lexicon;
    std::vector<ListId> not_there;
    const auto look_for = [&](std::span<const ListId> wanted) {
        for (const auto item : wanted)
            if (auto seen = item_in(talk, item, told, fields))
                finding.evidence.push_back(std::move(*seen));
            else {
                finding.missing.push_back(lexicon.list(item).title);
                not_there.push_back(item);
            }
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
    if (talk.detailed()) say_where(talk, parameter, not_there, finding);
}

} // namespace

const CheckKind holds_items_kind = {
    .name = "holds_items", .summary = "a case record holds every one of some items", .settings = settings, .judge = judge};

} // namespace motaudit::checks
