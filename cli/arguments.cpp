#include "arguments.hpp"

#include "archive_limits.hpp"
#include "base/nearest.hpp"
#include "calibrate/report.hpp"
#include "gate/suppressions.hpp"
#include "help.hpp"
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

template <class Table>
std::vector<std::string_view> names_in(const Table& table) {
    std::vector<std::string_view> names;
    for (const auto& row : table) names.push_back(row.name);
    return names;
}

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

// What the options hold before it is understood.
struct Raw {
    StandardSource source = {};
    std::string channel = {}, fail_under = {}, threads = {}, colour = "auto";
    std::vector<std::string> fail_on = {}, speaker_map = {}, archive_limits = {};
    std::string help_for = {};
    AuditArguments audit = {};
    CalibrateArguments calibrate = {};
    FixArguments fix = {};
    std::string id = {};
    std::vector<std::string> standards = {};
    std::string map = {};
    std::string week = {}, since = {}, until = {}, zone = {}, longest = {};
    std::vector<std::string> by = {}, coaching = {};
    bool redact = false, no_redact = false;
};

// One value an option, several behind commas; what follows is a path again.
CLI::Option* add_list(CLI::App* app, const std::string& name, std::vector<std::string>& to, const std::string& meaning) {
    return app->add_option(name, to, meaning)->delimiter(',')->allow_extra_args(false);
}

void add_source(CLI::App* app, Raw& raw) {
    app->add_option("--lexicons", raw.source.lexicons, "Read standards and words from this folder, not the built-in ones")
        ->type_name("DIR");
}

void add_standards(CLI::App* app, Raw& raw) {
    app->add_option("--standard", raw.source.names,
                    "Judge by this standard; repeated: the first that has the conversation's channel")
        ->type_name("NAME|FILE")
        ->allow_extra_args(false);
    add_source(app, raw);
}

// How conversations are read.
void add_reading(CLI::App* app, Raw& raw) {
    auto& to = raw.audit;
    app->add_option("--channel", raw.channel, fmt::format("Of files that do not say theirs: {}", fmt::join(channel_names, ", ")))
        ->type_name("CHANNEL");
    add_list(app, "--agent-name", to.read.agent_names, "Turns under this label are the agent's (a list)")->type_name("NAME");
    add_list(app, "--speaker-map", raw.speaker_map, "Who a transcript's or export's voices are: 0=agent,1=customer")
        ->type_name("LABEL=ROLE");
    app->add_option("--from", to.read.from,
                    fmt::format("Input format, where it is not recognised: {}", fmt::join(names_in(readers::all()), ", ")))
        ->type_name("FORMAT");
    app->add_option("--map", raw.map, "Read tables (CSV, TSV, JSON lines): which column is what, see motaudit-formats(5)")
        ->type_name("FILE");
    app->add_option("--encoding", to.read.encoding, "Of files that declare none, where it is not UTF-8")->type_name("NAME");
    add_list(app, "--archive-limits", raw.archive_limits, archive_limits_help())->type_name("LIMIT=N");
    app->add_option("-j,--threads", raw.threads, "Work on so many threads; all cores unless given")->type_name("N");
}

// How a run looks on the screen.
void add_telling(CLI::App* app, Raw& raw) {
    app->add_option("--color", raw.colour, "auto, always or never")->type_name("WHEN");
    app->add_flag("--no-progress", raw.audit.no_progress, "No progress line on a terminal");
    app->add_flag("-q,--quiet", raw.audit.quiet, "No counts and hints on standard error; problems are still told");
}

template <class Table>
void add_output(CLI::App* app, Raw& raw, const Table& formats) {
    app->add_option("--format", raw.audit.format, fmt::format("How to report: {}", fmt::join(names_in(formats), ", ")))
        ->type_name("FORMAT");
    app->add_option("-o,--output", raw.audit.output, "Write the report to this file, whole or not at all")->type_name("FILE");
}

void add_audit(CLI::App& program, Raw& raw) {
    auto* app = program.add_subcommand("audit", "Judge conversations against a service standard and report");
    auto& to = raw.audit;
    app->footer("  motaudit audit exports/                      every file of a folder\n"
                "  motaudit audit --format jsonl w47.jsonl      a scorecard a line, for scripts\n"
                "  motaudit audit --format github templates/    annotations on a pull request's templates\n"
                "  motaudit audit --format html -o w47.html w47/  a page for the browser, with charts\n"
                "  motaudit audit --fail-on fatal reply.eml     exit status 1 on a fatal markdown\n"
                "  motaudit audit w47.zip chats.jsonl.gz        what is packed in them\n"
                "  git diff --name-only main -- canned | xargs -r motaudit audit --channel template --baseline known.jsonl\n"
                "                                               exit status 1 on a markdown that is not known\n"
                "  get-export | motaudit audit -                standard input, packed or not");
    app->add_option("path", to.paths, "Files, folders, archives (zip, tar, gz, zst), or - for standard input")->type_name("PATH…");
    add_output(app, raw, reporters::all());
    add_standards(app, raw);
    app->add_option("--fail-under", raw.fail_under, "Exit status 1 where a score is lower")->type_name("SCORE");
    add_list(app, "--fail-on", raw.fail_on, "Exit status 1 on: fatal, markdown, or a parameter's id (a list, by commas)")
        ->type_name("WHAT");
    add_list(app, "--select", to.select, "Only these count against the bar: ids, id.*, sections (a list); scores stay")
        ->type_name("PARAMETER");
    add_list(app, "--ignore", to.ignore, "These do not count against the bar; they are scored and shown")->type_name("PARAMETER");
    app->add_option("--baseline", to.baseline, "Markdowns in this file are known: only others count; gone ones are told")
        ->type_name("FILE");
    app->add_option("--write-baseline", to.write_baseline, "Write the markdowns that count to this file, to be known next time")
        ->type_name("FILE");
    app->add_option("--suppressions", to.suppressions, "Markdowns that somebody answers for (TOML, see motaudit(1))")
        ->type_name("FILE");
    app->add_option("--today", to.today, "The day: it dates a new baseline, and decides which suppressions have expired")
        ->type_name("YYYY-MM-DD");
    app->add_flag("--summary-only", to.summary_only, "The summary alone, without the conversations");
    app->add_flag("--brief", to.brief, "Verdicts alone, without reasons and evidence");
    app->add_flag("--hide-passed", to.hide_passed, "text, markdown, html: list no conversations without a markdown");
    app->add_flag("--redact", raw.redact,
                  "Names by tokens, addresses and numbers hidden; html, markdown and github do so by themselves");
    app->add_flag("--no-redact", raw.no_redact, "html, markdown, github: names, addresses and numbers as they stand");
    add_reading(app, raw);
    add_telling(app, raw);
    app->add_flag("-v,--verbose", to.verbose, "Also tell what each file is read as, and the standards");
}

void add_calibrate(CLI::App& program, Raw& raw) {
    auto* app = program.add_subcommand("calibrate", "Compare people's verdicts with the tool's, or with other people's");
    app->footer("  motaudit calibrate --against ann.csv cards.jsonl      scorecards of audit --format jsonl\n"
                "  motaudit calibrate --against ann.csv exports/         conversations, judged now\n"
                "  motaudit calibrate --against ann.csv ben.csv          two people\n"
                "  motaudit calibrate --against meeting.csv              two evaluators in one file");
    app->add_option("path", raw.audit.paths, "Scorecards, verdicts, or conversations to judge; - for scorecards on standard input")
        ->type_name("PATH…");
    app->add_option("--against", raw.calibrate.against,
                    "The verdicts that count as right: JSON Lines or CSV (conversation, parameter, verdict, evaluator)")
        ->type_name("FILE");
    add_list(app, "--evaluator", raw.calibrate.evaluators, "Only the verdicts of these people (a list, by commas)")
        ->type_name("NAME");
    add_output(app, raw, calibration_reporters());
    add_standards(app, raw);
    app->add_option("--fail-under", raw.fail_under, "Exit status 1 where the agreement is lower: 0.95, or 95 per cent")
        ->type_name("AGREEMENT");
    add_reading(app, raw);
    add_telling(app, raw);
}

void add_convert(CLI::App& program, Raw& raw) {
    auto* app = program.add_subcommand("convert", "Write conversations of any format as motaudit's own JSON, one a line");
    app->footer("  motaudit convert exports/ -o w47.jsonl                every file of a folder\n"
                "  motaudit convert --map chat.toml w47.csv              a table, by a map of its columns\n"
                "  motaudit convert --speaker-map 0=agent,1=customer -   standard input");
    app->add_option("path", raw.audit.paths, "Files, folders, or - for standard input")->type_name("PATH…");
    app->add_option("-o,--output", raw.audit.output, "Write to this file, whole or not at all")->type_name("FILE");
    add_reading(app, raw);
    app->add_flag("--no-progress", raw.audit.no_progress, "No progress line on a terminal");
    app->add_flag("-q,--quiet", raw.audit.quiet, "No counts and hints on standard error; problems are still told");
    app->add_flag("-v,--verbose", raw.audit.verbose, "Also tell what each file is read as");
}

void add_fix(CLI::App& program, Raw& raw) {
    auto* app = program.add_subcommand("fix", "Mend in canned replies what has one right answer");
    app->footer("  motaudit fix --diff canned/                  show what would change; exit status 1 where anything would\n"
                "  motaudit fix canned/welcome.txt canned/repair.html\n"
                "                                               names and terms in their case, clear misspellings, jargon,\n"
                "                                               doubled words; never in placeholders, links, code or tags");
    app->add_option("path", raw.audit.paths, "Canned replies (.txt, .md, .html), or folders of them")->type_name("PATH…");
    app->add_flag("--diff", raw.fix.diff, "Change nothing; print a unified diff, and exit with 1 where there is any");
    add_standards(app, raw);
    app->add_option("--encoding", raw.audit.read.encoding, "Of files that declare none, where it is not UTF-8")->type_name("NAME");
    app->add_option("--channel", raw.channel, "template: what fix takes every file for")->type_name("CHANNEL");
    app->add_flag("-q,--quiet", raw.audit.quiet, "No counts on standard error; problems are still told");
}

void add_explain(CLI::App& program, Raw& raw) {
    auto* app = program.add_subcommand("explain", "Tell what a parameter means: when yes, no and na, with examples");
    app->footer("  motaudit explain hold.reason\n"
                "  motaudit explain --standard site.toml opening.script");
    app->add_option("id", raw.id, "A parameter's id")->type_name("ID");
    add_standards(app, raw);
}

void add_report(CLI::App& program, Raw& raw) {
    auto* app = program.add_subcommand("report", "Add scorecards up to the report of a week or any other time");
    app->footer("  motaudit report --week 2026-W47 cards/                 the week, against the one before\n"
                "  motaudit report --week 2026-W47 --by team,agent w46.jsonl w47.jsonl\n"
                "  motaudit report --format markdown -o w47.md --week 2026-W47 cards/\n"
                "  motaudit report --coaching Ben --week 2026-W47 cards/  what Ben could say instead\n"
                "  motaudit audit --format jsonl exports/ | motaudit report -");
    app->add_option("path", raw.audit.paths, "Scorecards of audit --format jsonl: files, folders, or - for standard input")
        ->type_name("PATH…");
    add_output(app, raw, weekly::weekly_reporters());
    app->add_option("--week", raw.week, "The ISO week to report on, Monday to Sunday: 2026-W47")->type_name("WEEK");
    app->add_option("--since", raw.since, "The first day to report on: 2026-11-16")->type_name("DAY");
    app->add_option("--until", raw.until, "The last day to report on")->type_name("DAY");
    app->add_option("--zone", raw.zone, "Whose days and hours count, as +11:00; each conversation's own unless given")
        ->type_name("OFFSET");
    add_list(app, "--by", raw.by,
             fmt::format("Group by (a list): {}; channel, team and agent unless given", fmt::join(dimension_names, ", ")))
        ->type_name("WHAT");
    add_list(app, "--coaching", raw.coaching, "The coaching pages of these agents (name or id; all for everybody)")
        ->type_name("AGENT");
    app->add_option("--longest-list", raw.longest, "How many conversations to name as worth a look; 20 unless given")
        ->type_name("N");
    app->add_flag("--redact", raw.redact, "Agents by tokens instead of names, too");
    app->add_flag("--no-redact", raw.no_redact, "Names, addresses and numbers as they stand in the scorecards");
    app->add_option("--color", raw.colour, "auto, always or never")->type_name("WHEN");
}

void add_standard(CLI::App& program, Raw& raw) {
    auto* app = program.add_subcommand("standard", "List, show, check or test service standards");
    app->footer("  motaudit standard list\n"
                "  motaudit standard show oppo-hq\n"
                "  motaudit standard check site.toml            is the file right?\n"
                "  motaudit standard test site.toml             do its examples get their verdicts?");
    app->require_subcommand(0, 1);
    const auto add = [&](const char* name, const char* meaning, const char* examples, const char* values) {
        auto* action = app->add_subcommand(name, meaning);
        action->footer(examples);
        action->allow_extras();
        if (values != nullptr) action->add_option("standard", raw.standards, "Names or files of standards")->type_name(values);
        add_source(action, raw);
    };
    add("list", "The standards there are", "  motaudit standard list", nullptr);
    add("show", "A standard's parameters, channels and weights", "  motaudit standard show oppo-hq", "NAME|FILE");
    add("check", "Tell every fault in a standard's files", "  motaudit standard check site.toml", "NAME|FILE…");
    add("test", "Judge a standard's examples", "  motaudit standard test\n  motaudit standard test site.toml", "[NAME|FILE…]");
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

// Words that fit nowhere: an unknown option or command, or one value too many.
void refuse_extras(const CLI::App& program) {
    const auto* app = given(program);
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
    add_audit(program, raw);
    add_calibrate(program, raw);
    add_convert(program, raw);
    add_fix(program, raw);
    add_explain(program, raw);
    add_report(program, raw);
    add_standard(program, raw);
    program.add_subcommand("help", "Show the help of a command")
        ->add_option("command", raw.help_for, "A command")
        ->type_name("[COMMAND]");
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
