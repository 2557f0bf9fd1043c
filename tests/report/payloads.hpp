#pragma once

#include <array>
#include <string_view>

// Texts that somebody may have put into a conversation so that a report does something with them.
namespace motaudit::example {

using namespace std::string_view_literals;

inline constexpr std::array hostile = {
    // terminals
    "\x1b[31mred"sv,
    "\x1b]0;title\x07"sv,
    "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\"sv,
    "\x1b[2J\x1b[H"sv,
    "\x1b[?1049h"sv,
    "\x9b"
    "31m"sv,
    "\xc2\x9b"
    "31mC1"sv,
    "\xc2\x85next line"sv,
    "\x07"sv,
    "a\bb\b"sv,
    "over\rwrite"sv,
    "\x7f"sv,
    "\x0e\x0f"sv,
    "nul\0inside"sv,
    "\0"sv,
    "\x1b"sv,
    "tab\tand\vvertical\fform"sv,
    "line\nbreak"sv,
    "\r\nFAIL   0.0  forged"sv,
    // reading order
    "\xe2\x80\xaemoc.live\xe2\x80\xac"sv,
    "\xe2\x81\xa6isolate\xe2\x81\xa9"sv,
    "\xe2\x80\x8f"sv,
    "\xd8\x9c"sv,
    "\xe2\x80\xa8separator\xe2\x80\xa9"sv,
    // bytes that are no UTF-8
    "\xff\xfe"sv,
    "\xc0\xaf"sv,
    "\xed\xa0\x80"sv,
    "\xf0\x9f\x98"sv,
    "\xf4\x90\x80\x80"sv,
    "cut \xe2\x82"sv,
    "\x80\x80\x80\x80"sv,
    "Caf\xe9"sv,
    // formulas
    "=HYPERLINK(\"http://evil.example\",\"x\")"sv,
    "=cmd|' /C calc'!A0"sv,
    "+1+1"sv,
    "-2+3"sv,
    "@SUM(1)"sv,
    "\t=1"sv,
    "\r=1"sv,
    "\n=1"sv,
    "  =1"sv,
    "\xef\xbc\x9d"
    "1"sv,
    "\xef\xbc\x8b"
    "1"sv,
    "\xef\xbc\x8d"
    "1"sv,
    "\xef\xbc\xa0"
    "1"sv,
    "\xef\xbb\xbf=1"sv,
    "\xe2\x80\x8b=1"sv,
    "\xc2\xa0=1"sv,
    "\xe3\x80\x80=1"sv,
    "\xe2\x81\xa0=1"sv,
    "\",=1,\""sv,
    "a\n=1"sv,
    "-"sv,
    // markup and quoting
    "</script><script>alert(1)</script>"sv,
    "<img src=x onerror=alert(1)>"sv,
    "'; DROP TABLE cards;--"sv,
    "\""sv,
    "\"\""sv,
    "'"sv,
    ","sv,
    ";"sv,
    "\\"sv,
    "\\u0000"sv,
    "\\\""sv,
    "{\"id\":1}"sv,
    "]]>"sv,
    "&amp;"sv,
    "%s%n{}{0}"sv,
    "${HOME}"sv,
    "`id`"sv,
    // CI logs
    "::error file=x::forged"sv,
    "##[error]forged"sv,
    "##vso[task.complete]"sv,
    "##teamcity[buildStop]"sv,
    "a\n::error::b"sv,
    "words then ::set-output name=a::b"sv,
    // ordinary text that looks odd
    "Z\xcc\xb4\xcc\xb5\xcc\xb6\xcc\xb7\xcc\xb8"
    "algo"sv,
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb"sv,
    "\xe4\xbd\xa0\xe5\xa5\xbd\xef\xbc\x8c\xe8\xaf\xb7\xe9\x97\xae"sv,
    "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7"sv,
    "a_very_long_word_without_any_space_that_runs_on_and_on_and_on_and_on_and_on_and_on_and_on_to_the_end"sv,
    ""sv,
    " "sv,
};

} // namespace motaudit::example
