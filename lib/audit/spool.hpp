#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string_view>

namespace motaudit {

// Text that waits for what stands before it: in a temporary file without a name, so that memory stays bounded. Throws
// std::system_error where the file cannot be made, written or read.
class Spool {
public:
    void add(std::string_view text);
    // Gives all of it on, piece by piece, as long as `take` wants more.
    void give(const std::function<bool(std::string_view)>& take);

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> file_ = {}; // made on first use
};

} // namespace motaudit
