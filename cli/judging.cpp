#include "judging.hpp"

#include "intake/map/column_map.hpp"
#include "message.hpp"
#include "report/redact.hpp"
#include "terminal.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motaudit {

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

bool take_map(AuditArguments& arguments) {
    if (arguments.map.empty()) return true;
    auto loaded = load_map(arguments.map);
    for (const auto& error : loaded.errors) say(error.text());
    arguments.read.map = std::move(loaded.map);
    return arguments.read.map != nullptr;
}

std::optional<Listing> find_input(const AuditArguments& arguments, std::string_view verb, std::string_view what) {
    auto input = list_files(arguments.paths);
    if (input.files.empty()) {
        for (const auto& error : input.errors) say(error.text());
        say(fmt::format("nothing to {} was found", verb));
        return {};
    }
    if (const auto* both = input_that_is_output(input.files, arguments.output)) {
        say(fmt::format("{}: is an input, and {} would go to it as well", *both, what));
        return {};
    }
    return input;
}

void say_counts(const Summary& sum) {
    say(fmt::format("judged {} + skipped {} + unreadable {} = read {}", sum.judged, sum.skipped, sum.unreadable, sum.read));
    for (const auto& [why, count] : sum.skips) say(fmt::format("skipped {}: {}", count, why));
}

namespace {

AuditOptions options_of(const AuditArguments& arguments, const Standards& standards) {
    AuditOptions options = {.read = arguments.read, .bar = arguments.bar, .threads = arguments.threads};
    const bool to_stdout = arguments.output.empty() || arguments.output == "-";
    options.style = {.brief = arguments.brief || arguments.summary_only,
                     .colour = wants_colour(arguments.colour, to_stdout),
                     .width = to_stdout ? terminal_width() : 80,
                     .show_passed = !arguments.hide_passed,
                     .redact = arguments.redact,
                     .version = MOTAUDIT_VERSION};
    for (const auto& standard : standards) options.standards.push_back(standard.get());
    options.style.standards = options.standards;
    return options;
}

} // namespace

Summary judge(const AuditArguments& arguments, const Listing& input, const Standards& standards, const Reporter& reporter,
              const std::function<bool(std::string_view)>& write, const GateUse& gate) {
    Progress progress(!arguments.no_progress && !arguments.quiet);
    const bool on_screen = ::isatty(STDOUT_FILENO) == 1;
    const auto tell = [&](const std::string& text) {
        progress.erase();
        say(text);
    };
    AuditOutput to;
    to.write = [&](std::string_view bytes) {
        if (on_screen) progress.erase();
        return write(bytes);
    };
    // What a message quotes of the input is redacted as well; its place is not.
    const auto shown = [&](Error error) {
        if (arguments.redact) error.message = Redactor().redact(error.message);
        return error.text();
    };
    to.problem = [&, shown](const Error& error) { tell(shown(error)); };
    to.hint = [&, shown](const Error& hint) {
        if (!arguments.quiet) tell(shown(hint));
    };
    to.progress = [&](std::uint64_t bytes, std::uint64_t read) { progress.update(bytes, read); };
    if (arguments.verbose) {
        for (const auto& path : input.passed_over) say(path + ": passed over: by its name no conversation");
        for (const auto& standard : standards)
            say(fmt::format("standard {} {} {}", standard->name, standard->version, standard->digest));
        to.passed_over = [&](std::string_view path) { tell(std::string(path) + ": passed over: by its name no conversation"); };
        to.opened = [&](std::string_view path, const Reader& reader) { tell(fmt::format("{}: read as {}", path, reader.name)); };
    }
    to.baseline = gate.baseline;
    auto options = options_of(arguments, standards);
    options.gate = gate.gate;
    return audit(input, reporter, options, to);
}

} // namespace motaudit
