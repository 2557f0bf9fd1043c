#include "base/nearest.hpp"
#include "commands.hpp"
#include "exit.hpp"
#include "message.hpp"
#include "output.hpp"
#include "standard/describe.hpp"
#include "standards.hpp"
#include <fmt/format.h>

namespace motaudit {

namespace {

// Two standards may ask the same question differently: each is told.
std::string told_by(const Standards& standards, const std::string& id) {
    std::string out;
    for (const auto& standard : standards)
        if (const auto told = explain_parameter(*standard, id)) out += (out.empty() ? "" : "\n") + *told;
    return out;
}

} // namespace

int run(const ExplainArguments& arguments) {
    auto source = arguments.source;
    auto standards = load_standards(source);
    if (standards.empty()) return wrong_use;
    auto out = told_by(standards, arguments.id);
    // A standard that judges by name only holds parameters of its own.
    if (const auto shelf = Shelf::open(source.lexicons); out.empty() && source.names.empty() && shelf) {
        source.names = shelf->names();
        standards = load_standards(source);
        if (standards.empty()) return wrong_use;
        out = told_by(standards, arguments.id);
    }
    if (!out.empty()) return print(out);
    const auto near = nearest(arguments.id, parameter_ids(standards));
    say(fmt::format("unknown parameter '{}'{}", arguments.id,
                    near.empty() ? "; motaudit standard show lists them" : fmt::format(" ({}?)", near)));
    return wrong_use;
}

} // namespace motaudit
