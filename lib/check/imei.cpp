// kind = "imei": the IMEI of a case record has 15 digits and the right check digit (CD 1.2).

#include "check/kinds.hpp"
#include "query/figures.hpp"
#include "query/items.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { fields, notes, repair, parts };
constexpr std::array settings = {
    Setting{.name = "fields", .type = Setting::Type::lists, .required = true, .meaning = "the labels of the field"},
    Setting{.name = "notes", .type = Setting::Type::lists, .required = true, .meaning = "notes that it cannot be given"},
    Setting{
        .name = "repair", .type = Setting::Type::lists, .required = true, .meaning = "what makes the complaint one about a repair"},
    Setting{.name = "parts", .type = Setting::Type::lists, .meaning = "where that is looked for; else the whole story"},
};

// The number that is given as the IMEI: the field's, else one of 15 digits behind the word or standing anywhere.
const Figure* written_imei(const Talk& talk, const Parameter& parameter) {
    const auto& record = record_of(talk);
    const Figure* best = nullptr;
    for (const auto& figure : figures_of(talk)) {
        if (figure.kind != Figure::Kind::number || figure.digits.size() < 8) continue;
        const bool labelled = std::ranges::any_of(record.fields, [&](const Field& f) {
            return std::ranges::find(parameter[fields].lists, f.label) != parameter[fields].lists.end() &&
                   holds(f.value, figure.turn, figure.span);
        });
        // "IMEI 8640 …" without a colon: the word stands close before it.
        const bool named = std::ranges::any_of(parameter[fields].lists, [&](ListId list) {
            return std::ranges::any_of(talk.matches(list), [&](const Match& m) {
                const auto name = talk.span(m);
                return m.turn == figure.turn && name.end <= figure.span.begin && figure.span.begin - name.end <= 12;
            });
        });
        if (labelled || named) return &figure;
        if (figure.digits.size() == 15 && best == nullptr) best = &figure;
    }
    return best;
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto everywhere = whole(talk);
    if (const auto* imei = written_imei(talk, parameter)) {
        Evidence where = {imei->turn, imei->span, {}};
        if (imei->digits.size() == 15 && imei_check_digit(imei->digits) == imei->digits.back()) {
            finding.evidence.push_back(std::move(where));
            return finding.yes();
        }
        if (imei->digits.size() != 15) {
            finding.no("has " + std::to_string(imei->digits.size()) + " digits, not 15");
            finding.missing.emplace_back("an IMEI of 15 digits");
        } else {
            where.note = std::string("the check digit would be ") + imei_check_digit(imei->digits);
            finding.no("the check digit is wrong: a digit is mistyped");
            finding.missing.emplace_back("an IMEI whose last digit fits the others");
        }
        finding.near.push_back(std::move(where));
        return;
    }
    if (auto note = any_in(talk, parameter[notes].lists, everywhere)) {
        finding.evidence.push_back(std::move(*note));
        return finding.yes("a note says why it cannot be given");
    }
    const auto& record = record_of(talk);
    const auto told = parts_of(record, parameter[parts].lists);
    auto repaired = any_in(talk, parameter[repair].lists, told.empty() ? record.narrative : told);
    if (!repaired) return finding.not_applicable("not about a repair, and none is written");
    finding.no("not in the record, though a repair is complained of");
    repaired->note = "complains of a repair";
    finding.near.push_back(std::move(*repaired));
    for (const auto list : parameter[fields].lists) finding.missing.push_back(talk.standard().lexicon.list(list).title);
}

} // namespace

const CheckKind imei_kind = {.name = "imei",
                             .summary = "a case record's IMEI has 15 digits and the right check digit",
                             .settings = settings,
                             .judge = judge};

} // namespace motaudit::checks
