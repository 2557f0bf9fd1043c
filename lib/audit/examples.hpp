#pragma once

#include "model/standard.hpp"
#include <cstdint>
#include <string>
#include <vector>

namespace motaudit {

// An example of a standard that does not get the verdict it stands under.
struct WrongExample {
    const Parameter* parameter = nullptr;
    const Example* example = nullptr;
    std::size_t line = 0;     // in the example's file
    std::string message = {}; // what is wrong, as a clause
};

struct ExampleRun {
    std::uint64_t examples = 0;
    std::vector<WrongExample> wrong = {};
};

// Judges every yes, no and na example of the standard's rows by the standard itself.
ExampleRun run_examples(const Standard& standard);

} // namespace motaudit
