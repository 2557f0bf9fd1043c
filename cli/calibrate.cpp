#include "audit.hpp"
#include "base/nearest.hpp"
#include "calibrate/comparison.hpp"
#include "calibrate/report.hpp"
#include "commands.hpp"
#include "exit.hpp"
#include "judging.hpp"
#include "message.hpp"
#include "output.hpp"
#include "report/screen.hpp"
#include "sheet_files.hpp"
#include "standards.hpp"
#include "terminal.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

namespace motaudit {
namespace {

// Ends the run: the message has the reason.
struct Refused {
    std::string message = {};
};

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

class Run {
public:
    explicit Run(const CalibrateArguments& arguments) : arguments_(arguments) {}

    int run() {
        const auto& audit = arguments_.audit;
        read_reference();
        if (!audit.source.names.empty() && !load()) return wrong_use;
        if (audit.paths.empty()) {
            compare_two_in_one();
        } else if (!compare_paths()) {
            return wrong_use;
        }
        check_evaluators();
        return report();
    }

private:
    bool load() {
        standards_ = load_standards(arguments_.audit.source);
        return !standards_.empty();
    }

    bool is_wanted(const Sheet& sheet) {
        add_once(seen_, sheet.evaluator);
        return arguments_.evaluators.empty() || sheet.evaluator.empty() ||
               std::ranges::find(arguments_.evaluators, sheet.evaluator) != arguments_.evaluators.end();
    }

    SheetReader::Problem problem() {
        return [this](const Error& error) {
            say(error.text());
            any_unread_ = true;
        };
    }

    void read_reference() {
        const auto take = [&](Sheet&& sheet) {
            if (is_wanted(sheet)) sheets_.push_back(std::move(sheet));
        };
        const auto held = read_sheets(arguments_.against, take, problem());
        if (held == Held::something_else)
            throw Refused{arguments_.against + ": holds no verdicts; expected JSON Lines with 'id' and 'verdicts', or CSV with the "
                                               "columns conversation, parameter, verdict"};
        if (!sheets_.empty()) return;
        check_evaluators();
        throw Refused{arguments_.against + ": no verdict could be read"};
    }

    static std::string label_of(const Sheet& sheet) {
        return sheet.complete ? "motaudit" : sheet.evaluator.empty() ? sheet.path : sheet.evaluator;
    }

    void add_reference(Sheet&& sheet) {
        add_once(references_, label_of(sheet));
        if (const auto error = comparison_.add_reference(std::move(sheet))) throw Refused{error->text()};
    }

    void add_given(const Sheet& sheet) {
        add_once(given_, label_of(sheet));
        const bool other = sheet.complete && !standards_.empty() && !arguments_.audit.source.names.empty() &&
                           std::ranges::none_of(standards_, [&](const auto& standard) { return standard->name == sheet.standard; });
        if (other)
            comparison_.pass_over(sheet);
        else if (const auto error = comparison_.add_given(sheet))
            throw Refused{error->text()};
    }

    void guard_output(std::vector<std::string> inputs) const {
        inputs.push_back(arguments_.against);
        if (const auto* both = input_that_is_output(inputs, arguments_.audit.output))
            throw Refused{fmt::format("{}: is an input, and the report would go to it as well", *both)};
    }

    // The first of the two is the reference: the first that --evaluator names, else that the file does.
    void compare_two_in_one() {
        guard_output({});
        std::vector<std::string> who;
        for (const auto& name : arguments_.evaluators)
            if (std::ranges::find(sheets_, name, &Sheet::evaluator) != sheets_.end()) add_once(who, name);
        for (const auto& sheet : sheets_) add_once(who, sheet.evaluator);
        if (who.size() != 2)
            throw Refused{fmt::format("{}: verdicts of {} ({}); name what to compare them with, or two of them with --evaluator",
                                      arguments_.against, counted(who.size(), "evaluator", "evaluators"), joined(who))};
        for (auto& sheet : sheets_)
            if (sheet.evaluator == who[0]) add_reference(std::move(sheet));
        for (const auto& sheet : sheets_)
            if (sheet.evaluator == who[1] && !sheet.marks.empty()) add_given(sheet);
    }

    bool compare_paths() {
        for (auto& sheet : sheets_) add_reference(std::move(sheet));
        auto listing = list_files(arguments_.audit.paths);
        guard_output(listing.files);
        Listing talks = {.errors = std::move(listing.errors)};
        for (const auto& path : listing.files) {
            const auto take = [&](Sheet&& sheet) {
                if (is_wanted(sheet)) add_given(sheet);
            };
            if (read_sheets(path, take, problem()) != Held::something_else) continue;
            if (path == "-")
                throw Refused{"standard input holds no scorecards and no verdicts; conversations are judged from files"};
            talks.files.push_back(path);
        }
        if (talks.files.empty()) {
            for (const auto& error : talks.errors) problem()(error);
            return true;
        }
        return (!standards_.empty() || load()) && judge_talks(talks);
    }

    // The scorecards are read back as they are made: the same way as from a file.
    bool judge_talks(const Listing& talks) {
        SheetReader reader(
            SheetKind::scorecards, "the tool's scorecards", {}, [&](Sheet&& sheet) { add_given(sheet); }, problem());
        const auto sum = judge(arguments_.audit, talks, standards_, *reporters::find("jsonl"), [&](std::string_view bytes) {
            reader.feed(bytes);
            return true;
        });
        reader.finish();
        if (!arguments_.audit.quiet) say_counts(sum);
        any_unread_ = any_unread_ || sum.unreadable > 0;
        return true;
    }

    void check_evaluators() const {
        for (const auto& name : arguments_.evaluators) {
            if (std::ranges::find(seen_, name) != seen_.end()) continue;
            const std::vector<std::string_view> right(seen_.begin(), seen_.end());
            const auto near = nearest(name, right);
            throw Refused{fmt::format("--evaluator: no verdicts of '{}'{}", name,
                                      near.empty() ? "; there are those of " + joined(seen_) : fmt::format(" ({}?)", near))};
        }
    }

    int report() {
        auto calibration = comparison_.finish();
        calibration.reference = joined(references_);
        calibration.given = joined(given_);
        if (calibration.overall.all() == 0) {
            say(fmt::format("nothing could be compared: {} only in {}, {} only in {}, {} judged by another standard",
                            counted(calibration.only_reference.size(), "conversation", "conversations"), calibration.reference,
                            calibration.only_given.size(), calibration.given.empty() ? "the other" : calibration.given,
                            calibration.other_standard.size()));
            return wrong_use;
        }
        const auto& audit = arguments_.audit;
        const bool to_stdout = audit.output.empty() || audit.output == "-";
        const ReportStyle style = {.colour = wants_colour(audit.colour, to_stdout),
                                   .width = to_stdout ? terminal_width() : 80,
                                   .version = MOTAUDIT_VERSION};
        std::string text;
        find_calibration_reporter(audit.format)->write(calibration, style, text);
        Output output(audit.output);
        if (!output.failure() && output.write(text)) output.finish();
        if (output.failure()) {
            say(output.failure()->text());
            return run_broken;
        }
        if (any_unread_) return input_unread;
        const auto share = agreement_share(calibration.overall);
        return arguments_.fail_under && share->value < *arguments_.fail_under ? below_the_bar : all_passed;
    }

    const CalibrateArguments& arguments_;
    Comparison comparison_ = {};
    Standards standards_ = {};
    std::vector<Sheet> sheets_ = {};           // of --against
    std::vector<std::string> seen_ = {};       // evaluators, in every file
    std::vector<std::string> references_ = {}; // whose verdicts are on the two sides
    std::vector<std::string> given_ = {};
    bool any_unread_ = false;
};

} // namespace

int run(const CalibrateArguments& given) {
    auto arguments = given;
    if (!take_map(arguments.audit)) return wrong_use;
    try {
        return Run(arguments).run();
    } catch (const Refused& refused) {
        say(refused.message);
        return wrong_use;
    }
}

} // namespace motaudit
