#pragma once

#include "base/result.hpp"
#include "intake/reader.hpp"
#include "score/score.hpp"
#include "terminal.hpp"
#include "weekly/weekly.hpp"
#include <optional>
#include <string>
#include <variant>
#include <vector>

// The command line as values. Option names and their help stand in arguments.cpp alone.

namespace motaudit {

// Which standards, and where their words are.
struct StandardSource {
    std::vector<std::string> names = {}; // names or files; empty = the built-in choice by channel
    std::string lexicons = {};           // a folder instead of what is compiled in
};

struct AuditArguments {
    std::vector<std::string> paths = {};
    std::string map = {}; // the file of --map, which take_map() loads
    StandardSource source = {};
    ReadOptions read = {};
    Bar bar = {};
    std::vector<std::string> select = {}, ignore = {}; // parameters that count against the bar, and that do not
    std::string baseline = {}, write_baseline = {}, suppressions = {}, today = {};
    std::string format = "text";
    std::string output = {}; // empty = stdout
    unsigned threads = 1;
    When colour = When::automatic;
    bool brief = false, hide_passed = false, summary_only = false, quiet = false, verbose = false, no_progress = false;
    bool redact = false; // names, addresses and numbers out of the report
};

struct CalibrateArguments {
    AuditArguments audit = {}; // how conversations are read and judged, and where the report goes
    std::string against = {};
    std::vector<std::string> evaluators = {};
    std::optional<double> fail_under = {}; // agreement, 0 to 1
};

struct ConvertArguments {
    AuditArguments audit = {}; // how conversations are read, and where they go
};

struct FixArguments {
    AuditArguments audit = {}; // which files, how they are read, and which standard says what is right
    bool diff = false;
};

struct ExplainArguments {
    StandardSource source = {};
    std::string id = {};
};

struct ReportArguments {
    std::vector<std::string> paths = {};
    WeeklyOptions weekly = {};
    std::string format = "text";
    std::string output = {}; // empty = stdout
    When colour = When::automatic;
};

struct StandardArguments {
    enum class Action { list, show, check, test };
    Action action = Action::list;
    StandardSource source = {};
};

// Asked for on the command line: printed to stdout, and all is well.
struct HelpText {
    std::string text = {};
};

using Arguments = std::variant<HelpText, AuditArguments, CalibrateArguments, ConvertArguments, ExplainArguments, FixArguments,
                               ReportArguments, StandardArguments>;
Result<Arguments> parse(int count, const char* const* words);

} // namespace motaudit
