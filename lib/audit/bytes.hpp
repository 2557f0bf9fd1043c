#pragma once

#include <cstdlib>
#include <memory>
#include <new>
#include <string_view>

namespace motaudit {

// A growing buffer that is not filled with zeros first: input goes straight into it.
class Bytes {
public:
    std::string_view view() const { return {bytes_.get(), size_}; }
    std::size_t size() const { return size_; }
    void resize(std::size_t size) { size_ = size; } // at most what was reserved

    // Where the next `room` bytes can be written, beyond the end.
    char* reserve(std::size_t room) {
        if (size_ + room > capacity_) {
            const auto wanted = size_ + room > capacity_ * 2 ? size_ + room : capacity_ * 2;
            auto* grown = static_cast<char*>(std::realloc(bytes_.get(), wanted));
            if (grown == nullptr) throw std::bad_alloc();
            bytes_.release();
            bytes_.reset(grown);
            capacity_ = wanted;
        }
        return bytes_.get() + size_;
    }

    // Empty again. Memory is kept up to `most` bytes.
    void clear(std::size_t most) {
        size_ = 0;
        if (capacity_ <= most) return;
        bytes_.reset();
        capacity_ = 0;
    }

private:
    struct Free {
        void operator()(char* bytes) const { std::free(bytes); }
    };
    std::unique_ptr<char, Free> bytes_ = {};
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

} // namespace motaudit
