#pragma once

#include "model/standard.hpp"

// The rows of the table of checks; each is defined in the file of its name, with its settings.

namespace motaudit::checks {

extern const CheckKind asks_anew_kind;
extern const CheckKind asks_why_kind;
extern const CheckKind casing_kind;
extern const CheckKind cautions_kind;
extern const CheckKind choice_fits_kind;
extern const CheckKind closing_order_kind;
extern const CheckKind complaint_items_kind;
extern const CheckKind courtesy_kind;
extern const CheckKind criticism_kind;
extern const CheckKind daily_log_kind;
extern const CheckKind empathy_kind;
extern const CheckKind escalation_kind;
extern const CheckKind fields_known_kind;
extern const CheckKind full_name_kind;
extern const CheckKind grammar_kind;
extern const CheckKind hang_up_kind;
extern const CheckKind hold_kind;
extern const CheckKind hold_length_kind;
extern const CheckKind holds_items_kind;
extern const CheckKind imei_kind;
extern const CheckKind name_usage_kind;
extern const CheckKind named_exactly_kind;
extern const CheckKind never_says_kind;
extern const CheckKind offers_more_kind;
extern const CheckKind paraphrase_kind;
extern const CheckKind placeholder_kind;
extern const CheckKind promotion_kind;
extern const CheckKind read_back_kind;
extern const CheckKind recap_kind;
extern const CheckKind reference_kind;
extern const CheckKind return_visit_kind;
extern const CheckKind salutation_kind;
extern const CheckKind says_kind;
extern const CheckKind script_kind;
extern const CheckKind signature_kind;
extern const CheckKind spelling_kind;
extern const CheckKind status_field_kind;
extern const CheckKind takes_up_kind;
extern const CheckKind timing_kind;
extern const CheckKind transfer_kind;
extern const CheckKind translated_kind;
extern const CheckKind verifies_kind;
extern const CheckKind welcome_kind;
extern const CheckKind willingness_kind;

} // namespace motaudit::checks
