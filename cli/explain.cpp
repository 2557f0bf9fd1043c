#include "base/nearest.hpp"
#include "commands.hpp"
#include "exit.hpp"
#include "message.hpp"
#include "output.hpp"
#include "standard/describe.hpp"
#include "standards.hpp"
#include <fmt/format.h>

namespace motaudit {

// Two standards may ask the same question differently: each is told.
int run(const ExplainArguments& arguments) {
    const auto standards = load_standards(arguments.source);
    if (standards.empty()) return wrong_use;
    std::string out;
    for (const auto& standard : standards)
        if (const auto told = explain_parameter(*standard, arguments.id)) out += (out.empty() ? "" : "\n") + *told;
    if (!out.empty()) return print(out);
    const auto near = nearest(arguments.id, parameter_ids(standards));
    say(fmt::format("unknown parameter '{}'{}", arguments.id,
                    near.empty() ? "; motaudit standard show lists them" : fmt::format(" ({}?)", near)));
    return wrong_use;
}

} // namespace motaudit
