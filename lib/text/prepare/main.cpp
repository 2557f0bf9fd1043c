// A program of the build: prepares the word set that is compiled into the library, and checks one for the tests.
//
//     prepare_word_set OUT COMMON SIZES DICTIONARY...  (DICTIONARY: path of an .aff without its ending)
//     prepare_word_set --check OUT DICTIONARY...

#include "text/prepare/word_set.hpp"

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

int main(int argc, char** argv) {
    if (argc < 4 || (argc == 4 && std::string_view(argv[1]) != "--check")) {
        std::fputs("usage: prepare_word_set OUT COMMON SIZES DICTIONARY... | --check OUT DICTIONARY...\n", stderr);
        return 2;
    }
    try {
        const bool check = std::string_view(argv[1]) == "--check";
        const std::vector<std::string> dictionaries(argv + (check ? 3 : 4), argv + argc);
        const auto outcome = check ? motaudit::check_word_set(argv[2], dictionaries)
                                   : motaudit::prepare_word_set(argv[1], argv[2], argv[3], dictionaries);
        std::fprintf(outcome.good ? stdout : stderr, "prepare_word_set: %s\n", outcome.message.c_str());
        return outcome.good ? 0 : 1;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "prepare_word_set: %s\n", e.what());
        return 1;
    }
}
