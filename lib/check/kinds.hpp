#pragma once

#include "model/standard.hpp"

// The rows of the table of checks; each is defined in the file of its name, with its settings.

namespace motaudit::checks {

extern const CheckKind criticism_kind;
extern const CheckKind empathy_kind;
extern const CheckKind escalation_kind;
extern const CheckKind hold_kind;
extern const CheckKind hold_length_kind;
extern const CheckKind never_says_kind;
extern const CheckKind paraphrase_kind;
extern const CheckKind says_kind;
extern const CheckKind timing_kind;
extern const CheckKind willingness_kind;

} // namespace motaudit::checks
