#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace motaudit {

// SHA-256 over named pieces in the order they are added; names and sizes are part of it, so that no two lists run together.
class Digest {
public:
    Digest();
    ~Digest();
    void add(std::string_view name, std::string_view bytes);
    std::string text() const; // "sha256:" and 64 hexadecimal digits, of what was added so far

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace motaudit
