#include "audit.hpp"

#include "commands.hpp"
#include "exit.hpp"
#include "gates.hpp"
#include "judging.hpp"
#include "message.hpp"
#include "output.hpp"
#include "standards.hpp"
#include <optional>

namespace motaudit {

namespace {

// A report without its conversations.
Reporter summary_alone(const Reporter& reporter) {
    auto only = reporter;
    only.card = nullptr;
    only.between = {};
    return only;
}

// What went wrong with the file, or nothing.
std::optional<Error> write_whole(const std::string& path, std::string_view text) {
    Output file(path);
    if (file.write(text)) file.finish();
    return file.failure();
}

} // namespace

int run(const AuditArguments& given) {
    auto arguments = given;
    if (!take_map(arguments)) return wrong_use;
    const auto standards = load_standards(arguments.source);
    Gate gate;
    if (standards.empty() || !take_gate(arguments, standards, gate)) return wrong_use;
    const auto input = find_input(arguments, "judge", "the report");
    if (!input) return wrong_use;
    if (const auto* both = gate.writes_baseline ? input_that_is_output(input->files, arguments.write_baseline) : nullptr) {
        say(*both + ": is an input, and --write-baseline would write over it");
        return wrong_use;
    }
    auto reporter = *reporters::find(arguments.format);
    if (arguments.summary_only) reporter = summary_alone(reporter);
    auto baseline = baseline_head();
    GateUse use;
    use.gate = gate.waives() || gate.writes_baseline ? &gate : nullptr;
    if (gate.writes_baseline) use.baseline = [&](std::string_view lines) { return baseline += lines, true; };
    Summary sum;
    std::optional<Error> failure;
    {
        Output output(arguments.output);
        if (!output.failure())
            sum = judge(
                arguments, *input, standards, reporter, [&](std::string_view bytes) { return output.write(bytes); }, use);
        if (!output.failure() && sum.judged > 0) output.finish();
        failure = output.failure();
    }
    if (!failure && gate.writes_baseline && sum.judged > 0) failure = write_whole(arguments.write_baseline, baseline);
    if (failure) {
        say(failure->text());
        return run_broken;
    }
    if (!reporter.tells_counts && !arguments.quiet) say_counts(sum);
    if (sum.judged == 0) {
        say("nothing was judged");
        return wrong_use;
    }
    if (sum.unreadable > 0) return input_unread;
    return arguments.bar.asked() && sum.failed > 0 ? below_the_bar : all_passed;
}

} // namespace motaudit
