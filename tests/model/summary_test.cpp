#include "model/summary.hpp"

#include "report/example.hpp"

#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <vector>

using namespace motaudit;

namespace {

// All that a summary says, to compare.
std::string told(const Summary& s) {
    std::ostringstream out;
    for (const auto n : {s.read, s.judged, s.skipped, s.unreadable, s.passed, s.failed, s.scored, s.fatal}) out << n << ' ';
    out << s.score_tenths << ' ' << s.judged_share << '\n';
    for (const auto& [id, t] : s.parameters)
        out << id << ' ' << t.yes << ' ' << t.no << ' ' << t.not_applicable << ' ' << t.not_visible << ' ' << t.needs_person
            << '\n';
    for (const auto& [why, n] : s.skips) out << why << ' ' << n << '\n';
    for (const auto& [name, n] : s.standards) out << name << ' ' << n << '\n';
    return out.str();
}

} // namespace

TEST_CASE("a card is counted once, each verdict under its kind") {
    example::Scene scene;
    example::fill(scene);
    Summary sum;
    sum.add(scene.card);
    CHECK(sum.read == 1);
    CHECK(sum.judged == 1);
    CHECK(sum.passed == 1);
    CHECK(sum.scored == 1);
    CHECK(sum.score_tenths == 545);
    CHECK(sum.parameters.at("opening.script").yes == 1);
    CHECK(sum.parameters.at("name.usage").no == 1);
    CHECK(sum.parameters.at("hold.duration").not_visible == 1);
    CHECK(sum.parameters.at("conduct.tone").needs_person == 1);
    CHECK(sum.standards.size() == 1);
}

TEST_CASE("parts add up to the whole in any order") {
    example::Scene first;
    example::fill(first);
    example::Scene second;
    example::fill(second);
    second.standard.version = "2.0";
    second.card.judgements[1].finding.fatal = true;
    second.judge();
    const ScoreCard* const cards[] = {&first.card, &second.card};

    std::mt19937 random(11);
    for (int round = 0; round < 50; ++round) {
        Summary whole;
        std::vector<Summary> parts(1 + random() % 5);
        for (int i = 0; i < 40; ++i) {
            auto& part = parts[random() % parts.size()];
            if (random() % 4 == 0) {
                for (auto* sum : {&whole, &part}) {
                    ++sum->read;
                    ++sum->skipped;
                    ++sum->skips["no rows for its channel"];
                }
                continue;
            }
            const auto& card = *cards[random() % 2];
            whole.add(card);
            part.add(card);
        }
        Summary left; // ((a + b) + c) …
        for (const auto& part : parts) left.add(part);
        Summary right; // … a + (b + c), backwards, through copies
        for (auto i = parts.size(); i-- > 0;) {
            Summary next = parts[i];
            next.add(right);
            right = next;
        }
        CHECK(told(left) == told(whole));
        CHECK(told(right) == told(whole));
        CHECK(whole.judged + whole.skipped + whole.unreadable == whole.read);
    }
}

TEST_CASE("a copy of a summary goes on counting by itself") {
    example::Scene scene;
    example::fill(scene);
    Summary one;
    one.add(scene.card);
    Summary two = one;
    two.add(scene.card);
    one = Summary();
    one.add(scene.card);
    CHECK(one.parameters.at("name.usage").no == 1);
    CHECK(two.parameters.at("name.usage").no == 2);
}
