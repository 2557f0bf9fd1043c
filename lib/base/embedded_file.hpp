#pragma once

#include <string_view>

namespace motaudit {

// A file of the source tree in the program's image. The build makes tables of them (lib/base/embed.cmake).
struct EmbeddedFile {
    std::string_view path = {};
    const char* begin = nullptr;
    const char* end = nullptr;
};

} // namespace motaudit
