#pragma once

#include "base/flat.hpp"
#include <cstddef>
#include <cstdint>
#include <vector>

namespace motaudit {

// Plain values by the 64-bit hash of what they belong to: open addressing in two flat arrays. Hash 0 and hash 1 are one.
template <class Value>
class HashTable {
public:
    // Null where there is none.
    const Value* find(std::uint64_t hash) const {
        const auto keys = keys_.view();
        if (keys.empty()) return nullptr;
        const auto at = place(keys, hash | (hash == 0));
        return keys[at] == 0 ? nullptr : &values_.view()[at];
    }

    // The value of a hash, made where it is new.
    Value& operator[](std::uint64_t hash) {
        hash |= hash == 0;
        if ((size_ + 1) * 2 > keys_.size()) grow();
        const auto at = place(keys_.view(), hash);
        auto& key = keys_.own()[at];
        size_ += key == 0;
        key = hash;
        return values_.own()[at];
    }

    // To change them all. What is in free places does not matter.
    std::vector<Value>& values() { return values_.own(); }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

private:
    friend struct ImageFields;

    static std::size_t place(std::span<const std::uint64_t> keys, std::uint64_t hash) {
        const auto mask = keys.size() - 1;
        auto at = (hash ^ hash >> 29) & mask;
        while (keys[at] != 0 && keys[at] != hash) at = (at + 1) & mask;
        return at;
    }

    void grow() {
        const std::size_t room = keys_.empty() ? 16 : keys_.size() * 2;
        std::vector<std::uint64_t> keys(room);
        std::vector<Value> values(room);
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            if (keys_[i] == 0) continue;
            const auto at = place(keys, keys_[i]);
            keys[at] = keys_[i];
            values[at] = values_[i];
        }
        keys_ = std::move(keys);
        values_ = std::move(values);
    }

    Flat<std::uint64_t> keys_ = {}; // 0 = free; a power of two of them
    Flat<Value> values_ = {};
    std::size_t size_ = 0;
};

} // namespace motaudit
