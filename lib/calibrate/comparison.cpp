#include "calibrate/comparison.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace motaudit {
namespace {

bool may_be_one(std::string_view standard, std::string_view other) {
    return standard.empty() || other.empty() || standard == other;
}

const Mark* find(const std::vector<Mark>& marks, std::string_view parameter) {
    const auto found = std::ranges::find(marks, parameter, &Mark::parameter);
    return found == marks.end() ? nullptr : &*found;
}

} // namespace

std::uint64_t Calibration::constant_equal() const {
    std::uint64_t sum = 0;
    for (const auto& [id, parameter] : parameters) sum += best_constant(parameter.agreement).equal;
    return sum;
}

Comparison::Talk& Comparison::talk_of(const Sheet& sheet) {
    const auto [place, is_new] = places_.try_emplace(sheet.conversation, talks_.size());
    if (is_new) talks_.emplace_back(sheet.conversation, Talk{});
    return talks_[place->second].second;
}

std::optional<Error> Comparison::repeats(const Seen& before, const Sheet& sheet) const {
    if (!may_be_one(before.standard, sheet.standard)) return {};
    const auto wrong = [&](std::string message) {
        return Error{.path = sheet.path, .line = sheet.line, .message = std::move(message)};
    };
    const auto there = fmt::format("{}:{}", before.path, before.line);
    if (before.evaluator == sheet.evaluator)
        return wrong(fmt::format("conversation '{}' is judged a second time; the first is {}", sheet.conversation, there));
    for (const auto& mark : sheet.marks) {
        if (std::ranges::find(before.parameters, mark.parameter) == before.parameters.end()) continue;
        return wrong(fmt::format("conversation '{}', {}: judged by '{}' and, at {}, by '{}'; --evaluator says whose verdicts count",
                                 sheet.conversation, mark.parameter, sheet.evaluator, there, before.evaluator));
    }
    return {};
}

std::optional<Error> Comparison::add_reference(Sheet&& sheet) {
    auto& talk = talk_of(sheet);
    for (const auto& before : talk.references) {
        Seen seen = {before.sheet.standard, before.sheet.evaluator, before.sheet.path, before.sheet.line, {}};
        for (const auto& mark : before.sheet.marks) seen.parameters.push_back(mark.parameter);
        if (auto error = repeats(seen, sheet)) return error;
    }
    std::vector<bool> met(sheet.marks.size());
    talk.references.push_back({std::move(sheet), std::move(met)});
    return {};
}

std::optional<Error> Comparison::add_given(const Sheet& sheet) {
    auto& talk = talk_of(sheet);
    for (const auto& before : talk.given)
        if (auto error = repeats(before, sheet)) return error;
    Seen seen = {sheet.standard, sheet.evaluator, sheet.path, sheet.line, {}};
    // The tool's sheets are known by their evaluator alone, and may be many.
    if (!sheet.complete)
        for (const auto& mark : sheet.marks) seen.parameters.push_back(mark.parameter);
    talk.given.push_back(std::move(seen));
    bool met = false;
    for (auto& reference : talk.references) {
        if (!may_be_one(reference.sheet.standard, sheet.standard)) {
            talk.met_other_standard = true;
            continue;
        }
        met = true;
        compare(reference, sheet);
    }
    talk.met = talk.met || met;
    if (met) count_only_given(talk, sheet);
    return {};
}

void Comparison::compare(Reference& reference, const Sheet& given) {
    for (std::size_t i = 0; i < reference.sheet.marks.size(); ++i) {
        const auto& mark = reference.sheet.marks[i];
        const auto* other = find(given.marks, mark.parameter);
        if (reference.met[i] || (other == nullptr && !given.complete)) continue;
        reference.met[i] = true;
        auto& parameter = done_.parameters[mark.parameter];
        if (mark.contested || (other != nullptr && other->contested)) {
            ++parameter.contested;
            continue;
        }
        const auto verdict = other == nullptr ? std::nullopt : std::optional(other->verdict);
        parameter.agreement.add(mark.verdict, verdict);
        if (verdict == mark.verdict) continue;
        done_.differences.push_back({.conversation = given.conversation,
                                     .parameter = mark.parameter,
                                     .reference = mark.verdict,
                                     .given = verdict,
                                     .reference_reason = mark.reason,
                                     .given_reason = other == nullptr ? "" : other->reason,
                                     .reference_evidence = mark.evidence,
                                     .given_evidence = other == nullptr ? std::vector<Quote>() : other->evidence});
    }
}

void Comparison::count_only_given(const Talk& talk, const Sheet& given) {
    for (const auto& mark : given.marks) {
        const bool known = std::ranges::any_of(talk.references, [&](const Reference& reference) {
            return may_be_one(reference.sheet.standard, given.standard) && find(reference.sheet.marks, mark.parameter) != nullptr;
        });
        if (!known) ++done_.parameters[mark.parameter].only_given;
    }
}

Calibration Comparison::finish() {
    for (const auto& [name, talk] : talks_) {
        if (talk.met) {
            ++done_.compared;
            for (const auto& reference : talk.references)
                for (std::size_t i = 0; i < reference.met.size(); ++i)
                    if (!reference.met[i]) ++done_.parameters[reference.sheet.marks[i].parameter].only_reference;
        } else if (talk.met_other_standard) {
            done_.other_standard.push_back(name);
        } else {
            (talk.given.empty() ? done_.only_reference : done_.only_given).push_back(name);
        }
    }
    for (const auto& [id, parameter] : done_.parameters) done_.overall.add(parameter.agreement);
    std::ranges::stable_sort(done_.differences, {}, &Difference::parameter);
    return std::move(done_);
}

} // namespace motaudit
