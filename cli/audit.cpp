#include "audit.hpp"

#include "base/nearest.hpp"
#include "commands.hpp"
#include "exit.hpp"
#include "message.hpp"
#include "output.hpp"
#include "standards.hpp"
#include "terminal.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace motaudit {
namespace {

bool knows_parameters(const std::vector<std::string>& asked, const Standards& standards) {
    auto right = parameter_ids(standards);
    bool all = true;
    for (const auto& id : asked) {
        if (std::ranges::find(right, id) != right.end()) continue;
        right.insert(right.end(), {"fatal", "markdown"});
        const auto near = nearest(id, right);
        say(fmt::format("--fail-on: unknown parameter '{}'{}", id, near.empty() ? "" : fmt::format(" ({}?)", near)));
        all = false;
    }
    return all;
}

// The input that the report would overwrite, or be read back from while it is written; null where there is none.
const std::string* input_that_is_output(const std::vector<std::string>& inputs, const std::string& output) {
    const bool to_stdout = output.empty() || output == "-";
    struct stat out = {};
    if ((to_stdout ? ::fstat(STDOUT_FILENO, &out) : ::stat(output.c_str(), &out)) != 0 || !S_ISREG(out.st_mode)) return nullptr;
    const auto found = std::ranges::find_if(inputs, [&](const std::string& path) {
        struct stat in = {};
        const int failed = path == "-" ? ::fstat(STDIN_FILENO, &in) : ::stat(path.c_str(), &in);
        return failed == 0 && in.st_dev == out.st_dev && in.st_ino == out.st_ino;
    });
    return found == inputs.end() ? nullptr : &*found;
}

void say_counts(const Summary& sum) {
    say(fmt::format("judged {} + skipped {} + unreadable {} = read {}", sum.judged, sum.skipped, sum.unreadable, sum.read));
    for (const auto& [why, count] : sum.skips) say(fmt::format("skipped {}: {}", count, why));
}

AuditOptions options_of(const AuditArguments& arguments, const Standards& standards) {
    AuditOptions options = {.read = arguments.read, .bar = arguments.bar, .threads = arguments.threads};
    const bool to_stdout = arguments.output.empty() || arguments.output == "-";
    options.style = {.brief = arguments.brief,
                     .colour = wants_colour(arguments.colour, to_stdout),
                     .width = to_stdout ? terminal_width() : 80,
                     .show_passed = !arguments.hide_passed,
                     .version = MOTAUDIT_VERSION};
    for (const auto& standard : standards) options.standards.push_back(standard.get());
    return options;
}

// The files to judge; nothing where there are none, which has been said.
std::optional<Listing> find_input(const AuditArguments& arguments) {
    auto input = list_files(arguments.paths);
    if (input.files.empty()) {
        for (const auto& error : input.errors) say(error.text());
        say("nothing to judge was found");
        return {};
    }
    if (const auto* both = input_that_is_output(input.files, arguments.output)) {
        say(fmt::format("{}: is an input, and the report would go to it as well", *both));
        return {};
    }
    return input;
}

Summary judge(const AuditArguments& arguments, const Listing& input, const Standards& standards, const Reporter& reporter,
              Output& output) {
    Progress progress(!arguments.no_progress && !arguments.quiet);
    const bool on_screen = ::isatty(STDOUT_FILENO) == 1;
    const auto tell = [&](const std::string& text) {
        progress.erase();
        say(text);
    };
    AuditOutput to;
    to.write = [&](std::string_view bytes) {
        if (on_screen) progress.erase();
        return output.write(bytes);
    };
    to.problem = [&](const Error& error) { tell(error.text()); };
    to.hint = [&](const Error& hint) {
        if (!arguments.quiet) tell(hint.text());
    };
    to.progress = [&](std::uint64_t bytes, std::uint64_t read) { progress.update(bytes, read); };
    if (arguments.verbose) {
        for (const auto& path : input.passed_over) say(path + ": passed over: by its name no conversation");
        for (const auto& standard : standards)
            say(fmt::format("standard {} {} {}", standard->name, standard->version, standard->digest));
        to.opened = [&](std::string_view path, const Reader& reader) { tell(fmt::format("{}: read as {}", path, reader.name)); };
    }
    return audit(input, reporter, options_of(arguments, standards), to);
}

} // namespace

int run(const AuditArguments& arguments) {
    const auto standards = load_standards(arguments.source);
    if (standards.empty() || !knows_parameters(arguments.bar.on_parameters, standards)) return wrong_use;
    const auto input = find_input(arguments);
    if (!input) return wrong_use;
    const auto& reporter = *reporters::find(arguments.format);
    Output output(arguments.output);
    Summary sum;
    if (!output.failure()) sum = judge(arguments, *input, standards, reporter, output);
    if (!output.failure() && sum.judged > 0) output.finish();
    if (output.failure()) {
        say(output.failure()->text());
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
