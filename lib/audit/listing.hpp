#pragma once

#include "base/result.hpp"
#include <span>
#include <string>
#include <string_view>
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

// By its ending a file that stands beside conversations and is none.
bool is_no_conversation(std::string_view path);
// An archive's member that is left out as it would be of a folder: that, or hidden, or in a hidden folder.
bool is_left_out(std::string_view member);

} // namespace motaudit
