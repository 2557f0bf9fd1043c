#include "audit.hpp"
#include "commands.hpp"
#include "exit.hpp"
#include "judging.hpp"
#include "message.hpp"
#include "output.hpp"
#include <fmt/format.h>

namespace motaudit {

// The same way as audit's, with nobody who judges: what a run calls judged was written.
int run(const ConvertArguments& given) {
    auto arguments = given;
    if (!take_map(arguments.audit)) return wrong_use;
    const auto input = find_input(arguments.audit, "convert", "what is converted");
    if (!input) return wrong_use;
    Output output(arguments.audit.output);
    Summary sum;
    if (!output.failure())
        sum = judge(arguments.audit, *input, {}, reporters::canonical, [&](std::string_view bytes) { return output.write(bytes); });
    if (!output.failure() && sum.judged > 0) output.finish();
    if (output.failure()) {
        say(output.failure()->text());
        return run_broken;
    }
    if (!arguments.audit.quiet) say(fmt::format("written {} + unreadable {} = read {}", sum.judged, sum.unreadable, sum.read));
    if (sum.judged == 0) {
        say("nothing was converted");
        return wrong_use;
    }
    return sum.unreadable > 0 ? input_unread : all_passed;
}

} // namespace motaudit
