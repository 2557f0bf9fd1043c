#pragma once

#include "base/span.hpp"
#include <cstdint>
#include <string_view>
#include <vector>

namespace motaudit {

// Whose words a stretch of a mail's body is.
enum class MailPart : std::uint8_t {
    reply,     // the writer's own words
    history,   // quoted or forwarded: earlier messages, with the line that introduces them
    sign_off,  // "Kind regards,", the name and what stands below it; also a last line that is a name or a team
    signature, // below "-- " or "Sent from my …": put there by the program
    head       // the mail's own header fields, copied above its text; also those of a mail that is passed on without a word
};

struct MailSpan {
    MailPart part = MailPart::reply;
    Span span = {};
    friend bool operator==(const MailSpan&, const MailSpan&) = default;
};

// The parts of one mail's body, in order. They cover the whole text; blank lines belong to the part before them. Answers
// that stand between quotes are several replies. Linear in the text; memory is that of `parts` alone.
void split_mail(std::string_view text, std::vector<MailSpan>& parts);

} // namespace motaudit
