#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace motaudit {

// Text that lives until clear(): views stay valid while more is added. Memory is kept and used again after clear().
class Arena {
public:
    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        char* to = take(text.size());
        std::memcpy(to, text.data(), text.size());
        return {to, text.size()};
    }

    // Room for `size` bytes, uninitialised.
    char* take(std::size_t size) {
        while (block_ < blocks_.size() && blocks_[block_].size - used_ < size) {
            ++block_;
            used_ = 0;
        }
        if (block_ == blocks_.size()) {
            const std::size_t room = size > block_size ? size : block_size;
            blocks_.push_back({std::make_unique<char[]>(room), room});
            used_ = 0;
        }
        char* at = blocks_[block_].bytes.get() + used_;
        used_ += size;
        return at;
    }

    void clear() {
        block_ = 0;
        used_ = 0;
    }

private:
    static constexpr std::size_t block_size = 64 * 1024;
    struct Block {
        std::unique_ptr<char[]> bytes = {};
        std::size_t size = 0;
    };
    std::vector<Block> blocks_ = {};
    std::size_t block_ = 0;
    std::size_t used_ = 0;
};

} // namespace motaudit
