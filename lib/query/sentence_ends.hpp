#pragma once

#include "query/talk.hpp"
#include <vector>

namespace motaudit {

// A mail, or a template of one.
bool is_mail(const Talk& talk);

// First words of sentences that begin small, in the writer's own words of a mail.
std::vector<Span> small_beginnings(const Talk& talk, std::uint32_t turn);

// Last words of paragraphs that end without a mark. Salutations, lists, headings and what ends with a link or a number need none.
std::vector<Span> open_ends(const Talk& talk, std::uint32_t turn);

} // namespace motaudit
