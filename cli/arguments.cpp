#include "arguments.hpp"

#include "archive_limits.hpp"
#include "base/nearest.hpp"
#include "calibrate/report.hpp"
#include "gate/suppressions.hpp"
#include "help.hpp"
#include "options.hpp"
#include "report/reporter.hpp"
#include "weekly/report.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <thread>

namespace motaudit {
namespace {

using weekly::day_named;
using weekly::dimension_names;
using weekly::Period;
using weekly::week_named;
using weekly::zone_named;

constexpr unsigned most_threads = 1024;

// A command line that is wrong; caught in parse().
struct Wrong {
    std::string message = {};
};

[[noreturn]] void unknown(std::string_view what, std::string_view name, std::span<const std::string_view> right) {
    const auto near = nearest(name, right);
    throw Wrong{near.empty() ? fmt::format("unknown {} '{}'; there are {}", what, name, fmt::join(right, ", "))
                             : fmt::format("unknown {} '{}' ({}?)", what, name, near)};
}

template <class Number>
Number number(std::string_view option, std::string_view text, Number least, Number most) {
    Number value = {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= least && value <= most))
        throw Wrong{fmt::format("{} takes a number from {} to {}, not '{}'", option, least, most, text)};
    return value;
}

// The innermost command that was given.
const CLI::App* given(const CLI::App& program) {
    const CLI::App* app = &program;
    while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
    return app;
}

std::string see(const CLI::App* app) { return "; see " + whole_name(*app) + " --help"; }

std::vector<std::string_view> commands_of(const CLI::App& app) {
    std::vector<std::string_view> names;
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
    return names;
}

// Words that fit nowhere: what stands before its command, an unknown option or command, or one value too many.
void refuse_extras(const CLI::App& program) {
    const auto* app = given(program);
    for (const auto* outer = &program; outer != app; outer = outer->get_subcommands().front())
        if (const auto before = outer->remaining(); !before.empty())
            throw Wrong{fmt::format("'{}' stands before the command; what belongs to a command comes behind its name", before[0]) +
                        see(app)};
    for (const auto& word : app->remaining()) {
        if (word == "--") continue; // options ended here
        if (!word.starts_with('-')) {
            const auto commands = commands_of(*app);
            if (commands.empty()) throw Wrong{fmt::format("'{}' is one argument too many", word) + see(app)};
            const auto near = nearest(word, commands);
            throw Wrong{fmt::format("unknown command '{}'{}", word, near.empty() ? "" : fmt::format(" ({}?)", near)) + see(app)};
        }
        std::vector<std::string> options;
        for (const auto* option : app->get_options())
            for (const auto& name : option->get_lnames()) options.push_back("--" + name);
        const std::vector<std::string_view> right(options.begin(), options.end());
        const auto name = word.substr(0, word.find('='));
        const auto near = nearest(name, right);
        throw Wrong{fmt::format("unknown option '{}'{}", name, near.empty() ? "" : fmt::format(" ({}?)", near)) + see(app)};
    }
}

When understand_colour(std::string_view text) {
    static constexpr std::string_view whens[] = {"auto", "always", "never"};
    const auto when = std::ranges::find(whens, text);
    if (when == std::end(whens)) unknown("--color", text, whens);
    return static_cast<When>(when - std::begin(whens));
}

// What audit, calibrate and convert share.
void understand_reading(Raw& raw) {
    auto& to = raw.audit;
    to.source = std::move(raw.source);
    if (std::ranges::count(to.paths, "-") > 1) throw Wrong{"standard input (-) can be read only once"};
    if (!to.read.from.empty() && readers::find(to.read.from) == nullptr)
        unknown("input format", to.read.from, names_in(readers::all()));
    to.map = std::move(raw.map);
    if (!to.map.empty() && !to.read.from.empty()) throw Wrong{"--map and --from both say what the input is; give one"};
    if (!raw.channel.empty() && !(to.read.channel = channel_named(raw.channel))) unknown("channel", raw.channel, channel_names);
    for (const auto& pair : raw.speaker_map) {
        const auto equals = pair.rfind('=');
        if (equals == std::string::npos || equals == 0) throw Wrong{fmt::format("--speaker-map takes LABEL=ROLE, not '{}'", pair)};
        const auto speaker = speaker_named(std::string_view(pair).substr(equals + 1));
        if (!speaker) unknown("speaker", std::string_view(pair).substr(equals + 1), speaker_names);
        to.read.speaker_map[pair.substr(0, equals)] = *speaker;
    }
    for (const auto& pair : raw.archive_limits)
        if (auto wrong = set_archive_limit(to.read.unpack, pair); !wrong.empty()) throw Wrong{std::move(wrong)};
    to.threads = raw.threads.empty() ? std::max(1U, std::thread::hardware_concurrency())
                                     : number("--threads", raw.threads, 1U, most_threads);
    to.colour = understand_colour(raw.colour);
}

AuditArguments understand_audit(Raw& raw) {
    auto& to = raw.audit;
    if (to.paths.empty())
        throw Wrong{"nothing to judge: name files or folders, or - for standard input; see motaudit audit --help"};
    if (reporters::find(to.format) == nullptr) unknown("report format", to.format, names_in(reporters::all()));
    understand_reading(raw);
    if (!raw.fail_under.empty()) to.bar.fail_under = number("--fail-under", raw.fail_under, 0.0, 100.0);
    for (auto& what : raw.fail_on) {
        if (what == "fatal")
            to.bar.on_fatal = true;
        else if (what == "markdown")
            to.bar.on_markdown = true;
        else
            to.bar.on_parameters.push_back(std::move(what));
    }
    // Who says what counts asks for a bar.
    if (!to.bar.asked() && (!to.baseline.empty() || !to.select.empty())) to.bar.on_markdown = true;
    if (!to.today.empty() && !is_day(to.today))
        throw Wrong{fmt::format("--today takes a day such as 2026-12-31, not '{}'", to.today)};
    if (!to.today.empty() && to.write_baseline.empty() && to.suppressions.empty())
        throw Wrong{"--today goes with --write-baseline or --suppressions"};
    if (to.write_baseline == "-") throw Wrong{"--write-baseline takes a file: the report goes to standard output"};
    const auto& reporter = *reporters::find(to.format);
    if (raw.redact && raw.no_redact) throw Wrong{"--redact and --no-redact: give one"};
    to.redact = raw.redact || (reporter.passed_on && !raw.no_redact);
    if (to.summary_only && (reporter.end == nullptr || !reporter.tells_counts))
        throw Wrong{fmt::format("--summary-only: {} has no summary; take text or json", to.format)};
    return std::move(to);
}

CalibrateArguments understand_calibrate(Raw& raw) {
    auto& to = raw.calibrate;
    if (to.against.empty()) throw Wrong{"name the verdicts that count: --against FILE; see motaudit calibrate --help"};
    if (find_calibration_reporter(raw.audit.format) == nullptr)
        unknown("report format", raw.audit.format, names_in(calibration_reporters()));
    if (to.against == "-" && std::ranges::count(raw.audit.paths, "-") > 0) throw Wrong{"standard input (-) can be read only once"};
    understand_reading(raw);
    if (!raw.fail_under.empty()) {
        const double bar = number("--fail-under", raw.fail_under, 0.0, 100.0);
        to.fail_under = bar > 1 ? bar / 100 : bar;
    }
    to.audit = std::move(raw.audit);
    return std::move(to);
}

ConvertArguments understand_convert(Raw& raw) {
    if (raw.audit.paths.empty())
        throw Wrong{"nothing to convert: name files or folders, or - for standard input; see motaudit convert --help"};
    understand_reading(raw);
    return {std::move(raw.audit)};
}

FixArguments understand_fix(Raw& raw) {
    if (raw.audit.paths.empty()) throw Wrong{"nothing to fix: name canned replies or folders; see motaudit fix --help"};
    if (std::ranges::find(raw.audit.paths, "-") != raw.audit.paths.end())
        throw Wrong{"fix changes files, and standard input is none"};
    if (raw.channel.empty()) raw.channel = name_of(Channel::template_);
    if (raw.channel != name_of(Channel::template_)) throw Wrong{"fix mends canned replies: --channel is template"};
    understand_reading(raw);
    raw.fix.audit = std::move(raw.audit);
    return std::move(raw.fix);
}

StandardArguments understand_standard(const CLI::App& app, Raw& raw) {
    using enum StandardArguments::Action;
    if (app.get_subcommands().empty()) throw Wrong{"standard takes list, show, check or test" + see(&app)};
    const auto* action = app.get_subcommands().front();
    StandardArguments to = {.source = std::move(raw.source)};
    to.source.names = std::move(raw.standards);
    const auto& name = action->get_name();
    to.action = name == "list" ? list : name == "show" ? show : name == "check" ? check : test;
    if ((to.action == show || to.action == check) && to.source.names.empty())
        throw Wrong{fmt::format("standard {} takes the name or file of a standard", name) + see(action)};
    return to;
}

weekly::Day day_given(std::string_view option, std::string_view text) {
    const auto day = day_named(text);
    if (!day) throw Wrong{fmt::format("{} takes a day as 2026-11-16, not '{}'", option, text)};
    return *day;
}

std::optional<Period> understand_period(const Raw& raw) {
    if (!raw.week.empty()) {
        if (!raw.since.empty() || !raw.until.empty())
            throw Wrong{"--week and --since or --until both say what time to report on; give one"};
        const auto week = week_named(raw.week);
        if (!week) throw Wrong{fmt::format("--week takes an ISO week as 2026-W47, not '{}'", raw.week)};
        return week;
    }
    if (raw.since.empty() && raw.until.empty()) return {};
    if (raw.since.empty() || raw.until.empty()) throw Wrong{"--since and --until go together: the first and the last day"};
    const Period period = {day_given("--since", raw.since), day_given("--until", raw.until)};
    if (period.last < period.first) throw Wrong{fmt::format("--until {} is before --since {}", raw.until, raw.since)};
    return period;
}

ReportArguments understand_report(Raw& raw) {
    ReportArguments to = {.paths = std::move(raw.audit.paths), .format = raw.audit.format, .output = std::move(raw.audit.output)};
    auto& options = to.weekly;
    if (to.paths.empty())
        throw Wrong{"nothing to report on: name files of scorecards, or - for standard input; see motaudit report --help"};
    if (std::ranges::count(to.paths, "-") > 1) throw Wrong{"standard input (-) can be read only once"};
    const auto* const reporter = weekly::find_weekly_reporter(to.format);
    if (reporter == nullptr) unknown("report format", to.format, names_in(weekly::weekly_reporters()));
    options.period = understand_period(raw);
    if (!raw.zone.empty() && !(options.zone = zone_named(raw.zone)))
        throw Wrong{fmt::format("--zone takes an offset as +11:00 or Z, not '{}'", raw.zone)};
    if (raw.by.empty()) options.by = {weekly::Dimension::channel, weekly::Dimension::team, weekly::Dimension::agent};
    for (const auto& name : raw.by) {
        const auto found = std::ranges::find(dimension_names, name);
        if (found == dimension_names.end()) unknown("grouping", name, dimension_names);
        const auto dimension = static_cast<weekly::Dimension>(found - dimension_names.begin());
        if (std::ranges::find(options.by, dimension) == options.by.end()) options.by.push_back(dimension);
    }
    for (auto& agent : raw.coaching) {
        if (agent == "all")
            options.coach_all = true;
        else
            options.coaching.push_back(std::move(agent));
    }
    if (!raw.longest.empty()) options.longest_list = number("--longest-list", raw.longest, std::size_t{0}, std::size_t{1000});
    if (raw.redact && raw.no_redact) throw Wrong{"--redact and --no-redact: give one"};
    options.hide_words = !raw.no_redact;
    options.hide_agents = raw.redact || (reporter->passed_on && !raw.no_redact);
    to.colour = understand_colour(raw.colour);
    return to;
}

// "--fail-under: 1 required SCORE missing" and its like, in our words.
std::string in_our_words(const CLI::ParseError& error, const CLI::App& program) {
    const std::string what = error.what();
    const auto colon = what.find(": ");
    if (error.get_name() == "ArgumentMismatch" && colon != std::string::npos) {
        const auto option = what.substr(0, colon);
        if (what.find("At most") != std::string::npos || what.find("at most") != std::string::npos)
            return option + " may be given once";
        return option + " takes one value" + see(given(program));
    }
    return what + see(given(program));
}

Arguments understand(const CLI::App& program, Raw& raw) {
    refuse_extras(program);
    if (program.get_subcommands().empty())
        throw Wrong{"name a command: audit, calibrate, convert, explain, fix, report or standard; see motaudit --help"};
    const auto* command = program.get_subcommands().front();
    const auto& name = command->get_name();
    if (name == "audit") return understand_audit(raw);
    if (name == "calibrate") return understand_calibrate(raw);
    if (name == "convert") return understand_convert(raw);
    if (name == "report") return understand_report(raw);
    if (name == "fix") return understand_fix(raw);
    if (name == "standard") return understand_standard(*command, raw);
    if (name == "explain") {
        if (raw.id.empty()) throw Wrong{"explain takes a parameter's id; motaudit standard show lists them"};
        return ExplainArguments{.source = std::move(raw.source), .id = std::move(raw.id)};
    }
    if (raw.help_for.empty()) return HelpText{help_of(program)};
    const auto commands = commands_of(program);
    if (std::ranges::find(commands, raw.help_for) == commands.end()) unknown("command", raw.help_for, commands);
    return HelpText{help_of(*program.get_subcommand(raw.help_for))};
}

} // namespace

Result<Arguments> parse(int count, const char* const* words) {
    Raw raw;
    CLI::App program("Audits customer conversations against a service standard.", "motaudit");
    program.formatter(std::make_shared<HelpLayout>());
    program.set_help_flag("-h,--help", "Show this help");
    program.set_version_flag("--version", "motaudit " MOTAUDIT_VERSION, "Show the version");
    program.footer("  motaudit audit samples/                      judge, and tell what was found\n"
                   "  motaudit explain hold.reason                 what a parameter means\n"
                   "  motaudit help audit                          all options of a command");
    program.require_subcommand(0, 1);
    program.allow_extras();
    add_commands(program, raw);
    for (auto* command : program.get_subcommands([](CLI::App*) { return true; })) command->allow_extras();
    try {
        program.parse(count, words);
        return understand(program, raw);
    } catch (const CLI::CallForHelp&) {
        return Arguments(HelpText{help_of(*given(program))});
    } catch (const CLI::CallForVersion& version) {
        return Arguments(HelpText{std::string(version.what()) + "\n"});
    } catch (const CLI::ParseError& error) {
        return Error{.message = in_our_words(error, program)};
    } catch (const Wrong& wrong) {
        return Error{.message = wrong.message};
    }
}

} // namespace motaudit
