// kind = "courtesy": requests for information are made with a courtesy, or thanks follow each answer. `asks` says which.

#include "check/kinds.hpp"
#include "query/places.hpp"
#include "query/requests.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

enum { asks, phrases };
constexpr std::array settings = {
    Setting{.name = "asks", .type = Setting::Type::text, .required = true, .meaning = "what is asked", .choices = "request|thanks"},
    Setting{.name = "phrases", .type = Setting::Type::lists, .required = true, .meaning = "the words of courtesy, or of thanks"},
};

// The words of a request's sentence that belong to it: some before it, and "please" behind it.
bool is_courteous(const Talk& talk, const Request& request, std::span<const Match> courtesies) {
    constexpr std::uint32_t words_before = 8, words_behind = 4;
    const auto& words = request.words;
    return std::ranges::any_of(courtesies, [&](const Match& courtesy) {
        return courtesy.turn == words.turn && talk.sentence(courtesy) == talk.sentence(words) &&
               courtesy.last + words_before >= words.first && courtesy.first <= words.last + words_behind;
    });
}

void requests(const Talk& talk, std::span<const ListId> lists, Finding& finding) {
    const auto courtesies = talk.said(lists, {.speaker = Speaker::agent});
    std::size_t block_of_last = talk.blocks().size();
    bool last = false;
    for (const auto& request : requests_of(talk)) {
        const auto block = talk.block_of(request.words.turn);
        // "May I please have your name?" "And your email?" goes on with the same courtesy.
        const bool goes_on = request.elliptic && last && block - block_of_last <= 2;
        last = goes_on || is_courteous(talk, request, courtesies);
        block_of_last = block;
        (last ? finding.near : finding.evidence).push_back(talk.evidence(request.words));
    }
    if (finding.evidence.empty()) {
        finding.evidence = std::move(finding.near);
        finding.near.clear();
        return finding.yes();
    }
    finding.missing.emplace_back("“May I please …” before what is asked");
    finding.no(finding.evidence.size() == 1 ? "a request without a courtesy"
                                            : std::to_string(finding.evidence.size()) + " requests without a courtesy");
}

Where in(const Block& block) { return {.speaker = block.speaker, .from = block.first, .to = block.last + 1}; }

std::size_t words_in(const Talk& talk, const Block& block) {
    std::size_t count = 0;
    for (auto t = block.first; t <= block.last; ++t)
        if (talk.turn(t).speaker == block.speaker) count += talk.words(t).size();
    return count;
}

bool declines(const Talk& talk, const Block& answer) { return talk.says(talk.list(Role::refusal_to_give), in(answer)); }
bool asks_back(const Talk& talk, const Block& answer) { return talk.turn(answer.last).text.ends_with('?'); }

void thanks(const Talk& talk, std::span<const ListId> lists, Finding& finding) {
    constexpr std::size_t mere_sound = 3; // words: "mm hm", "okay"
    const auto blocks = talk.blocks();
    std::size_t done = blocks.size(), answers = 0;
    for (const auto& request : requests_of(talk)) {
        const auto asked = talk.block_of(request.words.turn);
        if (asked == done || asked + 2 >= blocks.size()) continue;
        done = asked;
        const auto answer = asks_back(talk, blocks[asked + 1]) ? asked + 3 : asked + 1; // "Which one?"
        if (answer + 1 >= blocks.size() || asks_back(talk, blocks[answer]) || declines(talk, blocks[answer])) continue;
        auto next = answer + 1;
        auto said = talk.said(lists, in(blocks[next]));
        if (said.empty() && words_in(talk, blocks[next]) <= mere_sound && next + 2 < blocks.size())
            said = talk.said(lists, in(blocks[next += 2]));
        ++answers;
        if (said.empty())
            finding.evidence.push_back({blocks[answer + 1].first, {}, "behind the answer"});
        else
            finding.near.push_back(talk.evidence(said.front()));
    }
    if (answers == 0) return finding.not_applicable("nothing that was asked for was given");
    if (finding.evidence.empty()) {
        finding.evidence = std::move(finding.near);
        finding.near.clear();
        return finding.yes();
    }
    finding.missing.emplace_back("a thank-you behind each answer");
    finding.no(std::to_string(finding.evidence.size()) + " of " + std::to_string(answers) + " answers without thanks");
}

void judge(const Talk& talk, const Parameter& parameter, Finding& finding) {
    if (requests_of(talk).empty()) return finding.not_applicable("no information was asked for");
    if (parameter[asks].text == "request") return requests(talk, parameter[phrases].lists, finding);
    thanks(talk, parameter[phrases].lists, finding);
}

} // namespace

const CheckKind courtesy_kind = {.name = "courtesy",
                                 .summary = "information is asked for with a courtesy, or each answer is thanked for",
                                 .settings = settings,
                                 .judge = judge};

} // namespace motaudit::checks
