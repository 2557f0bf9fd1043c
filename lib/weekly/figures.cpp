#include "weekly/figures.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace motaudit::weekly {
namespace {

constexpr double step = 1.05;

double mean_of(std::uint64_t sum, double unit, std::uint64_t count) {
    return static_cast<double>(sum) / unit / static_cast<double>(count);
}

// What several cards say of the same thing in different words: the shortest, then the first, so that no order matters.
void keep_one(std::string& kept, std::string_view other) {
    if (other.empty() || kept == other) return;
    if (kept.empty() || std::pair(other.size(), other) < std::pair(kept.size(), std::string_view(kept))) kept = other;
}

} // namespace

void Figures::add(const Figures& other) {
    cards += other.cards;
    passed += other.passed;
    fatal += other.fatal;
    scored += other.scored;
    score_tenths += other.score_tenths;
    score_squares += other.score_squares;
    judged_share += other.judged_share;
    markdowns += other.markdowns;
    verdicts += other.verdicts;
}

std::optional<double> Figures::mean() const {
    if (scored == 0) return {};
    return mean_of(score_tenths, 10, scored);
}

std::optional<double> Figures::share_judged() const {
    if (cards == 0) return {};
    return mean_of(judged_share, 10000, cards);
}

Sample Figures::sample() const {
    if (scored == 0) return {};
    Sample sample = {.count = scored, .mean = *mean()};
    if (scored < 2) return sample;
    // Whole numbers: n·Σx² - (Σx)² loses nothing.
    const auto n = static_cast<unsigned __int128>(scored);
    const auto spread = n * score_squares - static_cast<unsigned __int128>(score_tenths) * score_tenths;
    const auto count = static_cast<double>(scored);
    sample.variance = static_cast<double>(spread) / count / (count - 1) / 100;
    return sample;
}

void Change::add(const Change& other) {
    now.add(other.now);
    before.add(other.before);
}

void Verdicts::add(const Verdicts& other) {
    yes += other.yes;
    no += other.no;
    for (std::size_t i = 0; i < na.size(); ++i) na[i] += other.na[i];
}

bool operator<(const MarkdownExample& a, const MarkdownExample& b) {
    // Those that show words come first.
    return std::tuple(a.quote.empty(), a.draw, std::string_view(a.conversation), std::string_view(a.source), a.record) <
           std::tuple(b.quote.empty(), b.draw, std::string_view(b.conversation), std::string_view(b.source), b.record);
}

void ParameterFigures::add_example(MarkdownExample&& example) {
    put_in(examples, std::move(example), most_examples, std::less<>());
}

void ParameterFigures::add(const ReadMark& mark, bool is_now) {
    auto& verdicts = is_now ? now : before;
    if (mark.verdict == Verdict::na)
        ++verdicts.na[static_cast<std::size_t>(mark.not_judged)];
    else
        ++(mark.verdict == Verdict::yes ? verdicts.yes : verdicts.no);
    keep_one(clause, mark.clause);
    keep_one(advice, mark.advice);
}

void ParameterFigures::add(const ParameterFigures& other) {
    now.add(other.now);
    before.add(other.before);
    keep_one(clause, other.clause);
    keep_one(advice, other.advice);
    for (const auto& example : other.examples) add_example(MarkdownExample(example));
}

std::vector<const Parameters::value_type*> weakest(const Parameters& parameters) {
    std::vector<const Parameters::value_type*> list;
    for (const auto& one : parameters)
        if (one.second.now.no > 0) list.push_back(&one);
    std::ranges::stable_sort(
        list, [](const auto* a, const auto* b) { return a->second.now.markdowns()->low > b->second.now.markdowns()->low; });
    return list;
}

void Lengths::add(std::uint64_t turn_count, std::optional<double> seconds) {
    ++cards;
    turns += turn_count;
    if (!seconds || !(*seconds >= 0 && *seconds < 1e9)) return;
    ++timed;
    milliseconds += static_cast<std::uint64_t>(std::llround(*seconds * 1000));
    ++steps[static_cast<std::uint16_t>(std::floor(std::log1p(*seconds) / std::log(step)))];
}

void Lengths::add(const Lengths& other) {
    cards += other.cards;
    turns += other.turns;
    timed += other.timed;
    milliseconds += other.milliseconds;
    for (const auto& [at, count] : other.steps) steps[at] += count;
}

std::optional<double> Lengths::mean_seconds() const {
    if (timed == 0) return {};
    return mean_of(milliseconds, 1000, timed);
}

std::optional<double> Lengths::mean_turns() const {
    if (cards == 0) return {};
    return mean_of(turns, 1, cards);
}

std::optional<double> Lengths::seconds_at(double share) const {
    if (timed == 0) return {};
    const auto wanted = share * static_cast<double>(timed);
    std::uint64_t sum = 0;
    for (const auto& [at, count] : steps) {
        sum += count;
        if (static_cast<double>(sum) >= wanted) return std::pow(step, at + 0.5) - 1;
    }
    return {};
}

} // namespace motaudit::weekly
