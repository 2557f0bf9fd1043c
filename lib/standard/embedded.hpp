#pragma once

#include <span>
#include <string_view>

namespace motaudit {

// A file of lexicons/ in the program's image. The build makes the table, sorted by path (lib/standard/embed.cmake).
struct EmbeddedFile {
    std::string_view path = {};
    const char* begin = nullptr;
    const char* end = nullptr;
};
std::span<const EmbeddedFile> embedded_files();

} // namespace motaudit
