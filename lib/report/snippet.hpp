#pragma once

#include "model/conversation.hpp"
#include "model/finding.hpp"
#include "report/reporter.hpp"
#include <cstddef>
#include <span>
#include <string>

namespace motaudit {

// Appends the line of the turn in which the first piece of evidence stands, cut to the screen around it, its words marked
// below. Pieces that follow and show in the same stretch are marked as well: returns how many were. All must be of the turn.
std::size_t append_snippet(const Turn& turn, std::span<const Evidence> evidence, std::size_t indent, const ReportStyle& style,
                           std::string& out);

} // namespace motaudit
