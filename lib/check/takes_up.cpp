// kind = "takes_up": the agent takes the reason of the contact up: by an apology for it, or by an offer of help that restates it.

#include "check/kinds.hpp"
#include "query/concern.hpp"
#include "query/content.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { offers, apologies, turns };
constexpr std::array settings = {
    Setting{.name = "offers",
            .type = Setting::Type::lists,
            .required = true,
            .meaning = "offers of help, which must restate the reason"},
    Setting{.name = "apologies", .type = Setting::Type::lists, .meaning = "apologies, which will do by themselves"},
    Setting{.name = "turns",
            .type = Setting::Type::number,
            .meaning = "within how many of the agent's turns behind the reason",
            .fallback = 3,
            .stricter = -1},
};

void contents_of_block(const Talk& talk, const Block& block, std::vector<Content>& out) {
    for (auto t = block.first; t <= block.last; ++t) {
        if (talk.turn(t).speaker != block.speaker || talk.turn(t).is_private) continue;
        std::vector<Content> here;
        contents_of(talk, t, 0, static_cast<std::uint32_t>(talk.words(t).size()), here);
        for (const auto& content : here)
            if (!talk.is_name_like(t, talk.words(t)[content.word])) out.push_back(content);
    }
}

bool share_a_content(const std::vector<Content>& a, const std::vector<Content>& b) {
    return std::ranges::any_of(a, [&](const Content& one) { return std::ranges::find(b, one.key, &Content::key) != b.end(); });
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    const auto& concern = concern_of(talk);
    if (!concern.stated) return finding.not_applicable("no reason for the call is given");
    std::vector<Content> reason;
    double seen = 0;
    const auto blocks = talk.blocks();
    for (auto b = talk.block_of(concern.turn); b < blocks.size() && seen < parameter[turns].number; ++b) {
        const auto& block = blocks[b];
        if (block.speaker == Speaker::customer) {
            contents_of_block(talk, block, reason);
            continue;
        }
        ++seen;
        const Where here{.speaker = Speaker::agent, .from = block.first, .to = block.last + 1};
        if (const auto sorry = talk.said(parameter[apologies].lists, here); !sorry.empty()) {
            finding.evidence.push_back(talk.evidence(sorry.front()));
            return finding.yes();
        }
        const auto offered = talk.said(parameter[offers].lists, here);
        if (offered.empty()) continue;
        std::vector<Content> answer;
        contents_of_block(talk, block, answer);
        if (share_a_content(reason, answer)) {
            finding.evidence.push_back(talk.evidence(offered.front()));
            return finding.yes();
        }
        finding.near.push_back(talk.evidence(offered.front(), "names no reason"));
    }
    if (seen == 0) return finding.not_applicable("the customer left before the agent could answer");
    if (talk.detailed() && finding.near.empty()) finding.near.push_back({concern.turn, {}, "the reason, stated here"});
    finding.missing.emplace_back("an offer of help that restates the reason, or an apology for it");
    finding.no("the reason is not taken up");
}

} // namespace

const CheckKind takes_up_kind = {.name = "takes_up",
                                 .summary =
                                     "the agent takes the customer's reason up: apologises for it, or restates it and offers help",
                                 .settings = settings,
                                 .judge = judge};

} // namespace motaudit::checks
