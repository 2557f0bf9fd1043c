#include "weekly/report.hpp"
#include "base/input.hpp"
#include "commands.hpp"
#include "exit.hpp"
#include "intake/cards.hpp"
#include "judging.hpp"
#include "message.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include <algorithm>
#include <fmt/format.h>

// Scorecards in, the report of their period out. Cards are added up as they are read, in whatever order; none is kept.

namespace motaudit {
namespace {

using weekly::Weekly;

// What stops the command, as the person is told.
struct Refused {
    std::string message = {};
};

// A file of something else altogether need not say so in every line.
constexpr std::uint64_t most_told = 20;

class Reading {
public:
    Reading(Weekly& week, bool hide) : week_(week), hide_(hide) {}

    void read(const std::string& path) {
        CardReader reader(
            path,
            [&](const ReadCard& card) {
                if (const auto error = week_.add(card)) throw Refused{error->text()};
            },
            [&](const Error& error) { unreadable(error); });
        if (const auto error = read_pieces(path, [&](std::string_view piece) {
                reader.feed(piece);
                return true;
            }))
            return unreadable(*error);
        reader.finish();
    }

    void unreadable(Error error) {
        week_.add_unreadable();
        if (hide_) error.message = Redactor().redact(error.message);
        if (week_.unreadable <= most_told) say(error.text());
    }

    void finish() const {
        if (week_.unreadable > most_told) say(fmt::format("and {} more that could not be read", week_.unreadable - most_told));
    }

private:
    Weekly& week_;
    bool hide_ = false;
};

// Agents that were asked for and are not there.
void check_coaching(const Weekly& week) {
    for (const auto& name : week.options().coaching) {
        const bool known =
            std::ranges::any_of(week.coaching, [&](const auto& page) { return page.first == name || page.second.name == name; });
        if (!known)
            throw Refused{
                fmt::format("--coaching: no scorecard of '{}' in this period; give the name or id that the scorecards have", name)};
    }
}

int report(const ReportArguments& arguments) {
    const auto listing = list_files(arguments.paths);
    if (listing.files.empty()) {
        for (const auto& error : listing.errors) say(error.text());
        say("nothing to report on was found");
        return wrong_use;
    }
    if (const auto* both = input_that_is_output(listing.files, arguments.output)) {
        say(fmt::format("{}: is an input, and the report would go to it as well", *both));
        return wrong_use;
    }
    Weekly week(arguments.weekly);
    Reading reading(week, arguments.weekly.hide_words);
    for (const auto& error : listing.errors) reading.unreadable(error);
    for (const auto& path : listing.files) reading.read(path);
    reading.finish();
    if (week.read == 0) {
        say("no scorecard was read; motaudit audit --format jsonl makes them");
        return wrong_use;
    }
    if (week.total.now.cards == 0) {
        const auto& period = *arguments.weekly.period;
        say(fmt::format("no scorecard of {} to {}: {} of the period before, {} of other times, {} without a time",
                        weekly::day_name(period.first), weekly::day_name(period.last), week.total.before.cards, week.outside,
                        week.undated));
        return wrong_use;
    }
    check_coaching(week);
    const bool to_stdout = arguments.output.empty() || arguments.output == "-";
    const ReportStyle style = {.colour = wants_colour(arguments.colour, to_stdout),
                               .width = to_stdout ? terminal_width() : 80,
                               .version = MOTAUDIT_VERSION};
    std::string text;
    weekly::find_weekly_reporter(arguments.format)->write(week, style, text);
    Output output(arguments.output);
    if (!output.failure() && output.write(text)) output.finish();
    if (output.failure()) {
        say(output.failure()->text());
        return run_broken;
    }
    return week.unreadable > 0 ? input_unread : all_passed;
}

} // namespace

int run(const ReportArguments& arguments) {
    try {
        return report(arguments);
    } catch (const Refused& refused) {
        say(refused.message);
        return wrong_use;
    }
}

} // namespace motaudit
