// kind = "status_field": the status field of a closed case holds the word for it (SOP 3.5).

#include "check/kinds.hpp"
#include "query/items.hpp"
#include <array>

namespace motaudit::checks {
namespace {

enum { fields, right, open };
constexpr std::array settings = {
    Setting{.name = "fields", .type = Setting::Type::lists, .required = true, .meaning = "the labels of the field"},
    Setting{
        .name = "right", .type = Setting::Type::lists, .required = true, .meaning = "what it must hold once the case is closed"},
    Setting{.name = "open", .type = Setting::Type::lists, .required = true, .meaning = "what says that the case is still open"},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto* field = field_of(record_of(talk), parameter[fields].lists, true);
    if (field == nullptr) return finding.not_applicable("the record has no status field");
    const std::span value(&field->value, 1);
    const Evidence where = {field->value.turn, field->value.span, {}};
    if (any_in(talk, parameter[right].lists, value)) {
        finding.evidence.push_back(where);
        return finding.yes();
    }
    if (any_in(talk, parameter[open].lists, value)) return finding.not_applicable("the case is still open");
    finding.near.push_back(where);
    finding.missing.push_back(talk.standard().lexicon.list(parameter[right].lists.front()).title);
    finding.no("closed under another word");
}

} // namespace

const CheckKind status_field_kind = {.name = "status_field",
                                     .summary = "the status field of a closed case holds the word for it",
                                     .settings = settings,
                                     .judge = judge};

} // namespace motaudit::checks
