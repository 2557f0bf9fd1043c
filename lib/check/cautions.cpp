// kind = "cautions": where the agent advises something that puts data or belongings at risk, the customer is cautioned as
// well (SOP 1.9).

#include "check/kinds.hpp"
#include "query/talk.hpp"
#include <array>

namespace motaudit::checks {
namespace {

enum { advice, every, one_of, mention };
constexpr std::array settings = {
    Setting{.name = "advice", .type = Setting::Type::lists, .required = true, .meaning = "the advice that needs a caution"},
    Setting{.name = "every", .type = Setting::Type::lists, .required = true, .meaning = "the cautions, each of which must be said"},
    Setting{.name = "one_of", .type = Setting::Type::lists, .meaning = "cautions of which one will do"},
    Setting{.name = "mention",
            .type = Setting::Type::lists,
            .meaning = "words that are advice too where all cautions are said with them"},
};

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const Where agent{.speaker = Speaker::agent};
    const auto advised = talk.said(parameter[advice].lists, agent);
    if (advised.empty() && talk.said(parameter[mention].lists, agent).empty()) return finding.not_applicable("not advised");

    std::vector<Evidence> cautions;
    const auto note = [&](const Match& match) { cautions.push_back(talk.evidence(match)); };
    for (const auto list : parameter[every].lists) {
        const auto said = talk.said(list, agent);
        if (said.empty())
            finding.missing.push_back(talk.standard().lexicon.list(list).title);
        else
            note(said.front());
    }
    if (const auto& any = parameter[one_of].lists; !any.empty()) {
        if (const auto said = talk.said(any, agent); !said.empty()) {
            note(said.front());
        } else {
            std::string either;
            for (const auto list : any) either += (either.empty() ? "" : ", or ") + talk.standard().lexicon.list(list).title;
            finding.missing.push_back(std::move(either));
        }
    }
    if (advised.empty() && !finding.missing.empty()) {
        finding.missing.clear();
        return finding.not_applicable("not advised");
    }
    if (finding.missing.empty()) {
        for (const auto& match : advised) finding.evidence.push_back(talk.evidence(match));
        for (auto& one : cautions) finding.evidence.push_back(std::move(one));
        return finding.yes();
    }
    for (const auto& match : advised) finding.evidence.push_back(talk.evidence(match));
    finding.near = std::move(cautions);
    finding.no("advised without the caution");
}

} // namespace

const CheckKind cautions_kind = {.name = "cautions",
                                 .summary = "where something risky is advised, the customer is cautioned as well",
                                 .settings = settings,
                                 .judge = judge};

} // namespace motaudit::checks
