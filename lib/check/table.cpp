#include "check/table.hpp"

#include "check/kinds.hpp"
#include <algorithm>
#include <array>

namespace motaudit::checks {
namespace {

// One row a kind, in alphabetical order.
const std::array table = {
    asks_anew_kind,       asks_why_kind,    casing_kind,     cautions_kind,      choice_fits_kind, closing_order_kind,
    complaint_items_kind, courtesy_kind,    criticism_kind,  daily_log_kind,     empathy_kind,     escalation_kind,
    fields_known_kind,    full_name_kind,   grammar_kind,    hang_up_kind,       hold_kind,        hold_length_kind,
    holds_items_kind,     imei_kind,        name_usage_kind, named_exactly_kind, never_says_kind,  offers_more_kind,
    paraphrase_kind,      placeholder_kind, promotion_kind,  read_back_kind,     recap_kind,       reference_kind,
    return_visit_kind,    salutation_kind,  says_kind,       script_kind,        signature_kind,   spelling_kind,
    status_field_kind,    takes_up_kind,    timing_kind,     transfer_kind,      translated_kind,  verifies_kind,
    welcome_kind,         willingness_kind,
};

} // namespace

std::span<const CheckKind> all() { return table; }

const CheckKind* find(std::string_view name) {
    const auto found = std::ranges::find(table, name, &CheckKind::name);
    return found == table.end() ? nullptr : &*found;
}

} // namespace motaudit::checks
