#include "check/table.hpp"

#include "check/kinds.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

// One row a kind, in alphabetical order.
const std::array table = {
    criticism_kind,  empathy_kind,    escalation_kind, hold_kind,   hold_length_kind,
    never_says_kind, paraphrase_kind, says_kind,       timing_kind, willingness_kind,
};

} // namespace

std::span<const CheckKind> all() { return table; }

const CheckKind* find(std::string_view name) {
    const auto found = std::ranges::find(table, name, &CheckKind::name);
    return found == table.end() ? nullptr : &*found;
}

} // namespace motaudit::checks
