#include "gate/selection.hpp"

#include "base/faults.hpp"
#include "text/casing.hpp"
#include <algorithm>

namespace motaudit {

Result<ParameterIds> parameters_named(std::string_view name, std::span<const Standard* const> standards) {
    const bool all_below = name.ends_with(".*");
    const auto prefix = name.substr(0, name.size() - (all_below ? 1 : 0)); // "closing."
    const auto section = lower_case(name);
    ParameterIds found;
    std::set<std::string, std::less<>> right;
    for (const auto* standard : standards) {
        for (const auto& parameter : standard->parameters) {
            const bool meant =
                all_below ? parameter.id.starts_with(prefix) : parameter.id == name || lower_case(parameter.section) == section;
            if (meant) found.insert(parameter.id);
            right.insert({parameter.id, parameter.section, parameter.id.substr(0, parameter.id.find('.')) + ".*"});
        }
    }
    if (!found.empty()) return found;
    const std::vector<std::string_view> words(right.begin(), right.end());
    return Error{.message = unknown("parameter", name, words)};
}

} // namespace motaudit
