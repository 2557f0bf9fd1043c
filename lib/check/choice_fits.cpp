// kind = "choice_fits": of some choices, a case record's field holds the first that what it tells calls for (CD 1.3).

#include "check/kinds.hpp"
#include "query/items.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { fields, choices, signs, parts, strong };
constexpr std::array settings = {
    Setting{.name = "fields", .type = Setting::Type::lists, .required = true, .meaning = "the labels of the field"},
    Setting{.name = "choices",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "what may stand in it, the first that applies first"},
    Setting{.name = "signs",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "for each choice, what calls for it; the last holds where none else is called for, if it has no sign"},
    Setting{.name = "parts", .type = Setting::Type::lists, .meaning = "the parts or sentences that tell; else the whole story"},
    Setting{.name = "anywhere", .type = Setting::Type::lists, .meaning = "signs that count wherever the story says them"},
};

// Where the signs are looked for.
std::vector<Stretch> told(const Talk& talk, const Parameter& parameter) {
    const auto& record = record_of(talk);
    auto out = parts_of(record, parameter[parts].lists);
    if (out.empty()) out = sentences_with(talk, parameter[parts].lists, record.narrative);
    return out.empty() ? record.narrative : out;
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& lexicon = talk.standard().lexicon;
    const auto& record = record_of(talk);
    const auto& options = parameter[choices].lists;
    const auto* field = field_of(record, parameter[fields].lists, true);
    std::size_t chosen = options.size();
    std::optional<Match> said;
    const auto value = field != nullptr ? std::vector{field->value} : record.story;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (auto match = said_in(talk, options[i], value); match && (!said || match->first < said->first)) {
            said = match;
            chosen = i;
        }
    if (!said) {
        finding.no(field != nullptr ? "not one of the choices" : "not chosen");
        finding.missing.push_back(parameter.title);
        if (field != nullptr) finding.near.push_back({field->value.turn, field->value.span, {}});
        return;
    }
    const auto where = told(talk, parameter);
    for (std::size_t i = 0; i < parameter[signs].lists.size() && i < options.size(); ++i) {
        const auto sign = parameter[signs].lists[i];
        const bool in_story = std::ranges::find(parameter[strong].lists, sign) != parameter[strong].lists.end();
        const auto seen = said_in(talk, sign, in_story ? record.story : where);
        const bool holds_by_default = i + 1 == options.size() && lexicon.list(sign).phrases.empty();
        if (!seen && !holds_by_default) continue;
        if (i == chosen) {
            finding.evidence.push_back(talk.evidence(*said));
            if (seen) finding.evidence.push_back(talk.evidence(*seen));
            return finding.yes();
        }
        finding.no("another one fits: " + lexicon.list(options[i]).title);
        finding.near.push_back(talk.evidence(*said, "chosen"));
        finding.missing.push_back(lexicon.list(options[i]).title + ", in place of " + lexicon.list(options[chosen]).title);
        if (seen) finding.near.push_back(talk.evidence(*seen, "calls for " + lexicon.list(options[i]).title));
        return;
    }
    finding.evidence.push_back(talk.evidence(*said));
    finding.yes("nothing told speaks against it");
}

} // namespace

const CheckKind choice_fits_kind = {.name = "choice_fits",
                                    .summary = "a case record's field holds the choice that fits its words",
                                    .settings = settings,
                                    .judge = judge};

} // namespace motaudit::checks
