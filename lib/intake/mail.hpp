#pragma once

#include "intake/reader.hpp"
#include <string_view>

namespace motaudit {

// Reads one message and gives its conversation to the sink. `skipped` lines of the record stand before the message;
// `verbatim` false: the message's lines are not quite those of the file.
void read_message(std::string_view message, std::size_t skipped, bool verbatim, const Record& record, const ReadOptions& options,
                  Arena& arena, Sink& sink);

// How many different fields of a mail's header (From, To, Subject, …) stand at line starts above the first blank line.
int count_mail_fields(std::string_view head);

} // namespace motaudit
