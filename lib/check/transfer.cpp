// kind = "transfer": who is transferred is told so, and told the name of the person who will take over.

#include "check/kinds.hpp"
#include "query/names.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { told, named };
constexpr std::array settings = {
    Setting{.name = "told", .type = Setting::Type::lists, .required = true, .meaning = "words that tell of a transfer"},
    Setting{.name = "named", .type = Setting::Type::lists, .required = true, .meaning = "words that name who takes over"},
};

// The transfer that the system notes behind the agent's first turn.
std::optional<std::uint32_t> noted(const Talk& talk) {
    bool begun = false;
    for (std::uint32_t t = 0; t < talk.turn_count(); ++t) {
        if (begun && talk.turn(t).event == Event::transfer) return t;
        begun = begun || (talk.turn(t).speaker == Speaker::agent && !talk.turn(t).is_private);
    }
    return {};
}

bool declined(const Talk& talk, const Match& offer) {
    const auto block = talk.block_of(offer.turn) + 1;
    if (block >= talk.blocks().size()) return false;
    const auto& answer = talk.blocks()[block];
    return talk.says(talk.list(Role::refusal), {.speaker = Speaker::customer, .from = answer.first, .to = answer.last + 1});
}

// The name is somebody else's than the customer's.
bool names_another(const Talk& talk, const Match& match) {
    const auto& customer = customer_name(talk).words;
    bool another = false;
    for (auto i = match.first; i <= match.last; ++i) {
        const auto& word = talk.words(match.turn)[i];
        if (!talk.is_name_like(match.turn, word)) continue;
        if (std::ranges::find(customer, word.hash) != customer.end()) return false;
        another = true;
    }
    return another;
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    auto announced = talk.said(parameter[told].lists, {.speaker = Speaker::agent});
    const auto event = noted(talk);
    if (!event) std::erase_if(announced, [&](const Match& offer) { return declined(talk, offer); });
    if (announced.empty() && !event) return finding.not_applicable("no transfer");
    for (const auto& match : announced) finding.evidence.push_back(talk.evidence(match));
    if (announced.empty()) {
        finding.evidence.push_back({*event, {}, "the transfer"});
        finding.missing.emplace_back("word of the transfer before it is made");
    }
    const auto block = announced.empty() ? 0 : talk.block_of(announced.front().turn);
    // "Odette looks after lamps here." "Shall I put you through to her?": she may be named in the turn before.
    const auto from = block >= 2 && block < talk.blocks().size() ? talk.blocks()[block - 2].first : 0;
    auto who = talk.said(parameter[named].lists, {.speaker = Speaker::agent, .from = from});
    std::erase_if(who, [&](const Match& match) { return !names_another(talk, match); });
    if (who.empty()) finding.missing.emplace_back("the name of the person who will take the call");
    if (!finding.missing.empty()) return finding.no(announced.empty() ? "transferred without a word" : "nobody is named");
    finding.evidence.push_back(talk.evidence(who.front()));
    finding.yes();
}

} // namespace

const CheckKind transfer_kind = {.name = "transfer",
                                 .summary = "the customer is told of a transfer, and who will take over",
                                 .settings = settings,
                                 .judge = judge};

} // namespace motaudit::checks
