#pragma once

#include "base/result.hpp"
#include "model/read_card.hpp"
#include "report/redact.hpp"
#include "weekly/figures.hpp"
#include "weekly/when.hpp"
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace motaudit::weekly {

// What a report can be grouped by. `parameter` shows every parameter instead of the weakest.
enum class Dimension : std::uint8_t { agent, team, channel, account, site, language, topic, day, hour, standard, parameter };
inline constexpr std::array<std::string_view, 11> dimension_names = {"agent", "team", "channel", "account",  "site",     "language",
                                                                     "topic", "day",  "hour",    "standard", "parameter"};
inline std::string_view name_of(Dimension d) { return dimension_names[static_cast<std::size_t>(d)]; }

struct WeeklyOptions {
    std::optional<Period> period = {}; // nothing: all there is, with nothing before it
    std::optional<int> zone = {};      // minutes east of Greenwich; nothing: each conversation's own clock
    std::vector<Dimension> by = {};
    std::vector<std::string> coaching = {}; // agents by name or id
    bool coach_all = false;
    std::size_t longest_list = 20; // conversations to listen to
    bool hide_words = true;        // customers' names and numbers in what is quoted
    bool hide_agents = false;      // agents' names become tokens
};

// An agent's coaching page.
struct Coaching {
    std::string name = {};
    Change change = {};
    Parameters parameters = {};
};

// One value of a dimension.
struct Group {
    std::string label = {}; // of an agent: the name
    Change change = {};
};

// What a period's scorecards amount to (QM V.1.1, "report QA status of previous week, summarize the QA markdowns & findings,
// analyze the weakness"). It keeps figures and short lists, and of each card the hash of its id, not the cards.
class Weekly {
public:
    explicit Weekly(WeeklyOptions options) : options_(std::move(options)) {}

    // What is wrong with a card: a second one of the same conversation, both places named.
    std::optional<Error> add(const ReadCard& card);
    // Adds a part that was made with the same options.
    std::optional<Error> add(const Weekly& part);
    void add_unreadable() { ++unreadable; }

    const WeeklyOptions& options() const { return options_; }

    // read = now + in the period before + outside + undated + unreadable
    std::uint64_t read = 0, outside = 0, undated = 0, unreadable = 0;
    std::uint64_t without_offset = 0; // times taken as they are written
    Change total = {};
    std::map<std::string, std::uint64_t> standards = {}; // of now: "oppo-hq 1.0" → conversations
    std::map<Dimension, std::map<std::string, Group>> groups = {};
    Parameters parameters = {};
    std::map<std::string, Coaching> coaching = {};
    std::map<std::string, Lengths> by_topic = {};
    std::map<int, Lengths> by_hour = {}; // 0-23
    Lengths lengths = {};
    std::vector<Listed> worst = {};  // the worst first
    std::vector<Listed> fatal = {};  // as they began; total.now.fatal is how many there are
    std::optional<Period> days = {}; // from the first to the last conversation of now

private:
    struct Place {
        std::uint32_t file = 0, line = 0;
    };

    std::optional<Error> take_id(const ReadCard& card);
    std::string place_text(Place place) const;
    void put_in_group(Dimension dimension, std::string key, std::string_view label, const Figures& figures, bool is_now);
    void count(const ReadCard& card, const std::optional<Moment>& moment, bool is_now);
    void count_parameters(const ReadCard& card, const std::string& agent, bool is_now);
    std::string agent_of(const ReadCard& card) const;

    WeeklyOptions options_;
    std::unordered_map<std::uint64_t, Place> seen_ = {};
    std::vector<std::string> files_ = {};
    Redactor redactor_ = {};
};

// The order of the listening list, and that of the fatal one.
bool is_worse(const Listed& a, const Listed& b);
bool is_earlier(const Listed& a, const Listed& b);

} // namespace motaudit::weekly
