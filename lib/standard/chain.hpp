#pragma once

#include "base/faults.hpp"
#include "standard/load.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace motaudit {

// A standard's file and, where it lies on the disk by itself, the words beside it.
struct ChainLink {
    std::string name = {};  // "standards/oppo-hq.toml"; of a file given by its path: its last part
    std::string shown = {}; // as errors name it
    std::string bytes = {};
    std::string folder = {}; // of a file given by its path; empty = it is one of the LexiconFiles
    Node root = {};
};

// The standard and what it extends, the first one extended first. Empty where something is wrong.
std::vector<ChainLink> read_chain(std::string_view name_or_path, const LexiconFiles& files, Faults& faults);

} // namespace motaudit
