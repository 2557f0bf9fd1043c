#include "base/result.hpp"

namespace motaudit {

std::string Error::text() const {
    std::string out = path;
    if (line != 0) out += (out.empty() ? "line " : ":") + std::to_string(line);
    if (line != 0 && column != 0) out += ":" + std::to_string(column);
    if (!out.empty()) out += ": ";
    return out + message;
}

} // namespace motaudit
