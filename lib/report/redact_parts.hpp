#pragma once

#include "report/folded_view.hpp"
#include "report/redact.hpp"
#include <vector>

// What Redactor looks for in a text, one file each. All append what they find, in any order.
namespace motaudit {

void hide_mail_addresses(const FoldedView& view, std::vector<Hidden>& out);
void hide_street_addresses(const FoldedView& view, std::vector<Hidden>& out);
void hide_numbers(const FoldedView& view, std::vector<Hidden>& out);

} // namespace motaudit
