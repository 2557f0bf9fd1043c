#include "prepared.hpp"

// The image lies in the program and is paged in where it is used.
asm(".section .rodata\n"
    ".balign 64\n"
    ".globl motaudit_prepared\n"
    ".hidden motaudit_prepared\n"
    ".globl motaudit_prepared_end\n"
    ".hidden motaudit_prepared_end\n"
    "motaudit_prepared:\n"
    ".incbin \"" MOTAUDIT_PREPARED "\"\n"
    "motaudit_prepared_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char motaudit_prepared[];
extern const char motaudit_prepared_end[];
}

namespace motaudit {

std::string_view prepared_standards() {
    return {motaudit_prepared, static_cast<std::size_t>(motaudit_prepared_end - motaudit_prepared)};
}

} // namespace motaudit
