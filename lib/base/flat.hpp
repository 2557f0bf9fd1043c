#pragma once

#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace motaudit {

// An array of plain values that is made once and then read: its own, or one that lies in memory which outlives it, as that of
// a prepared image does.
template <class T>
class Flat {
    static_assert(std::is_trivially_copy_constructible_v<T> && std::is_trivially_destructible_v<T>);

public:
    Flat() = default;
    Flat(std::vector<T> own) : own_(std::move(own)) {}
    explicit Flat(std::span<const T> lying) : lying_(lying) {}

    std::span<const T> view() const { return lying_.empty() ? std::span<const T>(own_) : lying_; }
    // To change it. What lies elsewhere is copied first.
    std::vector<T>& own() {
        if (!lying_.empty()) own_.assign(lying_.begin(), lying_.end());
        lying_ = {};
        return own_;
    }

    const T& operator[](std::size_t at) const { return view()[at]; }
    std::size_t size() const { return view().size(); }
    bool empty() const { return view().empty(); }
    auto begin() const { return view().begin(); }
    auto end() const { return view().end(); }

private:
    std::vector<T> own_ = {};
    std::span<const T> lying_ = {};
};

} // namespace motaudit
