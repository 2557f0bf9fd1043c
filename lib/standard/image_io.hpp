#pragma once

#include "base/flat.hpp"
#include "base/later.hpp"
#include <algorithm>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace motaudit {

// What of each type goes into an image, in which order, for writing and for reading alike: ImageFields::of(io, value) calls
// io(field, …). See image_fields.hpp.
struct ImageFields;

// So that templates may name it before it is defined.
template <class>
struct FieldsFor {
    using type = ImageFields;
};

// Arrays of plain values lie in an image as they lie in memory, at a multiple of this.
inline constexpr std::size_t image_alignment = 8;

template <class T>
inline constexpr bool is_plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;
template <std::size_t size>
inline constexpr bool is_plain<std::bitset<size>> = true;
template <class T>
inline constexpr bool is_plain_in_arrays = std::is_trivially_copy_constructible_v<T>&& std::is_trivially_destructible_v<T>;

class ImageWriter {
public:
    void operator()(const auto&... fields) { (put(fields), ...); }

    // A part that can be passed over: its length goes before it.
    std::size_t begin_part() {
        put_size(0);
        return bytes_.size();
    }
    void end_part(std::size_t began) {
        const auto length = static_cast<std::uint32_t>(bytes_.size() - began);
        std::memcpy(bytes_.data() + began - sizeof length, &length, sizeof length);
    }

    const std::string& bytes() const { return bytes_; }

private:
    template <class T>
    void put(const T& value) {
        if constexpr (is_plain<T>)
            bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
        else
            FieldsFor<T>::type::of(*this, value);
    }
    void put_size(std::size_t size) { put(static_cast<std::uint32_t>(size)); }
    void put(const std::string& text) {
        put_size(text.size());
        bytes_ += text;
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class T>
    void put(const std::unique_ptr<T>& value) {
        put(*value);
    }
    template <class T>
    void put_each(const T& values) {
        put_size(values.size());
        for (const auto& value : values) put(value);
    }
    template <class T>
    void put(const std::vector<T>& values) {
        if constexpr (is_plain_in_arrays<T>)
            put_array(std::span(values));
        else
            put_each(values);
    }
    template <class T>
    void put(const Flat<T>& values) {
        put_array(values.view());
    }
    template <class T, class Less>
    void put(const std::set<T, Less>& values) {
        put_each(values);
    }
    template <class Key, class T, class Less>
    void put(const std::map<Key, T, Less>& values) {
        put_size(values.size());
        for (const auto& [key, value] : values) (*this)(key, value);
    }
    // Equal arrays, as several standards have them, lie in the image once.
    template <class T>
    void put_array(std::span<const T> values) {
        put_size(values.size());
        if (values.empty()) return;
        std::string array(reinterpret_cast<const char*>(values.data()), values.size_bytes());
        const auto [known, is_new] = arrays_.try_emplace(std::move(array), 0);
        if (!is_new) return put_size(known->second);
        const auto at = (bytes_.size() + sizeof(std::uint32_t) + image_alignment - 1) & ~(image_alignment - 1);
        put_size(at);
        bytes_.resize(at);
        bytes_ += known->first;
        known->second = at;
    }
    template <class T>
    void put(const LaterList<T>& values) {
        const auto began = begin_part();
        put(values.list());
        end_part(began);
    }

    std::string bytes_ = {};
    std::unordered_map<std::string, std::size_t> arrays_ = {}; // where each lies
};

// Reads what ImageWriter wrote. Whatever the bytes are, it stays within them; what cannot be read leaves its value empty, and
// failed() says so.
class ImageReader {
public:
    explicit ImageReader(std::string_view image, std::size_t at = 0) : image_(image), at_(at) {}

    void operator()(auto&... fields) { (get(fields), ...); }

    void pass_part() { take(get_size()); }

    bool failed() const { return failed_; }
    void fail() { failed_ = true; }

private:
    template <class T>
    void get(T& value) {
        if constexpr (is_plain<T>) {
            if (const auto bytes = take(sizeof value); !bytes.empty()) std::memcpy(&value, bytes.data(), sizeof value);
        } else
            FieldsFor<T>::type::of(*this, value);
    }
    // Of what takes a byte or more each.
    std::size_t get_size() {
        std::uint32_t size = 0;
        get(size);
        if (size <= image_.size() - at_) return size;
        fail();
        return 0;
    }
    void get(std::string& text) { text = take(get_size()); }
    template <class T>
    void get(std::optional<T>& value) {
        bool has = false;
        get(has);
        if (has) get(value.emplace());
    }
    template <class T>
    void get(std::unique_ptr<T>& value) {
        get(*value);
    }
    template <class T>
    void get(std::vector<T>& values) {
        if constexpr (is_plain_in_arrays<T>) {
            const auto array = get_array<T>();
            values.assign(array.begin(), array.end());
        } else {
            values.resize(get_size());
            for (auto& value : values) get(value);
        }
    }
    template <class T>
    void get(Flat<T>& values) {
        values = Flat<T>(get_array<T>());
    }
    template <class T, class Less>
    void get(std::set<T, Less>& values) {
        for (auto left = get_size(); left > 0 && !failed_; --left) {
            T value = {};
            get(value);
            values.insert(values.end(), std::move(value));
        }
    }
    template <class Key, class T, class Less>
    void get(std::map<Key, T, Less>& values) {
        for (auto left = get_size(); left > 0 && !failed_; --left) {
            Key key = {};
            get(key);
            get(values.emplace_hint(values.end(), std::move(key), T{})->second);
        }
    }
    template <class T>
    std::span<const T> get_array() {
        static_assert(alignof(T) <= image_alignment);
        std::uint32_t count = 0, begin = 0;
        get(count);
        if (count == 0) return {};
        get(begin);
        if (begin % image_alignment != 0 || begin > image_.size() || count > (image_.size() - begin) / sizeof(T)) {
            fail();
            return {};
        }
        at_ = std::max<std::size_t>(at_, begin + count * sizeof(T)); // one met before lies behind us
        return {reinterpret_cast<const T*>(image_.data() + begin), count};
    }
    template <class T>
    void get(LaterList<T>& values) {
        const auto length = get_size();
        values = LaterList<T>(image_, at_,
                              [](std::string_view image, std::size_t at, std::vector<T>& to) { ImageReader(image, at).get(to); });
        take(length);
    }

    std::string_view take(std::size_t size) {
        if (failed_ || size > image_.size() - at_) {
            fail();
            return {};
        }
        at_ += size;
        return image_.substr(at_ - size, size);
    }

    std::string_view image_;
    std::size_t at_;
    bool failed_ = false;
};

} // namespace motaudit
