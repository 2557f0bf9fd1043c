// A program of the build: loads the standards of a folder and writes them as the image that is compiled into the program.
//
//     prepare_standards OUT FOLDER

#include "check/table.hpp"
#include "query/roles.hpp"
#include "standard/image.hpp"
#include <cstdio>
#include <exception>
#include <fstream>

namespace motaudit {
namespace {

bool prepare(const char* out, const char* folder) {
    const auto tell = [](const Error& error) { std::fprintf(stderr, "%s\n", error.text().c_str()); };
    const auto files = files_under(folder);
    if (!files) return tell(files.error()), false;
    bool right = true;
    std::vector<std::unique_ptr<Standard>> standards;
    std::vector<const Standard*> all;
    for (const auto& name : standard_names(**files)) {
        auto loaded = load_standard(name, **files, {.checks = checks::all(), .roles = role_names});
        for (const auto& error : loaded.errors) tell(error);
        right = right && loaded.standard != nullptr;
        standards.push_back(std::move(loaded.standard));
        all.push_back(standards.back().get());
    }
    if (!right) return false;
    std::ofstream to(out, std::ios::binary);
    to << write_image(all);
    return to.flush().good();
}

} // namespace
} // namespace motaudit

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: prepare_standards OUT FOLDER\n", stderr);
        return 2;
    }
    try {
        return motaudit::prepare(argv[1], argv[2]) ? 0 : 1;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "prepare_standards: %s\n", e.what());
        return 1;
    }
}
