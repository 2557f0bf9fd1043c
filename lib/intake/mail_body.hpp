#pragma once

#include "base/arena.hpp"
#include <string_view>

struct _GMimeMessage;

namespace motaudit {

struct MailBody {
    std::string_view text = {}; // the whole body, quoted history and signature included; lines end with "\n"
    int attachments = 0;        // files that come along
    bool is_verbatim = false;   // each line stands so in the message: neither encoded, nor reflowed, nor made from HTML
};

// What a person reads when they open the message: the plain text where there is one, else the HTML as text. Attachments are
// left out; forwarded messages stand at the end as history. `source` are the bytes of the message, for what no parser
// makes sense of. The text lives in the arena.
MailBody mail_body(_GMimeMessage* message, std::string_view source, Arena& arena);

// RFC 3676: joins lines that end with a space to the next of the same quote depth. "-- " stays alone.
std::string_view unflowed(std::string_view text, bool delsp, Arena& arena);

} // namespace motaudit
