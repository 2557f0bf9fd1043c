#pragma once

#include <cstddef>
#include <string_view>

// What single lines of a mail say of the part that begins there. Each function looks at one line, without its line end.
namespace motaudit::mail_marks {

// The line of `text` that begins at `at`, without its end; and where the next one begins.
std::string_view line_at(std::string_view text, std::size_t at);
std::size_t next_line(std::string_view text, std::size_t at);

// Without the white space around it, also that beyond ASCII.
std::string_view trimmed(std::string_view line);

// Most lines: blank, or nothing that could begin or introduce history. A glance at both ends spares the closer looks.
bool is_ordinary(std::string_view line);

bool is_quoted(std::string_view line);

// "_____", "-----": a rule of nothing else.
bool is_rule(std::string_view line);

// "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:".
bool is_separator(std::string_view line);

// A separator that says that the message below it is forwarded, not answered.
bool is_forward(std::string_view line);

// `sent` is a date by a name that nothing but mail has.
enum class Field { none, from, date, sent, to, subject, other };

// The header field that a line begins with, in the languages of mail programs: "From:", "*Sent:*", "Envoyé le :".
Field field_of(std::string_view line);

// "-- ", "--", "__", "---": what follows may be a signature.
bool is_signature_mark(std::string_view line);

// "Sent from my …", "Get Outlook for …".
bool is_device_line(std::string_view line);

// "Kind regards,". A weak one ("Thanks!", "Best") is only a sign-off where a name follows.
enum class Valediction { none, weak, strong };
Valediction valediction_of(std::string_view line);

// "Callum", "- Lee C.", "Oppo care team", "[Agent Name]": a line that names who writes.
bool is_name_line(std::string_view line);

// "Oppo care team": a team or department, and nothing else.
bool is_team_line(std::string_view line);

// A link, an address, a phone number or the name of a team.
bool is_contact_line(std::string_view line);

// How a line ends that introduces a quotation: with a verb of writing ("wrote:"), with an address ("<a@b.c>:"), with the
// time alone ("11:53 Uhr:"), or with an address without a colon, which needs a quote below it.
enum class Closing { none, verb, address, time, bare };
Closing closing_of(std::string_view line);

// "On Mon,", "Le 3 mars", "Am 3.3.", "在": the first word of such a line.
bool opens_attribution(std::string_view line);

bool has_verb_of_writing(std::string_view line);

// A time of day, a year or a date in digits.
bool has_date(std::string_view line);

// Where in `line` an attribution begins that shares the line with the reply's last words; npos where none does.
std::size_t attribution_within(std::string_view line);

} // namespace motaudit::mail_marks
