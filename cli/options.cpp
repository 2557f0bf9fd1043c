#include "options.hpp"

#include "archive_limits.hpp"
#include "calibrate/report.hpp"
#include "help.hpp"
#include "report/reporter.hpp"
#include "weekly/report.hpp"
#include <fmt/format.h>

namespace motaudit {
namespace {

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
             fmt::format("Group by (a list): {}; channel, team and agent unless given", fmt::join(weekly::dimension_names, ", ")))
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

} // namespace

void add_commands(CLI::App& program, Raw& raw) {
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
}

} // namespace motaudit
