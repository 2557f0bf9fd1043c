#pragma once

#include "base/faults.hpp"
#include "model/standard.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// What a file in a language's folder holds, by its name in it: "names.txt".
enum class WordFile : unsigned char { none, phrases, words, names, terms };
WordFile kind_of_word_file(std::string_view name);

// One word a line; "#" at its beginning or behind a space begins a comment.
std::vector<std::string> read_lines(std::string_view bytes);

// names.txt: a name that is an ordinary word too ("Will *") bears a star.
void read_names(std::string_view bytes, Standard& standard);

// brands.toml: [[term]] with form, also, wrong, needs.
void read_terms(const Node& root, const std::string& path, std::vector<Term>& terms, Faults& faults);

} // namespace motaudit
