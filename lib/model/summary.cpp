#include "model/summary.hpp"

#include "model/scorecard.hpp"
#include "model/standard.hpp"
#include <cmath>
#include <functional>

namespace motaudit {
namespace {

std::uint64_t& count_of(Summary::Tally& tally, const Finding& finding) {
    if (finding.verdict == Verdict::yes) return tally.yes;
    if (finding.verdict == Verdict::no) return tally.no;
    if (finding.not_judged == NotJudged::needs_person) return tally.needs_person;
    return finding.not_judged == NotJudged::not_visible ? tally.not_visible : tally.not_applicable;
}

std::uint64_t& count_of(Summary::Gate& gate, Waived waived) {
    if (waived == Waived::no) return gate.counted;
    if (waived == Waived::left_out) return gate.left_out;
    return waived == Waived::suppressed ? gate.suppressed : gate.known;
}

std::string label_of(const Standard& standard) {
    std::string label = standard.name;
    if (!standard.version.empty()) label += " " + standard.version;
    if (!standard.digest.empty()) label += " " + standard.digest;
    return label;
}

void turn_to(Summary& sum, const Standard& standard) {
    if (sum.shortcut.standard == &standard) return;
    sum.shortcut.standard = &standard;
    sum.shortcut.cards = &sum.standards[label_of(standard)];
    sum.shortcut.tallies.assign(standard.parameters.size(), nullptr);
}

Summary::Tally& tally_of(Summary& sum, const Standard* standard, const Parameter& parameter) {
    const std::less<const Parameter*> before;
    if (standard == nullptr || standard->parameters.empty() || before(&parameter, standard->parameters.data()) ||
        !before(&parameter, standard->parameters.data() + standard->parameters.size()))
        return sum.parameters[parameter.id];
    auto& known = sum.shortcut.tallies[static_cast<std::size_t>(&parameter - standard->parameters.data())];
    if (known == nullptr) known = &sum.parameters[parameter.id];
    return *known;
}

} // namespace

void Summary::add(const ScoreCard& card) {
    ++read;
    ++judged;
    ++(card.passed ? passed : failed);
    if (!card.fatal.empty()) ++fatal;
    judged_share += std::llround(card.judged_share * 10000);
    if (card.score) {
        ++scored;
        score_tenths += std::llround(*card.score * 10);
    }
    if (card.standard != nullptr) {
        turn_to(*this, *card.standard);
        ++*shortcut.cards;
    }
    for (const auto& judgement : card.all()) {
        ++count_of(tally_of(*this, card.standard, *judgement.parameter), judgement.finding);
        if (judgement.finding.verdict == Verdict::no) ++count_of(gate, judgement.waived);
    }
}

void Summary::add(const Summary& part) {
    read += part.read;
    judged += part.judged;
    skipped += part.skipped;
    unreadable += part.unreadable;
    passed += part.passed;
    failed += part.failed;
    scored += part.scored;
    score_tenths += part.score_tenths;
    judged_share += part.judged_share;
    fatal += part.fatal;
    gate.used = gate.used || part.gate.used;
    gate.counted += part.gate.counted;
    gate.left_out += part.gate.left_out;
    gate.suppressed += part.gate.suppressed;
    gate.known += part.gate.known;
    gate.gone += part.gate.gone;
    gate.expired += part.gate.expired;
    gate.unused += part.gate.unused;
    for (const auto& [id, tally] : part.parameters) {
        auto& sum = parameters[id];
        sum.yes += tally.yes;
        sum.no += tally.no;
        sum.not_applicable += tally.not_applicable;
        sum.not_visible += tally.not_visible;
        sum.needs_person += tally.needs_person;
    }
    for (const auto& [why, count] : part.skips) skips[why] += count;
    for (const auto& [name, count] : part.standards) standards[name] += count;
}

} // namespace motaudit
