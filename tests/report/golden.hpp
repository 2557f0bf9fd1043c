#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace motaudit {

// Compares with tests/report/golden/NAME; MOTAUDIT_ACCEPT=1 writes it anew, for a person to read.
inline void check_golden(const std::string& name, const std::string& out) {
    const auto path = std::string(TESTS_FOLDER) + "/report/golden/" + name;
    if (std::getenv("MOTAUDIT_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << out;
    std::ifstream in(path, std::ios::binary);
    CHECK(out == std::string(std::istreambuf_iterator<char>(in), {}));
}

} // namespace motaudit
