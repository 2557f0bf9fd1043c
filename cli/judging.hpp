#pragma once

#include "arguments.hpp"
#include "audit.hpp"
#include "standards.hpp"
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// The input that the report would overwrite, or be read back from while it is written; null where there is none.
const std::string* input_that_is_output(const std::vector<std::string>& inputs, const std::string& output);

// Loads the map of --map, where there is one, into what reads the files. False where it is wrong, which has been said.
bool take_map(AuditArguments& arguments);

// The files to read; nothing where there are none, or where one is the output, which has been said: "nothing to judge
// was found"; "is an input, and the report would go to it as well".
std::optional<Listing> find_input(const AuditArguments& arguments, std::string_view verb, std::string_view what);

// What is let pass the bar, and who takes the lines of a new baseline.
struct GateUse {
    const Gate* gate = nullptr;
    std::function<bool(std::string_view)> baseline = {};
};

// Judges what was found and hands the report on as it is made, with progress, problems and hints on stderr.
Summary judge(const AuditArguments& arguments, const Listing& input, const Standards& standards, const Reporter& reporter,
              const std::function<bool(std::string_view)>& write, const GateUse& gate = {});

// judged + skipped + unreadable = read, on stderr.
void say_counts(const Summary& sum);

} // namespace motaudit
