// kind = "named_exactly": a case record names a thing by a name that leaves no doubt: "R9s", where "R9" may be several (CD 1.2).

#include "check/kinds.hpp"
#include "query/items.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { fields, exact, vague };
constexpr std::array settings = {
    Setting{.name = "fields", .type = Setting::Type::lists, .required = true, .meaning = "the labels of the field"},
    Setting{.name = "exact", .type = Setting::Type::lists, .required = true, .meaning = "names that will do, in free text"},
    Setting{.name = "vague", .type = Setting::Type::lists, .required = true, .meaning = "names that are not enough by themselves"},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& record = record_of(talk);
    const auto everywhere = whole(talk);
    const auto* field = field_of(record, parameter[fields].lists);
    const auto where = field != nullptr ? std::vector{field->value} : everywhere;
    if (auto name = any_in(talk, parameter[exact].lists, where)) {
        finding.evidence.push_back(std::move(*name));
        return finding.yes();
    }
    auto hint = any_in(talk, parameter[vague].lists, where);
    // A model that the lists do not know yet is taken as it stands in its field.
    if (field != nullptr && !hint) {
        finding.evidence.push_back({field->value.turn, field->value.span, {}});
        return finding.yes();
    }
    finding.no(hint ? "not the specific name: several go by it" : "not in the record");
    if (hint) finding.near.push_back(std::move(*hint));
    finding.missing.push_back(parameter.title);
}

} // namespace

const CheckKind named_exactly_kind = {
    .name = "named_exactly", .summary = "a case record names a thing by its specific name", .settings = settings, .judge = judge};

} // namespace motaudit::checks
