#include "query/concern.hpp"

#include "query/content.hpp"
#include <algorithm>
#include <array>

namespace motaudit {
namespace {

// A turn that says as much as this states something, also where no list knows its words; a name and a greeting do not.
constexpr std::size_t enough_contents = 3;

bool says_much(const Talk& talk, std::uint32_t turn) {
    std::vector<Content> contents;
    contents_of(talk, turn, 0, static_cast<std::uint32_t>(talk.words(turn).size()), contents);
    const auto words = talk.words(turn);
    const auto telling = std::ranges::count_if(contents, [&](const Content& c) {
        const auto& word = words[c.word];
        return (word.kind == WordKind::word || word.kind == WordKind::code) && word.part == static_cast<std::uint8_t>(Part::own) &&
               !talk.is_name_like(turn, word);
    });
    return static_cast<std::size_t>(telling) >= enough_contents;
}

void work_out(const Talk& talk, Concern& concern) {
    concern.clear();
    const Where customer{.speaker = Speaker::customer, .quoted = true}; // error messages are quoted
    const std::array problem_lists = {talk.list(Role::problem), talk.list(Role::problem_negated)};
    talk.said(problem_lists, customer, concern.problems);
    talk.said(std::array{talk.list(Role::wish)}, customer, concern.wishes);
    concern.elsewhere = talk.says(talk.list(Role::wrong_contact), customer);
    concern.problem = !concern.problems.empty() && !concern.elsewhere;
    if (concern.elsewhere) return;

    auto first = talk.turn_count();
    for (const auto* said : {&concern.problems, &concern.wishes})
        if (!said->empty()) first = std::min(first, said->front().turn);
    for (const auto& block : talk.blocks()) {
        if (block.speaker != Speaker::customer || block.first >= first) continue;
        for (auto t = block.first; t <= block.last && t < first; ++t)
            if (talk.turn(t).speaker == Speaker::customer && !talk.turn(t).is_private && says_much(talk, t)) first = t;
    }
    concern.stated = first < talk.turn_count();
    if (concern.stated) concern.turn = first;
}

} // namespace

const Concern& concern_of(const Talk& talk) { return talk.once(&work_out); }

} // namespace motaudit
