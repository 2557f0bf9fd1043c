#include "audit.hpp"

#include "base/nearest.hpp"
#include "commands.hpp"
#include "exit.hpp"
#include "judging.hpp"
#include "message.hpp"
#include "output.hpp"
#include "standards.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <optional>

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

} // namespace

int run(const AuditArguments& given) {
    auto arguments = given;
    if (!take_map(arguments)) return wrong_use;
    const auto standards = load_standards(arguments.source);
    if (standards.empty() || !knows_parameters(arguments.bar.on_parameters, standards)) return wrong_use;
    const auto input = find_input(arguments, "judge", "the report");
    if (!input) return wrong_use;
    const auto& reporter = *reporters::find(arguments.format);
    Output output(arguments.output);
    Summary sum;
    if (!output.failure())
        sum = judge(arguments, *input, standards, reporter, [&](std::string_view bytes) { return output.write(bytes); });
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
