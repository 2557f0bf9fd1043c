#pragma once

namespace motaudit {

// How the program ends; where several are true the highest wins (contract, "Exit status").
enum Exit : int {
    all_passed = 0,
    below_the_bar = 1, // something fell under the bar that was asked for; standard check|test: found faults
    wrong_use = 2,     // the command line or a standard is wrong, a name is unknown, nothing was judged
    input_unread = 3,  // judged, but some input could not be read
    run_broken = 4,    // the result could not be written, or the run broke off
};

} // namespace motaudit
