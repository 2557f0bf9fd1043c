#pragma once

#include "base/estimate.hpp"
#include "model/read_card.hpp"
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What is counted. Everything adds up to the same in any order, so that parts of a week give the week.

namespace motaudit::weekly {

// Scorecards and their scores.
struct Figures {
    std::uint64_t cards = 0, passed = 0, fatal = 0;
    std::uint64_t scored = 0;                  // with a score
    std::uint64_t score_tenths = 0;            // sum, in tenths of a point
    std::uint64_t score_squares = 0;           // sum of the squares, in hundredths
    std::uint64_t judged_share = 0;            // sum, in ten-thousandths
    std::uint64_t markdowns = 0, verdicts = 0; // no; yes and no

    void add(const Figures& other);
    // QM 4.4: the mean of all samples' scores.
    std::optional<double> mean() const;
    std::optional<double> share_judged() const;
    Sample sample() const;
};

// Now and in the period before.
struct Change {
    Figures now = {}, before = {};

    void add(const Change& other);
    std::optional<Estimate> of_mean() const { return mean_change(now.sample(), before.sample()); }
    std::optional<Estimate> of_passed() const { return proportion_change(now.passed, now.cards, before.passed, before.cards); }
    std::optional<Estimate> of_fatal() const { return proportion_change(now.fatal, now.cards, before.fatal, before.cards); }
};

// Verdicts on one parameter.
struct Verdicts {
    std::uint64_t yes = 0, no = 0;
    std::array<std::uint64_t, 4> na = {}; // by NotJudged; `none`: the card does not say which

    void add(const Verdicts& other);
    std::uint64_t judged() const { return yes + no; }
    std::optional<Estimate> markdowns() const { return proportion(no, judged()); }
};

// A markdown, to be shown. `agent` is the id, or the name where there is none.
struct MarkdownExample {
    std::uint64_t draw = 0; // by which examples are drawn from all: as good as chance, and the same in every run
    std::string conversation = {}, agent = {}, agent_name = {}, source = {}, quote = {}, reason = {};
    std::uint64_t record = 0;
    std::vector<std::string> missing = {};

    friend bool operator<(const MarkdownExample& a, const MarkdownExample& b);
};

struct ParameterFigures {
    Verdicts now = {}, before = {};
    std::string clause = {}, advice = {};
    std::vector<MarkdownExample> examples = {};

    void add(const ReadMark& mark, bool is_now); // its verdict; examples are for the caller
    void add(const ParameterFigures& other);
    void add_example(MarkdownExample&& example);
    std::optional<Estimate> change() const { return proportion_change(now.no, now.judged(), before.no, before.judged()); }
};
inline constexpr std::size_t most_examples = 3; // of a parameter
using Parameters = std::map<std::string, ParameterFigures, std::less<>>;

// The parameters with markdowns, the weakest first: by the lower end of the interval of their share of markdowns, so that
// one of one is not weaker than nine of ten.
std::vector<const Parameters::value_type*> weakest(const Parameters& parameters);

// How long conversations are.
struct Lengths {
    std::uint64_t cards = 0, turns = 0;
    std::uint64_t timed = 0, milliseconds = 0;         // of those that tell times
    std::map<std::uint16_t, std::uint64_t> steps = {}; // of 5 per cent each: how many conversations lie in it

    void add(std::uint64_t turn_count, std::optional<double> seconds);
    void add(const Lengths& other);
    std::optional<double> mean_seconds() const;
    std::optional<double> seconds_at(double share) const; // 0.5: the median, within 5 per cent
    std::optional<double> mean_turns() const;
};

// A conversation for a person to listen to or look at.
struct Listed {
    std::string conversation = {}, source = {}, agent = {}, agent_name = {}, channel = {}, started_at = {};
    std::uint64_t record = 0;
    std::optional<double> score = {};
    std::uint64_t markdowns = 0;
    std::vector<std::string> fatal = {};
};

// The `most` first of all that were ever put in, by an order that knows no ties.
template <class T, class Less>
void put_in(std::vector<T>& list, T&& one, std::size_t most, const Less& less) {
    if (list.size() == most && !less(one, list.back())) return;
    auto at = list.begin();
    while (at != list.end() && !less(one, *at)) ++at;
    list.insert(at, std::move(one));
    if (list.size() > most) list.pop_back();
}

} // namespace motaudit::weekly
