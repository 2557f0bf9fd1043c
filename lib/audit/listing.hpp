#pragma once

#include "base/result.hpp"
#include <span>
#include <string>
#include <vector>

namespace motaudit {

// The files that paths stand for, in the order of the paths; a folder's files, those of its folders too, in byte order of
// their paths. Names that begin with a dot are left out of folders; scripts, standards, schemas and reports are passed over
// there, as their names say that they are no conversations. What cannot be read is an error: links that lead nowhere or back,
// folders that cannot be opened or hold nothing, and what is neither file nor folder.
struct Listing {
    std::vector<std::string> files = {};
    std::vector<Error> errors = {};
    std::vector<std::string> passed_over = {};
};
Listing list_files(std::span<const std::string> paths);

} // namespace motaudit
