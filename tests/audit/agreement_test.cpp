// The judge against verdicts that people gave: what a change of a list or a check costs shows here. Contested verdicts are left
// out; those on which the standard holds no row count as wrong.

#include "audit/auditor.hpp"
#include "intake/reader.hpp"
#include "support/judge.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace motaudit;

namespace {

using Verdicts = std::map<std::string, std::string>; // of a conversation, a parameter each
using Cards = std::map<std::string, Verdicts>;

std::string bytes_of(std::string_view name) {
    std::ifstream file(fmt::format(TESTS_FOLDER "/corpora/{}.jsonl", name), std::ios::binary);
    REQUIRE(file);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

class Judge : public Sink {
public:
    explicit Judge(const Standard& standard) : standards_{&standard} {}

    Cards cards = {};

    void conversation(Conversation& talk) override {
        const auto* card = auditor_.judge(talk);
        if (card == nullptr) return;
        auto& verdicts = cards[std::string(talk.id)];
        for (const auto& one : card->all()) verdicts[one.parameter->id] = name_of(one.finding.verdict);
    }
    void unreadable(Error error) override { FAIL_CHECK(error.text()); }
    void hint(Error) override {}

private:
    Bar bar_ = {};
    std::array<const Standard*, 1> standards_;
    Auditor auditor_{standards_, bar_, true};
};

Cards judged(std::string_view name, const Standard& standard) {
    const auto bytes = bytes_of(name);
    const auto& reader = *readers::find("jsonl");
    Judge judge(standard);
    Arena arena;
    std::uint64_t number = 0;
    for (std::string_view rest = bytes; !rest.empty();) {
        auto size = reader.cut(rest);
        if (size == 0) size = rest.size();
        ++number;
        reader.read({.bytes = rest.substr(0, size), .path = name, .number = number, .line = number}, {}, arena, judge);
        rest.remove_prefix(size);
        arena.clear();
    }
    return std::move(judge.cards);
}

struct Agreement {
    std::size_t compared = 0, equal = 0;
    std::string differing = {}; // a line each
    double share() const { return compared == 0 ? 0 : static_cast<double>(equal) / static_cast<double>(compared); }
};

std::set<std::string> contested_of(const nlohmann::json& row) {
    std::set<std::string> contested;
    for (const auto& id : row.value("contested", nlohmann::json::array())) contested.insert(id.get<std::string>());
    const auto notes = row.value("notes", nlohmann::json::object());
    for (const auto& [id, note] : notes.items())
        if (note.is_string() &&
            (note.get<std::string>().starts_with("contested") || note.get<std::string>().starts_with("Contested")))
            contested.insert(id);
    return contested;
}

Agreement compare(const Cards& cards, std::string_view expected, std::string_view standard) {
    Agreement sum;
    std::istringstream rows(bytes_of(expected));
    for (std::string line; std::getline(rows, line);) {
        const auto row = nlohmann::json::parse(line);
        if (row.value("standard", "oppo-hq") != standard) continue;
        const auto id = row.at("id").get<std::string>();
        const auto contested = contested_of(row);
        const auto card = cards.find(id);
        for (const auto& [parameter, verdict] : row.at(row.contains("expect") ? "expect" : "verdicts").items()) {
            const auto want = verdict.is_string() ? verdict.get<std::string>() : std::string();
            if (contested.contains(parameter) || (want != "yes" && want != "no" && want != "na")) continue;
            std::string got = "absent";
            if (card != cards.end() && card->second.contains(parameter)) got = card->second.at(parameter);
            ++sum.compared;
            if (got == want)
                ++sum.equal;
            else
                sum.differing += fmt::format("\n  {} {}: {} expected, {} given", id, parameter, want, got);
        }
    }
    return sum;
}

} // namespace

TEST_CASE("the judge agrees with people") {
    constexpr struct {
        const char *standard, *conversations, *expected;
        double floor;
        std::size_t at_least; // verdicts compared
    } corpora[] = {
        {"oppo-hq", "oppo-cases", "oppo-expect", 0.95, 1000},
        {"oppo-hq", "real-chats", "real-chats-expect", 0.94, 350},
        {"oppo-hq", "fresh-cases", "fresh-expect", 0.95, 2500},
        {"oppo-hq", "short-cases", "short-expect", 0.95, 750}, // one exchange and one verdict each, with near misses
        {"phone-monitor", "oppo-cases", "oppo-expect", 0.95, 80},
        {"phone-monitor", "fresh-calls", "fresh-calls-expect", 0.97, 600},
        {"complaint-record", "oppo-cases", "oppo-expect", 0.97, 100},
        {"complaint-record", "fresh-records", "fresh-records-expect", 0.97, 490},
    };
    for (const auto& corpus : corpora) {
        const auto agreement =
            compare(judged(corpus.conversations, test::built_in(corpus.standard)), corpus.expected, corpus.standard);
        INFO(corpus.standard << ", " << corpus.conversations << ": " << agreement.equal << " of " << agreement.compared
                             << agreement.differing);
        CHECK(agreement.compared >= corpus.at_least);
        CHECK(agreement.share() >= corpus.floor);
    }
}
