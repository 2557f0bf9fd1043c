#pragma once

#include <atomic>
#include <cstddef>
#include <initializer_list>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

namespace motaudit {

// A list that few runs ask for. Where it comes from a prepared image it is read from there when it is first asked for, by
// whichever thread that is; else it is a plain list.
template <class T>
class LaterList {
public:
    using Read = void (*)(std::string_view image, std::size_t at, std::vector<T>& to);

    LaterList() = default;
    LaterList(std::vector<T> list) : list_(std::move(list)) {}
    LaterList(std::initializer_list<T> list) : list_(list) {}
    // The image must outlive it.
    LaterList(std::string_view image, std::size_t at, Read read) : image_(image), at_(at), read_(read), here_(false) {}

    LaterList(const LaterList& other) : list_(other.list()) {}
    LaterList(LaterList&& other) noexcept { swap(other); }
    LaterList& operator=(LaterList other) noexcept {
        swap(other);
        return *this;
    }
    ~LaterList() = default;

    const std::vector<T>& list() const {
        if (!here_.load(std::memory_order_acquire)) fetch();
        return list_;
    }
    std::vector<T>& list() { return const_cast<std::vector<T>&>(std::as_const(*this).list()); }

    const T& operator[](std::size_t at) const { return list()[at]; }
    T& operator[](std::size_t at) { return list()[at]; }
    std::size_t size() const { return list().size(); }
    bool empty() const { return list().empty(); }
    auto begin() const { return list().begin(); }
    auto end() const { return list().end(); }
    void push_back(T value) { list().push_back(std::move(value)); }
    friend bool operator==(const LaterList& a, const LaterList& b) { return a.list() == b.list(); }

private:
    void fetch() const {
        static std::mutex one_at_a_time;
        const std::lock_guard lock(one_at_a_time);
        if (here_.load(std::memory_order_relaxed)) return;
        read_(image_, at_, list_);
        here_.store(true, std::memory_order_release);
    }
    void swap(LaterList& other) noexcept {
        list_.swap(other.list_);
        std::swap(image_, other.image_);
        std::swap(at_, other.at_);
        std::swap(read_, other.read_);
        here_.store(other.here_.exchange(here_.load()));
    }

    mutable std::vector<T> list_ = {};
    std::string_view image_ = {};
    std::size_t at_ = 0;
    Read read_ = nullptr;
    mutable std::atomic<bool> here_ = true;
};

} // namespace motaudit
