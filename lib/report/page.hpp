#pragma once

#include "base/embedded_file.hpp"
#include <span>
#include <string_view>

namespace motaudit {

// The files of lib/report/page/: what the html report is made of.
std::span<const EmbeddedFile> page_files();

inline std::string_view page_file(std::string_view path) {
    for (const auto& file : page_files())
        if (file.path == path) return {file.begin, file.end};
    return {};
}

} // namespace motaudit
